"""What an activity is about or against: the themes whose phrases stand in its evidence."""

import tomllib
from collections.abc import Iterable
from functools import cache

from atase.reader.candidates import Sentence
from atase.reader.languages import FOLDER


def themes_of(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """Sorted codes of the themes named in the sentences."""
    found = {
        concept
        for sentence in sentences
        for cue in sentence.found.cues
        for concept in cue.concepts & _themes(sentence.lang)
    }
    return tuple(sorted(found))


@cache
def _themes(lang: str) -> frozenset[str]:
    return frozenset(tomllib.loads((FOLDER / lang / "themes.toml").read_text(encoding="utf-8")))
