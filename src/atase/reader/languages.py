"""Which language a text is in, by how many of its words are common words of each.

A language is a folder beside this file; its `words.txt` makes it known here.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("languages")
DEFAULT = "en"
"""Taken for a text that has no common word of any language."""

_SURE = 0.25
"""Share of common words in a text that is surely in a language: few texts have less, those in related ones do."""

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 2_500
"""Characters looked at: more of a text does not change the answer."""


@cache
def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that can be read, sorted."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/words.txt")))


@cache
def common_words(lang: str) -> frozenset[str]:
    """Words, in lower case, that any text in the language is full of."""
    lines = (FOLDER / lang / "words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language."""
    return _likeliest(text) or DEFAULT


def identify(text: str) -> str | None:
    """The language where the text is surely in one of those that can be read, else None."""
    words = _WORD.findall(text[:_ENOUGH].lower())
    lang = _likeliest(text)
    if lang is None or sum(word in common_words(lang) for word in words) < _SURE * len(words):
        return None
    return lang


def paragraph_languages(text: str) -> list[tuple[int, int, str]]:
    """The language of each paragraph (a line of normalised text), as (start, end, code).

    A paragraph with too little to tell by is in the language of the whole text.
    """
    whole = detect(text)
    return [
        (match.start(), match.end(), _likeliest(match[0], margin=3) or whole)
        for match in re.finditer(r"[^\n]*\S[^\n]*", text)
    ]


def _likeliest(text: str, margin: int = 1) -> str | None:
    """The language whose common words outnumber every other's by `margin`, or None."""
    words = _WORD.findall(text[:_ENOUGH].lower())
    counts = {lang: sum(word in known for word in words) for lang, known in _vocabularies()}
    best, second = sorted(counts, key=lambda lang: -counts[lang])[:2]
    return best if counts[best] - counts[second] >= margin else None


@cache
def _vocabularies() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((lang, common_words(lang)) for lang in languages())
