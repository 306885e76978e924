"""What each measure is, in words: name, formula, unit, source, and what it does not tell."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from atase.errors import AtaseError
from atase.i18n import _, language

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class About:
    """One measure; its texts are in `lang`, or in the language of the interface without one.

    `fewest` and `most` parties may be asked for. `over` says what a span of time means: the measure is taken at the
    end of each of its `years`, or counts the activities of its `dates` alone; None where it knows no span.
    `shown` are the columns for people, all of them where it is empty. `picture` is the measure whose rows its
    picture shows, None where it has none.
    """

    name: str
    fewest: int
    most: int
    over: Literal["years", "dates"] | None
    shown: tuple[str, ...]
    picture: str | None
    sources: tuple[str, ...]
    texts: Mapping[str, Texts] = field(repr=False, hash=False)

    def label(self, lang: str | None = None) -> str:
        """What it is called."""
        return self._text("label", lang)

    def says(self, lang: str | None = None) -> str:
        """What it tells, in a sentence."""
        return self._text("says", lang)

    def formula(self, lang: str | None = None) -> str:
        """How it is computed."""
        return self._text("formula", lang)

    def unit(self, lang: str | None = None) -> str:
        """The unit of its figures."""
        return self._text("unit", lang)

    def caveat(self, lang: str | None = None) -> str:
        """What it does not tell."""
        return self._text("caveat", lang)

    def _text(self, name: str, lang: str | None) -> str:
        texts = self.texts[name]
        return texts.get(lang or language(), texts["en"])


def described(entry: About) -> str:
    """The measure as a section of Markdown, in the language of the interface."""
    told = {
        _("Formula"): entry.formula(),
        _("Unit"): entry.unit(),
        _("Source"): " ".join(entry.sources) or _("this project's own rule."),
        _("Mind"): entry.caveat(),
    }
    lines = "\n".join(f"- **{name}:** {text}" for name, text in told.items())
    return f"### {entry.name}\n\n**{entry.label()}.** {entry.says()}\n\n{lines}\n"


@cache
def about() -> Mapping[str, About]:
    """Every measure that can be asked for by name, in the order of `about.toml`."""
    return MappingProxyType({name: _entry(name, told) for name, told in _file("about.toml").items()})


def find(name: str) -> About:
    """The measure of that name.

    Raises:
        AtaseError: there is none; the line names what may be meant.
    """
    known = about()
    if name in known:
        return known[name]
    near = get_close_matches(name.lower(), known, n=1)
    hint = (
        _("did you mean {near}?").format(near=near[0])
        if near
        else _("choose from {choices}").format(choices=", ".join(known))
    )
    raise AtaseError(_("no measure is called {name!r}; {hint}").format(name=name, hint=hint))


def heading(column: str, lang: str | None = None) -> str:
    """What a column of a measure is called, with its unit; its own name where nothing else is known."""
    return _called("column", column, lang)


def word(code: str, lang: str | None = None) -> str:
    """What a code that a measure gives is called, where it is none of the codebook's; else the code."""
    return _called("value", code, lang)


def _called(section: str, name: str, lang: str | None) -> str:
    texts: Texts = _file("columns.toml")[section].get(name, {})
    return texts.get(lang or language(), name)


def _entry(name: str, told: dict[str, Any]) -> About:
    texts = {key: value for key, value in told.items() if isinstance(value, dict)}
    fewest, most = told["parties"]
    shown, sources = tuple(told.get("shown", ())), tuple(told["sources"])
    return About(name, fewest, most, told.get("over"), shown, told.get("picture"), sources, texts)


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads(files("atase.measures").joinpath(name).read_text("utf-8"))
