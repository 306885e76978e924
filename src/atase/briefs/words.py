"""Names, labels, dates and numbers as the language of the brief writes them (`atase.i18n.language`).

Names of parties come from the actors room, labels of codes from the codebook, dates and numbers from CLDR.
A code that this version does not know is shown as it is.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from atase import codebook
from atase.actors import actors
from atase.briefs.tree import State
from atase.i18n import _, language
from atase.schema import MARKS
from atase.when import first_day

_PATTERNS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}
_SHORT = {4: "y", 7: "MMM y", 10: "d MMM y"}


class _Labelled(Protocol):
    def label(self, lang: str) -> str: ...


def party(code: str) -> str:
    """The name of a state or organisation."""
    known = actors().get(code)
    return known.name(language()) if known else code


def instrument(code: str) -> str:
    """The label of an instrument."""
    return _label(codebook.instruments(), code)


def group(code: str) -> str:
    """The label of a group of instruments."""
    return _label(codebook.groups(), code)


def stage(code: str) -> str:
    """The label of a stage."""
    return _label(codebook.stages(), code)


def theme(code: str) -> str:
    """The label of a theme."""
    return _label(codebook.themes(), code)


def depth(of: str, code: str | None) -> str:
    """The label of a level on the depth scale of the instrument `of`; empty where it is not known."""
    known = codebook.instruments().get(of)
    levels = {level.code: level for level in known.depth} if known else {}
    return _label(levels, code) if code else ""


def state(code: State) -> str:
    """Whether a person has confirmed it, in a word."""
    return _("confirmed") if code == "confirmed" else _("candidate")


def mark(code: State) -> str:
    """Whether a person has confirmed it, as a sign: full or hollow."""
    return MARKS[code]


def day(text: str | None, short: bool = False) -> str:
    """A date of any precision as the language writes it; empty where there is none."""
    if not text:
        return ""
    pattern = (_SHORT if short else _PATTERNS)[len(text)]
    return format_date(first_day(text), pattern, locale=language())


def on_day(when: date) -> str:
    """A day written in full."""
    return day(when.isoformat())


def count(n: int) -> str:
    """A whole number with the language's grouping."""
    return format_decimal(n, locale=language())


def decimal(value: float, places: int = 1) -> str:
    """A number with one decimal, or more."""
    return format_decimal(round(value, places), format="#,##0." + "0" * places, locale=language())


def percent(share: float | None) -> str:
    """A share between 0 and 1 as a whole percentage; a dash where there is none."""
    return "–" if share is None else format_percent(share, format="#,##0%", locale=language())


def listed(items: Iterable[str]) -> str:
    """Items as a list in a sentence: a, b and c."""
    return format_list(list(items), locale=language())


def tongue(code: str) -> str:
    """The name of a language from its ISO 639-1 code."""
    return str(Locale.parse(language()).languages.get(code, code))


def _label(known: Mapping[str, Any], code: str) -> str:
    found: _Labelled | None = known.get(code)
    return found.label(language()) if found else code
