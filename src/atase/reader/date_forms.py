"""The forms in which a language writes dates, compiled from its `dates.toml`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atase.reader.date_values import Told
from atase.reader.languages import FOLDER

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_NUMBER = "#"
_DIGITS = {
    "year": r"(?:19|20)\d\d(?!\d)",
    "yy": r"\d\d(?!\d)",
    "number": r"\d{1,2}(?!\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
}
_CASED = {"month", "weekday"}  # "may" and "march" are other words
_END = r"(?!\w|[.,:/-]\d)"


@dataclass(frozen=True, slots=True)
class Atom:
    """One stretch of text that a form matches. `told` is None for what only looks like a date."""

    start: int
    end: int
    told: Told | None
    led: bool = False  # stands only after a lead or with a direction
    whole: bool = True  # False for "the third quarter", which needs a year


@dataclass(frozen=True, slots=True)
class Forms:
    """One language's forms and the words around them, ready for use."""

    table: dict[str, list[tuple[re.Pattern[str], bool]]]  # first token -> patterns, and whether they are led
    words: dict[str, dict[str, int | str]]
    relative: dict[str, tuple[str, int]]
    skip: re.Pattern[str]
    leads: re.Pattern[str]  # at the end of the text before: groups since, until
    law: re.Pattern[str]
    direction: re.Pattern[str]  # groups past, future, present
    direction_stands: str
    to_date: re.Pattern[str]  # between a weekday and its date
    to_end: re.Pattern[str]  # between a first and a last day
    of: re.Pattern[str]  # between a part of a date and the year or week that it belongs to

    def atoms(self, text: str) -> Iterator[Atom]:
        """What the forms match in the text, in order and apart from each other."""
        done = 0
        for token in _TOKEN.finditer(text):
            key = _NUMBER if token[0][0].isdigit() else token[0].lower()
            patterns = self.table.get(key)
            if not patterns or token.start() < done or (key == _NUMBER and _continues(text, token.start())):
                continue
            start = token.start() - (text[token.start() - 1 : token.start()] == "(" and key == _NUMBER)
            if atom := self._longest(text, start, token.start(), patterns):
                yield atom
                done = atom.end

    def _longest(
        self, text: str, bracket: int, start: int, patterns: list[tuple[re.Pattern[str], bool]]
    ) -> Atom | None:
        if (skipped := self.skip.match(text, start)) is not None:
            return Atom(start, skipped.end(), None)
        matches = [
            (match, led)
            for pattern, led in patterns
            if (
                match := pattern.match(text, bracket)
                or (pattern.match(text, start) if bracket < start else None)
            )
        ]
        if not matches:
            return None
        match, led = max(matches, key=lambda found: found[0].end())
        return self._atom(match, led)

    def _atom(self, match: re.Match[str], led: bool) -> Atom:
        parts = {name: value for name, value in match.groupdict().items() if value is not None}
        if "relative" in parts:
            unit, shift = self.relative[_plain(parts["relative"])]
            return Atom(*match.span(), Told(unit=unit, shift=shift))
        values = {name: self._value(name, text) for name, text in parts.items()}
        if "ago" in values:
            return Atom(*match.span(), Told(unit=str(values["unit"]), shift=-int(values["n"])))
        told = {name: int(value) for name, value in values.items()}
        whole = True
        if length := told.pop("period", None) or told.pop("letter", None):
            last = told.pop("nth") * length
            if last > 12:
                return Atom(*match.span(), None)
            told |= {"month": last - length + 1, "month2": last}
            whole = "year" in told
        return Atom(*match.span(), _settle(told), led, whole)

    def _value(self, name: str, text: str) -> int | str:
        words = self.words.get(name.rstrip("2"), {})
        return words[_plain(text)] if _plain(text) in words else int(re.sub(r"\D", "", text))


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _continues(text: str, start: int) -> bool:
    """Whether the digits belong to a number or a name that began before: 3.17, S-300, B2012."""
    before, earlier = text[start - 1 : start], text[start - 2 : start - 1]
    return (before.isalnum() and before.isascii()) or (before in tuple(".,/-") and earlier.isalnum())


def _settle(told: dict[str, int]) -> Told:
    """Day and month put in place. Day comes first, unless only the other order gives a date."""
    if "yy" in told:
        yy = told.pop("yy")
        if "year" in told:  # 1950-53
            told["year2"] = told["year"] // 100 * 100 + yy
        else:
            told["year"] = (2000 if yy < 70 else 1900) + yy
    if "number" in told:
        told["month"] = told.pop("number")
        if told["month"] > 12 >= told["day"] and "day2" not in told:
            told["month"], told["day"] = told["day"], told["month"]
    return Told(**told)


@cache
def forms(lang: str) -> Forms:
    """The forms of a language (a folder of `languages/`)."""
    data = tomllib.loads((FOLDER / lang / "dates.toml").read_text(encoding="utf-8"))
    relative = {
        phrase: (unit, shift)
        for unit, phrases in data["relative"].items()
        for phrase, shift in phrases.items()
    }
    compiler = _Compiler(data)
    table: dict[str, list[tuple[re.Pattern[str], bool]]] = {}
    for form, led in [*((form, False) for form in data["forms"]), *((form, True) for form in data["led"])]:
        pattern, firsts = compiler.compile(form)
        for first in firsts:
            table.setdefault(first, []).append((pattern, led))
    phrases = re.compile(rf"(?P<relative>{_any(relative)}){_END}", re.IGNORECASE)
    for first in _first_tokens(relative):
        table.setdefault(first, []).append((phrases, False))
    for first in _first_tokens(data["skip"]):
        table.setdefault(first, [])
    return _forms(data, table, relative)
