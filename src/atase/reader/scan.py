"""One pass over a text for every name and every phrase of its language."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Protocol, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from atase.actors import Name, names, within
from atase.reader.phrases import canonical, concepts


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, and the actors' entry that it is read as."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase in the text, and the concepts that it may express."""

    start: int
    end: int
    phrase: str
    concepts: frozenset[str]


_CURRENCY = ("$", "€", "£")
"""What makes a price of a country's name: "US$29"."""
_MARKS = re.compile(r"[\W_]")


class Placed(Protocol):
    """Something that stands in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""


T = TypeVar("T", bound=Placed)


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in a text, in its order."""

    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]


def scan(text: str, lang: str, on: str | None) -> Scan:
    """Find the names (the longest first, those valid `on` the day preferred) and the phrases."""
    flat = f" {canonical(text)} "  # patterns begin with a blank, so that a match begins a word
    by_form, finder = _name_finder(lang)
    mentions = []
    for index, start, end in finder.find_matches_as_indexes(flat):
        if flat[end] == " " and text[end - 1 : end] not in _CURRENCY:
            name = _choose(by_form[index], text[start : end - 1], on)
            if name:
                mentions.append(Mention(start, end - 1, name))
    forms, phrase_finder = _phrase_finder(lang)
    cues = [
        Cue(start, end - 1, *forms[index])
        for index, start, end in phrase_finder.find_matches_as_indexes(flat, overlapping=True)
        if flat[end] == " "
    ]
    cues.sort(key=lambda cue: (cue.start, cue.end))
    return Scan(tuple(mentions), tuple(cues))


def between(items: tuple[T, ...], start: int, end: int) -> tuple[T, ...]:
    """The items that begin between two offsets."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = bisect_left(items, end, key=lambda item: item.start)
    return items[first:last]


@cache
def _name_finder(lang: str) -> tuple[list[list[Name]], AhoCorasick]:
    forms: dict[str, list[Name]] = defaultdict(list)
    for name in names(lang):
        forms[canonical(name.text).strip()].append(name)
    forms.pop("", None)
    return list(forms.values()), AhoCorasick([f" {form}" for form in forms], matchkind=MatchKind.LeftmostLongest)


@cache
def _phrase_finder(lang: str) -> tuple[list[tuple[str, frozenset[str]]], AhoCorasick]:
    forms = concepts(lang)
    return list(forms.items()), AhoCorasick([f" {form}" for form in forms])


def _choose(candidates: list[Name], seen: str, on: str | None) -> Name | None:
    """The entry that a form is read as: one whose capitals fit, valid on the day where some are."""
    shouted = seen.isupper() and len(seen) > 4
    fitting = [name for name in candidates if not name.cased or _letters(name.text) == _letters(seen) or shouted]
    valid = [name for name in fitting if on is None or within(on, name.start, name.end)]
    pool = valid or fitting
    return min(pool, key=lambda name: (name.ambiguous, not name.codes, name.implies)) if pool else None


def _letters(text: str) -> str:
    """The text without its marks: "U.S." and "US" are capitalised alike."""
    return _MARKS.sub("", text)
