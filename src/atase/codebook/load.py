"""The codebook from its data files: one TOML file an instrument, and small ones beside."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import TypeVar

from atase.codebook.crosswalk import counterparts, crosswalk
from atase.codebook.entries import Entry, Group, Instrument, Level, Root, Stage, Theme
from atase.codebook.fields import Fields, read_toml
from atase.i18n import _

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything that an activity can be coded with, each by code.

    `roots` is the crosswalk from the other side: PLOVER's by name, CAMEO's by two digits.
    `references` gives the full reference of each source that an instrument cites.
    """

    groups: Mapping[str, Group]
    instruments: Mapping[str, Instrument]
    stages: Mapping[str, Stage]
    themes: Mapping[str, Theme]
    roots: Mapping[str, Root]
    references: Mapping[str, str]

    def entries(self) -> dict[str, Entry]:
        """Groups, instruments, stages and themes together, by code."""
        return {**self.groups, **self.instruments, **self.stages, **self.themes}


@cache
def codebook() -> Codebook:
    """The codebook that Atase comes with."""
    return load(files("atase.codebook") / "data")


def groups() -> Mapping[str, Group]:
    """The groups by code, from cooperation to conflict."""
    return codebook().groups


def instruments() -> Mapping[str, Instrument]:
    """The instruments by code, group by group."""
    return codebook().instruments


def stages() -> Mapping[str, Stage]:
    """The stages by code, in the order in which an activity passes them."""
    return codebook().stages


def themes() -> Mapping[str, Theme]:
    """The themes by code."""
    return codebook().themes


def roots() -> Mapping[str, Root]:
    """Every PLOVER root by name and every CAMEO root by its two digits."""
    return codebook().roots


def load(directory: Traversable) -> Codebook:
    """Read a codebook from the data files in a directory.

    Raises:
        AtaseError: a file or a field of one is missing, wrong or unknown; the message names both.
    """
    groups = _each(read_toml(directory, "groups.toml"), _group)
    stages = _each(read_toml(directory, "stages.toml"), _stage)
    themes = _each(read_toml(directory, "themes.toml"), _theme)
    cited = read_toml(directory, "references.toml")
    references = {name: cited.text(name) for name in cited}
    shared = read_toml(directory, "scales.toml")
    scales = {name: _levels(shared, name) for name in shared}
    instrument = partial(_instrument, groups=groups, references=references, scales=scales)
    unsorted = [
        instrument(path.name.removesuffix(".toml"), read_toml(directory, f"instruments/{path.name}"))
        for path in directory.joinpath("instruments").iterdir()
    ]
    order = list(groups)
    unsorted.sort(key=lambda entry: (order.index(entry.group), entry.code))
    instruments = {entry.code: entry for entry in unsorted}
    roots = crosswalk(read_toml(directory, "roots.toml"), instruments.values(), stages.values())
    return Codebook(
        groups=MappingProxyType(groups),
        instruments=MappingProxyType(instruments),
        stages=MappingProxyType(stages),
        themes=MappingProxyType(themes),
        roots=MappingProxyType(roots),
        references=MappingProxyType(references),
    )


def _each(tables: Fields, make: Callable[[str, Fields], T]) -> dict[str, T]:
    return {code: make(code, tables.table(code)) for code in tables}


def _group(code: str, fields: Fields) -> Group:
    with fields:
        return Group(code, fields.texts("label"), fields.texts("definition"))


def _theme(code: str, fields: Fields) -> Theme:
    with fields:
        return Theme(code, fields.texts("label"), fields.texts("definition"))


def _stage(code: str, fields: Fields) -> Stage:
    with fields:
        return Stage(code, fields.texts("label"), fields.texts("definition"), *counterparts(fields))


def _instrument(
    code: str,
    fields: Fields,
    groups: Mapping[str, Group],
    references: Mapping[str, str],
    scales: Mapping[str, tuple[Level, ...]],
) -> Instrument:
    with fields:
        group, sources, scale = (
            fields.text("group"),
            fields.codes("sources"),
            fields.text("scale", default=""),
        )
        _known(fields, "group", [group], groups)
        _known(fields, "sources", sources, references)
        _known(fields, "scale", [scale] if scale else [], scales)
        plover, cameo = counterparts(fields)
        return Instrument(
            code,
            fields.texts("label"),
            fields.texts("definition"),
            group=group,
            sources=sources,
            plover=plover,
            cameo=cameo,
            depth=scales[scale] if scale else _levels(fields, "depth"),
            formal=fields.flag("formal"),
        )


def _levels(fields: Fields, name: str) -> tuple[Level, ...]:
    return tuple(Level(table.text("code"), table.languages()) for table in fields.tables(name))


def _known(fields: Fields, name: str, codes: Iterable[str], known: Iterable[str]) -> None:
    for code in codes:
        if code not in known:
            raise fields.wrong(name, _("{code!r} is none of {known}").format(code=code, known=", ".join(known)))
