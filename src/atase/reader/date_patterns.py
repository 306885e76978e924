"""The forms of a language's `dates.toml` -> regular expressions, looked up by the first token of a match."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from atase.reader.languages import FOLDER

TOKEN = re.compile(r"[^\W\d_]+|\d+")
NUMBER = "#"
"""Stands for any digits as a first token."""

_DIGITS = {"year": r"(?:19|20)\d\d", "yy": r"\d\d", "number": r"\d{1,2}", "day": r"(?:3[01]|[12]\d|0?[1-9])"}
_CASED = {"month", "weekday"}  # "may" and "march" are other words
_END = r"(?![^\W_]|[.,:/-]\d)"
_PART = re.compile(r"\{(\w+)\}|([\[\]() ])")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form. A led one stands only after a lead ("in 2019") or with a direction ("last May")."""

    regex: re.Pattern[str]
    led: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """What a language's folder says about its dates."""

    patterns: dict[str, list[Pattern]]  # by the first token, in lower case, of what they match
    words: dict[str, dict[str, int | str]]  # the values of month names and the like
    relative: dict[str, tuple[str, int]]  # phrase -> unit of time and how many of them from today
    before: re.Pattern[str]  # the leads up to a date, perhaps none, with groups since, until
    after: re.Pattern[str]  # what may stand right after it; one of the two has a group direction
    directions: dict[str, int]  # -1 for the past, 0, 1
    law: re.Pattern[str]  # what makes a year the year of a law
    to_date: re.Pattern[str]  # between a weekday and its date
    to_end: re.Pattern[str]  # between a first and a last day
    of: re.Pattern[str]  # between a part of a date and the year or week that it belongs to


@cache
def language(lang: str) -> Language:
    """The patterns and words of a language that has a folder."""
    data = tomllib.loads((FOLDER / lang / "dates.toml").read_text(encoding="utf-8"))
    relative = {phrase: (unit, shift) for unit, shifts in data["relative"].items() for phrase, shift in shifts.items()}
    directions = {
        word: value for name, value in (("past", -1), ("present", 0), ("future", 1)) for word in data["direction"][name]
    }
    direction = rf"(?P<direction>{_any(directions)})"
    stands_before = data["direction"]["stands"] == "before"
    lead = rf"(?:(?P<since>{_any(data['since'])})|(?P<until>{_any(data['until'])})|{_any(data['leads'])})[\s-]+"
    return Language(
        patterns=_index(data, relative),
        words=data["words"],
        relative=relative,
        before=_compile(rf"(?<!\w)(?:{lead})*" + (rf"(?:{direction}\s+)?$" if stands_before else "$")),
        after=_compile(r"(?P<direction>(?!))" if stands_before else rf"\)?\s+{direction}(?!\w)"),
        directions=directions,
        law=_compile(data["law"]),
        to_date=_compile(rf"\s*(?:(?:{_any([*data['to'], *data['dayparts'], ','])})\s*)*\(?\s*"),
        to_end=_compile(rf"\s*(?:{_any(data['to'])})\s*"),
        of=_compile(rf"\s*,?\s*(?:{_any(data['of'])})\s*"),
    )


def _index(data: dict[str, Any], relative: Iterable[str]) -> dict[str, list[Pattern]]:
    patterns: dict[str, list[Pattern]] = {}

    def add(firsts: Iterable[str], pattern: Pattern) -> None:
        for first in {_first_token(phrase) for phrase in firsts}:
            patterns.setdefault(first, []).append(pattern)

    add(relative, Pattern(_compile(rf"(?P<relative>{_any(relative)}){_END}")))
    add(data["skip"], Pattern(_compile(rf"(?P<skip>{_any(data['skip'])}){_END}")))
    for form in data["forms"]:
        add(_firsts(form, data), Pattern(_compile(_regex(form, data) + _END)))
    for form in data["led"]:
        add(_firsts(form, data), Pattern(_compile(_regex(form, data) + _END), led=True))
    return patterns


def _regex(form: str, data: dict[str, Any]) -> str:
    """The regular expression of a form. Brackets around it must be there but are not part of the match."""
    inner = form.removeprefix("(").removesuffix(")")
    parts: list[str] = []
    done = 0
    for match in _PART.finditer(inner):
        parts.append(re.escape(inner[done : match.start()]))
        slot, mark = match.groups()
        parts.append(_slot(slot, data) if slot else {"[": "(?:", "]": ")?", " ": r"\s{0,3}"}[mark])
        done = match.end()
    regex = "".join(parts) + re.escape(inner[done:])
    return regex if inner == form else rf"(?<=\(){regex}(?=\))"


def _slot(name: str, data: dict[str, Any]) -> str:
    base = name.rstrip("2")
    if base in ("to", "and"):
        return rf"\s*(?:{_any(data[base])})\s*"
    if base == "year":
        return rf"(?P<{name}>{_DIGITS[base]})(?!\d|{data['year_before']})"
    if base == "day":
        return rf"(?P<{name}>{_DIGITS[base]}){data['day_suffix']}(?!\d)"
    if base in _DIGITS:
        return rf"(?P<{name}>{_DIGITS[base]})(?!\d)"
    words = list(data["words"][base])
    if base in _CASED:
        return rf"(?P<{name}>(?-i:{_any([*map(str.capitalize, words), *map(str.upper, words)])}))"
    return rf"(?P<{name}>{_any(words)}{'|[0-9]{1,3}' if base == 'n' else ''})"


def _firsts(form: str, data: dict[str, Any]) -> list[str]:
    """Phrases of which one begins whatever the form matches."""
    match = _PART.match(form.removeprefix("("))
    if not match or not match[1]:
        return [form]
    name = match[1]
    return [*data["words"].get(name, []), *(["0"] if name in (*_DIGITS, "n") else [])]


def _first_token(phrase: str) -> str:
    match = TOKEN.search(phrase.lower())
    assert match is not None  # noqa: S101  every phrase of the data has a word
    return NUMBER if match[0].isdigit() else match[0]


def _any(phrases: Iterable[str]) -> str:
    """An alternation that prefers the longest, with any white space between words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
