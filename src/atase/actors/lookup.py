"""What a form stands for on a day, and what a mistyped one may mean."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from atase.actors.model import Kind, Name, Place
from atase.actors.registry import actors
from atase.actors.surface import languages, names, places
from atase.errors import AtaseError
from atase.i18n import _, language

_OWN = ("name", "demonym", "capital", "metonym")
"""The kinds of form that name an actor itself and not something of its."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a form may stand for, and why; `code` is None for a form that stands for nobody."""

    code: str | None
    kind: Kind | str
    valid: bool
    why: str
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """All candidates of a form, the valid ones first."""

    text: str
    on: str | None
    candidates: tuple[Candidate, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Whom it stands for on the day, sorted: one, or several where only the context can tell."""
        return tuple(sorted({found.code for found in self.candidates if found.valid and found.code}))

    @property
    def ambiguous(self) -> bool:
        """Whether only the context can tell."""
        return len(self.codes) > 1


def fold(text: str) -> str:
    """The text without case, diacritics, typographic quotes, and superfluous spaces, for comparison."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'").replace("ʻ", "'"))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", bare).strip().casefold()


def resolve(text: str, on: str | None = None) -> Resolution:
    """What a form stands for, in any language, on a date of any precision or at any time.

    Neither case nor diacritics count here, so that a person may type carelessly.
    """
    found = [
        Candidate(code, name.kind, on is None or name.valid(on), name.why, name)
        for name in _index().get(fold(text), ())
        for code in name.codes or (None,)
    ]
    found += [Candidate(place.state, "place", True, place.name) for place in _places().get(fold(text), ())]
    return Resolution(text, on, tuple(sorted(dict.fromkeys(found), key=lambda candidate: not candidate.valid)))


def suggest(text: str) -> list[str]:
    """Codes, at most three, that a mistyped code or name may mean, the likeliest first."""
    spelled = _spelled()
    near = get_close_matches(fold(text), spelled, n=6, cutoff=0.7)
    return list(dict.fromkeys(spelled[form] for form in near))[:3]


def find_code(text: str) -> str:
    """The code that a person means by a code or name in any case and language: "aus", "Negeri Kanguru".

    Raises:
        AtaseError: it stands for nobody, or for several; the message names the choices.
    """
    if text.strip().upper() in actors():
        return text.strip().upper()
    found = resolve(text).candidates
    codes = dict.fromkeys(c.code for c in found if c.code and c.kind in _OWN and c.name and not c.name.end)
    codes = codes or dict.fromkeys(c.code for c in found if c.code and c.kind in _OWN)
    if len(codes) == 1:
        return next(iter(filter(None, codes)))
    if codes:
        raise AtaseError(
            _("{text!r} may be {choices}; write the code").format(
                text=text, choices=_choices(list(filter(None, codes)))
            )
        )
    near = suggest(text)
    hint = _("did you mean {choices}?").format(choices=_choices(near)) if near else _("see docs/actors.md")
    raise AtaseError(_("no state or organisation is called {text!r}; {hint}").format(text=text, hint=hint))


def _choices(codes: list[str]) -> str:
    known = actors()
    return ", ".join(f"{code} ({known[code].name(language())})" for code in codes)


@cache
def _index() -> dict[str, list[Name]]:
    index: dict[str, list[Name]] = {}
    for lang in languages():
        for name in names(lang):
            found = index.setdefault(fold(name.text), [])
            if name not in found:
                found.append(name)
    return index


@cache
def _places() -> dict[str, list[Place]]:
    index: dict[str, list[Place]] = {}
    for place in places():
        for form in place.forms:
            index.setdefault(fold(form), []).append(place)
    return index


@cache
def _spelled() -> dict[str, str]:
    """The code of every folded code and unambiguous own name."""
    own = {fold(name.text): name.code for form in _index().values() for name in form if name.kind in _OWN and name.code}
    return {**{fold(code): code for code in actors()}, **own}
