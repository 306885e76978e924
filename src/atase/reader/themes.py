"""What an activity is about or against: the themes whose phrases stand in its evidence."""

import tomllib
from collections.abc import Iterable
from functools import cache

from atase.reader.languages import FOLDER
from atase.reader.sentence import Sentence


def themes_of(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """Sorted codes of the themes named in the sentences."""
    found = {code for sentence in sentences for code in sentence.concepts & _themes(sentence.lang)}
    return tuple(sorted(found))


@cache
def _themes(lang: str) -> frozenset[str]:
    return frozenset(tomllib.loads((FOLDER / lang / "themes.toml").read_text(encoding="utf-8")))
