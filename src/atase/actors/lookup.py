"""What a form stands for on a day, and what a mistyped one may mean."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from atase.actors.model import Name
from atase.actors.registry import actors
from atase.actors.surface import forums, languages, names, places
from atase.errors import AtaseError
from atase.i18n import _, language

OWN = ("name", "demonym", "capital", "metonym")
"""The kinds of form that stand for an actor itself and not for something of its."""


_CODE_LENGTH = 3
_CODES_ALIKE = 0.65
"""Two letters of three in common."""
_NAMES_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a form may stand for in some languages; `code` is None where that is nobody."""

    code: str | None
    name: Name
    langs: tuple[str, ...]
    valid: bool

    @property
    def kind(self) -> str:
        """The kind of the form."""
        return self.name.kind

    @property
    def why(self) -> str:
        """The reason in a phrase, in the interface's language."""
        kind, entry = _kinds()[self.name.kind], self.name.entry
        parts = [f"{kind}: {entry}" if entry and entry != self.name.text else kind]
        if self.name.implies == "home":
            parts.append(_("of the document's own state, where no other state is named with it"))
        if self.name.start or self.name.end:
            parts.append(f"{self.name.start or '…'} – {self.name.end or '…'}")
        if self.name.kind == "forum" and (members := forums()[entry].members):
            parts.append(_("members {codes}").format(codes=" ".join(members)))
        return "; ".join([*parts, self.name.why] if self.name.why else parts)


@dataclass(frozen=True, slots=True)
class Resolution:
    """All candidates of a form, those that are valid on the day first."""

    text: str
    on: str | None
    candidates: tuple[Candidate, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Whom it may stand for on the day, sorted. Members of a series and states of a place do not count."""
        bearers = (found for found in self.candidates if found.kind not in ("series", "place"))
        return tuple(sorted({found.code for found in bearers if found.valid and found.code}))

    @property
    def ambiguous(self) -> bool:
        """Whether only the context can tell for whom it stands."""
        return len(self.codes) > 1


def fold(text: str) -> str:
    """The text without case, diacritics, typographic apostrophes and superfluous spaces, for comparison."""
    plain = unicodedata.normalize("NFKD", re.sub("[’‘ʻʼ`]", "'", text))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(bare.casefold().split())


def resolve(text: str, on: str | None = None) -> Resolution:
    """What a form stands for, in any language, on a date of any precision or at any time.

    Neither case nor diacritics count here, so that a person may type carelessly.
    """
    found = [
        Candidate(code, name, tuple(langs), on is None or name.valid(on))
        for name, langs in _index().get(fold(text), {}).items()
        for code in _bearers(name)
    ]
    return Resolution(text, on, tuple(sorted(found, key=lambda candidate: not candidate.valid)))


def suggest(text: str) -> list[str]:
    """Codes, at most three, that a mistyped code or name may mean, the likeliest first."""
    spelled = _spelled()
    cutoff = _CODES_ALIKE if len(text) == _CODE_LENGTH else _NAMES_ALIKE
    near = get_close_matches(fold(text), spelled, n=6, cutoff=cutoff)
    return list(dict.fromkeys(spelled[form] for form in near))[:3]


def find_code(text: str) -> str:
    """The code that a person means by a code or name in any case and language: "aus", "Negeri Kanguru".

    Raises:
        AtaseError: it stands for nobody, or for several; the message names the choices.
    """
    if text.strip().upper() in actors():
        return text.strip().upper()
    own = [found for found in resolve(text).candidates if found.kind in OWN and found.code]
    lasting = [found for found in own if found.name.end is None] or own
    codes = list(dict.fromkeys(found.code for found in lasting if found.code))
    if len(codes) == 1:
        return codes[0]
    if codes:
        message = _("{text!r} may be {choices}; write the code")
        raise AtaseError(message.format(text=text, choices=choices(codes)))
    raise unknown(text)


def unknown(text: str) -> AtaseError:
    """The error for a text that stands for nobody, with what it may mean."""
    near = suggest(text)
    hint = _("did you mean {choices}?").format(choices=choices(near)) if near else _("see docs/actors.md")
    return AtaseError(_("no state or organisation is called {text!r}; {hint}").format(text=text, hint=hint))


def choices(codes: list[str]) -> str:
    """Codes with their names, for a message."""
    known = actors()
    return ", ".join(f"{code} ({known[code].name(language())})" for code in codes)


def _bearers(name: Name) -> tuple[str | None, ...]:
    if name.kind == "place":
        return (places()[name.entry].state,)
    return name.codes or (None,)


def _kinds() -> dict[str, str]:
    return {
        "name": _("a name"),
        "demonym": _("its people and what is theirs"),
        "capital": _("the capital, said for the government"),
        "metonym": _("a seat, said for those who sit there"),
        "office": _("an office"),
        "service": _("a force, ministry or agency"),
        "firm": _("a defence firm"),
        "series": _("an exercise series, with its usual members"),
        "forum": _("a forum or mechanism"),
        "person": _("a person in office"),
        "place": _("a place there, and no party"),
        "nobody": _("a phrase that stands for no state"),
    }


@cache
def _index() -> dict[str, dict[Name, list[str]]]:
    index: dict[str, dict[Name, list[str]]] = {}
    for lang in languages():
        for name in names(lang):
            index.setdefault(fold(name.text), {}).setdefault(name, []).append(lang)
    return index


@cache
def _spelled() -> dict[str, str]:
    """The code of every folded code and unambiguous form of an actor itself."""
    return {**{fold(code): code for code in actors()}, **dict(_own_forms())}


def _own_forms() -> Iterator[tuple[str, str]]:
    for form, found in _index().items():
        for name in found:
            if name.kind in OWN and name.code:
                yield form, name.code
