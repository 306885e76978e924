"""The codebook as a Markdown page in the interface's language."""

from collections.abc import Iterable, Sequence

from atase.codebook.entries import Entry, Instrument, Stage
from atase.codebook.load import Codebook
from atase.i18n import _


def page(book: Codebook) -> str:
    """Everything: tables of the instruments by group, stages, themes, depth scales, crosswalks."""
    members = book.instruments.values()
    parts = [
        f"## {group.label()} (`{group.code}`)\n\n{group.definition()}\n\n"
        + _entries(entry for entry in members if entry.group == group.code)
        for group in book.groups.values()
    ]
    sections = {
        _("Stages"): _entries(book.stages.values()),
        _("Themes"): _entries(book.themes.values()),
        _("Depth"): _depths(members),
        "PLOVER": _crosswalk(book, "PLOVER"),
        "CAMEO": _crosswalk(book, "CAMEO"),
        _("References"): "\n".join(f"- **{name}:** {reference}" for name, reference in book.references.items()),
    }
    parts += [f"## {title}\n\n{section}" for title, section in sections.items()]
    return "\n\n".join(parts) + "\n"


def card(book: Codebook, entry: Entry) -> str:
    """One entry with all that it knows."""
    kind = {"group": _("group"), "instrument": _("instrument"), "stage": _("stage"), "theme": _("theme")}
    lines = [f"## {entry.label()} (`{entry.code}`)", f"*{kind[type(entry).__name__.lower()]}*"]
    lines += [entry.definition(), *_facts(book, entry)]
    return "\n\n".join(filter(None, lines)) + "\n"


def _facts(book: Codebook, entry: Entry) -> Iterable[str]:
    facts: list[tuple[str, str]] = []
    if isinstance(entry, Instrument):
        facts += [
            (_("Group"), f"{book.groups[entry.group].label()} (`{entry.group}`)"),
            (_("Channel"), _("formal") if entry.formal else _("informal")),
            (_("Depth"), _levels(entry)),
            (_("Sources"), ", ".join(entry.sources)),
        ]
    if isinstance(entry, Instrument | Stage):
        facts += [("PLOVER", ", ".join(map(str, entry.plover))), ("CAMEO", ", ".join(entry.cameo))]
    yield "\n".join(f"- **{name}:** {value}" for name, value in facts if value)
    if entry.code in book.groups:
        yield _entries(member for member in book.instruments.values() if member.group == entry.code)


def _entries(entries: Iterable[Entry]) -> str:
    rows = [(f"`{entry.code}`", entry.label(), entry.definition()) for entry in entries]
    return _table((_("code"), _("name"), _("what it covers")), rows)


def _depths(instruments: Iterable[Instrument]) -> str:
    rows = [(f"`{entry.code}`", _levels(entry)) for entry in instruments if entry.depth]
    return _table((_("code"), _("levels, shallowest first")), rows)


def _levels(entry: Instrument) -> str:
    return "; ".join(f"{level.label()} (`{level.code}`)" for level in entry.depth)


def _crosswalk(book: Codebook, system: str) -> str:
    rows = [
        (
            root.code,
            root.name,
            ", ".join(f"`{code}`" for code in root.instruments + root.stages) or root.reason,
        )
        for root in book.roots.values()
        if root.system == system
    ]
    return _table((_("root"), _("name"), _("here, or why not")), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
