"""The codebook's counterparts in PLOVER and CAMEO, seen from both sides.

An instrument or a stage names its counterparts in its own file. `roots.toml` lists the roots of both
ontologies; one that nobody names must give the reason there.
"""

from collections.abc import Collection, Iterable

from atase.codebook.entries import Instrument, Plover, Root, Stage
from atase.codebook.fields import Fields
from atase.i18n import _

_PLOVER = r"[A-Z]+(/[a-z-]+)?"
_CAMEO = r"\d{2,4}"


def counterparts(fields: Fields) -> tuple[tuple[Plover, ...], tuple[str, ...]]:
    """The PLOVER types and CAMEO codes that an instrument's or stage's file names."""
    parts = (code.partition("/") for code in fields.codes("plover", _PLOVER))
    return tuple(Plover(root, mode or None) for root, _slash, mode in parts), fields.codes("cameo", _CAMEO)


def crosswalk(systems: Fields, instruments: Collection[Instrument], stages: Collection[Stage]) -> dict[str, Root]:
    """Every root of PLOVER and CAMEO by code, with the instruments and stages that name it.

    Raises:
        AtaseError: a root has neither counterpart nor reason, or both, or is named but not listed.
    """
    roots = {}
    for system in systems:
        listed = systems.table(system)
        for code in listed:
            roots[code] = _root(system, code, listed.table(code), instruments, stages)
    entries: list[Instrument | Stage] = [*instruments, *stages]
    for entry in entries:
        for code in sorted(_named(entry) - roots.keys()):
            raise systems.wrong(code, _("not listed here, but {entry} names it").format(entry=entry.code))
    return roots


def _root(system: str, code: str, fields: Fields, instruments: Iterable[Instrument], stages: Iterable[Stage]) -> Root:
    with fields:
        root = Root(
            system,
            code,
            fields.text("label"),
            tuple(entry.code for entry in instruments if code in _named(entry)),
            tuple(entry.code for entry in stages if code in _named(entry)),
            fields.text("reason", default=""),
        )
    if bool(root.instruments or root.stages) == bool(root.reason):
        raise fields.wrong("reason", _("give it where no instrument and no stage names the root, and only there"))
    return root


def _named(entry: Instrument | Stage) -> set[str]:
    return {plover.root for plover in entry.plover} | {code[:2] for code in entry.cameo}
