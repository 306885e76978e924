"""The phrases of a language, by concept: `languages/<lang>/*.toml`, one key a concept, one line a phrase.

`(a|b)` in a phrase are alternatives, also of parts of words; `(a )?` may be missing.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from atase.reader.languages import FOLDER
from atase.reader.text import canonical

_CHOICE = re.compile(r"\(([^()]*)\)(\?)?")
_NOT_PHRASES = {"abbreviations", "dates"}


@cache
def concepts(lang: str) -> Mapping[str, frozenset[str]]:
    """Every phrase of the language in canonical form, with the concepts that it may express."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((FOLDER / lang).glob("*.toml")):
        if path.stem in _NOT_PHRASES:
            continue
        for concept, lines in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for phrase in filter(None, (line.strip() for line in lines.splitlines())):
                for form in _expand(phrase):
                    found[" ".join(canonical(form).split())].add(concept)
    found.pop("", None)
    return {phrase: frozenset(names) for phrase, names in found.items()}


def _expand(phrase: str) -> list[str]:
    match = _CHOICE.search(phrase)
    if not match:
        return [phrase]
    choices = [*match[1].split("|"), *([""] if match[2] else [])]
    return [form for choice in choices for form in _expand(phrase[: match.start()] + choice + phrase[match.end() :])]
