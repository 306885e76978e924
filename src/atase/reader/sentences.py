"""Where the sentences of a normalised text begin and end.

A full stop, question or exclamation mark ends a sentence when a capital, a digit or a quote follows it
and it does not close an abbreviation, an initial or a numbered item. A line end always ends one.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atase.reader.languages import FOLDER

# Each run of marks is tried once, from its first: possessive repeats keep hostile texts linear.
_STOP = re.compile(
    r"""[.!?\n](?:(?<=\n)\s*|(?<![.!?].)(?<!\n)[.!?]*+["')\]]*+\s++(?=["'(\[]*+[A-Z0-9À-Þ•-]))""", re.DOTALL
)
_STOP_OR_BULLET = re.compile(rf"{_STOP.pattern}|(?<=\S)\s+(?=[•▪]\s)", re.DOTALL)
_AFTER_WORD = re.compile(r"\.[)\]]?\s")
_LAST_TOKEN = re.compile(r"""[^\s("'\[]+$""")
_NEXT_WORD = re.compile(r"\W*([^\W\d_]+)")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_ITEM = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivx]+)")
_LONGEST_TOKEN = 30
_PIECE = re.compile(r"\S(?:.{0,3998}\S)?(?!\S)|\S{1,4000}", re.DOTALL)
"""A sentence, or as many of its words as 4,000 characters hold, which bounds the time that one takes."""


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    inside: frozenset[str]  # never end a sentence
    last: frozenset[str]  # may end one, where one of the openers follows
    openers: frozenset[str]


@cache
def _abbreviations(lang: str) -> _Abbreviations:
    data = tomllib.loads((FOLDER / lang / "abbreviations.toml").read_text(encoding="utf-8"))
    return _Abbreviations(**{name: frozenset(words) for name, words in data.items()})


def split(text: str, lang: str) -> list[tuple[int, int]]:
    """The sentences as (start, end) offsets, end exclusive, in order, without the blanks around them."""
    return [piece.span() for start, end in _whole(text, lang) for piece in _PIECE.finditer(text, start, end)]


def _whole(text: str, lang: str) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    # Every blank may stand before a bullet, so where there is none the search is much quicker without.
    for match in (_STOP_OR_BULLET if "•" in text or "▪" in text else _STOP).finditer(text, start):
        if _AFTER_WORD.match(match[0]) and _goes_on(text, start, match, lang):
            continue
        end = match.start() + len(match[0].rstrip())
        if end > start:
            yield start, end
        start = match.end()
    end = len(text.rstrip())
    if end > start:
        yield start, end


def _goes_on(text: str, start: int, stop: re.Match[str], lang: str) -> bool:
    """Whether the full stop belongs to the word before it."""
    found = _LAST_TOKEN.search(text, max(start, stop.start() - _LONGEST_TOKEN), stop.start())
    if not found:
        return False
    token, known = found[0], _abbreviations(lang)
    if token.lower() in known.inside or (found.start() == start and _ITEM.fullmatch(token)):
        return True
    if token.lower() in known.last or _INITIAL.fullmatch(token):
        following = _NEXT_WORD.match(text, stop.end())
        return not (following and following[1].lower() in known.openers)
    return False
