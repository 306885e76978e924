"""Every name and every phrase of its language in a text, each in one pass."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from atase.actors import Name, names, within
from atase.reader.phrases import concepts
from atase.reader.text import bare, canonical


class Mention(NamedTuple):
    """A name in the text, and the actors' entry that it is read as."""

    start: int
    end: int
    name: Name


class Cue(NamedTuple):
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


def mentions(text: str, flat: str, lang: str, on: str | None) -> list[Mention]:
    """The names in a text, in its order: the longest, those valid `on` the day preferred. `flat`: in canonical form."""
    flat = f" {flat} "  # patterns begin with a blank, so that a match begins a word
    by_form, finder = _name_finder(lang)
    found = []
    for index, start, end in finder.find_matches_as_indexes(flat):
        if flat[end] == " " and text[end - 1 : end] not in _CURRENCY:
            name = _choose(by_form[index], text[start : end - 1], on)
            if name:
                found.append(Mention(start, end - 1, name))
    return found


def cues(flat: str, lang: str) -> list[Cue]:
    """The phrases in a text in canonical form, in its order."""
    flat = f" {flat} "
    forms, finder = _phrase_finder(lang)
    return sorted(
        Cue(start, end - 1, *forms[index])
        for index, start, end in finder.find_matches_as_indexes(flat, overlapping=True)
        if flat[end] == " "
    )


def shared(items: Sequence[T], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[T, ...]]:
    """The items that begin in each span. Both are in the order of the text, and spans lie apart."""
    first = 0
    for start, end in spans:
        while first < len(items) and items[first].start < start:
            first += 1
        last = first
        while last < len(items) and items[last].start < end:
            last += 1
        yield tuple(items[first:last])
        first = last


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
    """The entry that a form is read as: one whose capitals fit, valid on the day where some are, as it is written."""
    first = candidates[0]
    if len(candidates) == 1 and (not first.cased or first.text == seen):  # most of them
        return first
    shouted = seen.isupper() and len(seen) > 4
    fitting = [name for name in candidates if not name.cased or _letters(name.text) == _letters(seen) or shouted]
    valid = [name for name in fitting if on is None or within(on, name.start, name.end)]
    pool = valid or fitting
    return min(
        pool, key=lambda name: (_rewritten(name, seen), name.ambiguous, not name.codes, name.implies), default=None
    )


def _rewritten(name: Name, seen: str) -> bool:
    """Whether only the accents of a form differ from those in the text: "Male" is not Malé where it is told apart."""
    return seen.isascii() != name.text.isascii()


def _letters(text: str) -> str:
    """The text without marks and accents: "U.S." and "US" are capitalised alike, and "Türkiye" and "Turkiye"."""
    return _MARKS.sub("", bare(text))
