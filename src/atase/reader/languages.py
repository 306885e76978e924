"""Which language a text and its paragraphs are in, by how many of their different words are common words of each.

A language is a folder beside this file; its `words.txt` makes it known here.
"""

from collections.abc import Set
from functools import cache
from pathlib import Path

from atase.reader.text import canonical

FOLDER = Path(__file__).with_name("languages")
DEFAULT = "en"
"""Taken for a text that has no common word of any language."""

_SURE = 0.25
"""Share of common words in a text that is surely in a language: few texts have less, those in related ones do."""

_CLEARLY = 3
"""Common words that a paragraph must have more of another language, and twice as many, to be read in that one."""

_ENOUGH = 2_500
"""Characters by which a text is taken to be surely in a language."""


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
    return likeliest({*canonical(text).split()})


def likeliest(words: Set[str]) -> str:
    """The language that most of the words (in lower case) are common in; of equals the default, then the alphabet's."""
    return _ranked(words)[0]


def identify(text: str) -> str | None:
    """The language where the text is surely in one of those that can be read, else None."""
    words = [word for word in canonical(text[:_ENOUGH]).split() if word.isalpha()]
    lang = likeliest({*words})
    share = sum(word in common_words(lang) for word in words) / len(words) if words else 0
    return lang if share >= _SURE else None


def by_language(text: str, words: Set[str], lang: str) -> dict[str, str]:
    """The text for each language that it has paragraphs in: only those are left, all others are blank.

    `text` is normalised, `words` are its words, and `lang` is the document's language.
    """
    own = common_words(lang)
    foreign = (words & common_words(other) for other in languages() if other != lang)
    if all(len(known) < _CLEARLY or len(known - own) < _CLEARLY for known in foreign):
        return {lang: text}
    paragraphs = paragraph_languages(text, words, lang)
    codes = dict.fromkeys(code for _, _, code in paragraphs)
    return {code: _blank_others(text, paragraphs, code) for code in codes} if codes.keys() != {lang} else {lang: text}


def paragraph_languages(text: str, words: Set[str], lang: str) -> list[tuple[int, int, str]]:
    """The language of each paragraph (a line of normalised text), as (start, end, code).

    A paragraph is in `lang`, that of the document, unless it has clearly more common words of another one. Where
    related languages have as many, it is in the one of which the whole text has more.
    """
    ranked = [lang, *(other for other in _ranked(words) if other != lang)]
    found = []
    start = 0
    for line in text.split("\n"):
        if here := {*canonical(line).split()}:
            counts = {other: len(here & common_words(other)) for other in ranked}
            best = max(ranked, key=lambda other: counts[other])  # the first of equals
            clear = counts[best] >= max(counts[lang] + _CLEARLY, 2 * counts[lang])
            found.append((start, start + len(line), best if clear else lang))
        start += len(line) + 1
    return found


def _blank_others(text: str, paragraphs: list[tuple[int, int, str]], lang: str) -> str:
    parts: list[str] = []
    done = 0
    for start, end, code in paragraphs:
        parts += (text[done:start], text[start:end] if code == lang else " " * (end - start))
        done = end
    return "".join(parts) + text[done:]


def _ranked(words: Set[str]) -> list[str]:
    counts = {lang: len(words & common_words(lang)) for lang in languages()}
    return sorted(counts, key=lambda lang: (-counts[lang], lang != DEFAULT, lang))
