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

_CLEARLY = 3
"""Common words that a paragraph must have more of another language to be read in that one."""

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
    return _ranked(_counts(text[:_ENOUGH]))[0]


def identify(text: str) -> str | None:
    """The language where the text is surely in one of those that can be read, else None."""
    lang, words = detect(text), _words(text[:_ENOUGH])
    share = sum(word in common_words(lang) for word in words) / len(words) if words else 0
    return lang if share >= _SURE else None


def paragraph_languages(text: str, lang: str) -> list[tuple[int, int, str]]:
    """The language of each paragraph (a line of normalised text), as (start, end, code).

    A paragraph is in `lang`, that of the document, unless it has clearly more common words of another one. Where
    related languages have as many, it is in the one of which the whole text has more.
    """
    ranked = [lang, *(other for other in _ranked(_counts(text)) if other != lang)]
    found = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            counts = _counts(line)
            best = max(ranked, key=lambda one: counts[one])  # the first of equals
            found.append((start, start + len(line), best if counts[best] - counts[lang] >= _CLEARLY else lang))
        start += len(line) + 1
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _counts(text: str) -> dict[str, int]:
    """How many different common words of each language the text has."""
    words = {*_words(text)}
    return {lang: len(words & common_words(lang)) for lang in languages()}


def _ranked(counts: dict[str, int]) -> list[str]:
    """The languages, the likeliest first; of equals the default, then by the alphabet."""
    return sorted(counts, key=lambda lang: (-counts[lang], lang != DEFAULT, lang))
