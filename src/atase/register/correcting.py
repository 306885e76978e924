"""What a person may correct, and how a value is written: checked against the codebook and the actors."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from atase import when
from atase.actors import find_code
from atase.codebook import instruments, stages, themes
from atase.errors import AtaseError
from atase.i18n import _


def choose(value: str, choices: Iterable[str], what: str) -> str:
    """The value, where it is one of the choices.

    Raises:
        AtaseError: it is not; the line names `what` was expected and the choice that is near.
    """
    known = list(choices)
    if value in known:
        return value
    near = get_close_matches(value.lower(), known, n=1)
    hint = (
        _("did you mean {near}?").format(near=near[0])
        if near
        else _("choose from {choices}").format(choices=", ".join(known))
    )
    raise AtaseError(_("no {what} {value!r}; {hint}").format(what=what, value=value, hint=hint))


def corrections(assignments: Mapping[str, str], instrument: str) -> dict[str, Any]:
    """Check the values that a person gives to fields, and make them fit to be kept as JSON.

    An empty value says that the field is unknown. `parties` are codes or names with a comma between, each
    perhaps with its role: `AUS:host,IDN:guest`. `instrument` is the activity's own, for its depth scale.

    Raises:
        AtaseError: no such field, or a value that it cannot have.
    """
    known = {**_FIELDS, "depth": _depth(assignments.get("instrument") or instrument)}
    return {
        choose(field, known, _("field")): known[field](value.strip())
        for field, value in assignments.items()
        if choose(field, known, _("field"))
    }


def _text(value: str) -> str | None:
    return value or None


def _date(value: str) -> str | None:
    return when.check(value) if value else None


def _themes(value: str) -> list[str]:
    return sorted({choose(code, themes(), _("theme")) for code in value.replace(",", " ").split()})


def _parties(value: str) -> list[list[str]]:
    written = [part.rpartition(":") if ":" in part else (part, "", "participant") for part in value.split(",")]
    found = {find_code(name.strip()): role.strip() for name, _colon, role in written}
    if len(found) < 2:
        raise AtaseError(_("parties={value}: an activity has two or more, with a comma between").format(value=value))
    return [[code, role] for code, role in sorted(found.items())]


def _depth(instrument: str) -> Callable[[str], str | None]:
    def check(value: str) -> str | None:
        levels = [level.code for level in instruments()[instrument].depth] if instrument in instruments() else []
        return choose(value, levels, _("depth")) if value else None

    return check


_FIELDS: dict[str, Callable[[str], Any]] = {
    "instrument": lambda value: choose(value, instruments(), _("instrument")),
    "stage": lambda value: choose(value, stages(), _("stage")),
    "date": _date,
    "end": _date,
    "place": _text,
    "series": _text,
    "themes": _themes,
    "parties": _parties,
}
