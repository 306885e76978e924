"""The single dates that a language's forms match in a text, before they are put together and resolved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from atase.reader.date_patterns import NUMBER, TOKEN, Language
from atase.reader.date_values import Told

_LOOK_BACK = 40
"""Characters before a date in which its leads stand."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of text that a form matches, or several that tell one date together."""

    start: int
    end: int
    told: Told
    whole: bool = True  # False for what needs a year, a lead or a direction to be a date
    kind: str = "on"
    last: Told | None = None  # the other end of a range


def atoms(text: str, words: Language) -> Iterator[Atom]:
    """What the forms match, in order and apart from each other; the longest match is taken."""
    done = 0
    for token in TOKEN.finditer(text):
        start = token.start()
        is_number = token[0][0].isdigit()
        patterns = words.patterns.get(NUMBER if is_number else token[0].lower())
        if not patterns or start < done or (is_number and _is_inside(text, start)):
            continue
        matches = [(match, form.led) for form in patterns if (match := form.regex.match(text, start))]
        if not matches:
            continue
        match, led = max(matches, key=lambda found: found[0].end())
        done = match.end()
        if atom := _read(match, words):
            atom = _with_leads(text, replace(atom, whole=atom.whole and not led), led, words)
            done = atom.end
            yield atom


def _is_inside(text: str, start: int) -> bool:
    """Whether digits go on a number or a name that began before them: 3.17, S-300, B2012."""
    before = text[max(0, start - 2) : start]
    return before[-1:].isalnum() or (before[-1:] in tuple(".,/-") and before[:1].isalnum() and len(before) == 2)


def _read(match: re.Match[str], words: Language) -> Atom | None:
    parts = {name: " ".join(text.lower().split()) for name, text in match.groupdict().items() if text}
    if "skip" in parts:
        return None
    if "relative" in parts:
        unit, shift = words.relative[parts["relative"]]
        return Atom(*match.span(), Told(unit=unit, shift=shift))
    values = {name: words.words.get(name.rstrip("2"), {}).get(text) or int(text) for name, text in parts.items()}
    return None


def _with_leads(text: str, atom: Atom, led: bool, words: Language) -> Atom:
    """The atom with what the words before and after it say."""
    before = words.before.search(text, max(0, atom.start - _LOOK_BACK), atom.start)
    return atom
