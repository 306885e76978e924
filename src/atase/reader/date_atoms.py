"""The single dates that a language's forms match in a text, before they are put together and resolved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from atase.reader.date_patterns import NUMBER, TOKEN, Language
from atase.reader.date_values import Told

_HYPHEN = re.compile(r"[^\W\d_]-$")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_NAME_BEFORE = re.compile(r"(?<![^\W_])[A-Z][^\W_]*[ -]$")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
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
    if _HYPHEN.search(before) and _YEAR.match(text, start):  # Maritime Joint-2026
        return False
    return before[-1:].isalnum() or (len(before) == 2 and before[1] in ".,/-" and before[0].isalnum())


def _read(match: re.Match[str], words: Language) -> Atom | None:
    parts = {name: " ".join(text.lower().split()) for name, text in match.groupdict().items() if text}
    if "skip" in parts:
        return None
    if "relative" in parts:
        unit, shift = words.relative[parts["relative"]]
        return Atom(*match.span(), Told(unit=unit, shift=shift))
    values = {name: _value(name, text, words) for name, text in parts.items()}
    if "ago" in values:
        return Atom(*match.span(), Told(unit=str(values["unit"]), shift=-int(values["n"])))
    told = _settled({name: int(value) for name, value in values.items()})
    # "The third quarter" is a date only with its year.
    return Atom(*match.span(), told, whole="nth" not in parts or told.year is not None) if told else None


def _value(name: str, text: str, words: Language) -> int | str:
    table = words.words.get(name.rstrip("2"), {})
    return table[text] if text in table else int(text)


def _settled(numbers: dict[str, int]) -> Told | None:
    """Numbers by what they mean. Day comes before month, unless only the other order gives a date."""
    length = numbers.pop("period", 0) or numbers.pop("letter", 0)
    if length:
        last = numbers.pop("nth") * length
        numbers |= {"month": last - length + 1, "month2": last}
    if "yy" in numbers and "year" in numbers:  # 1950-53
        numbers["year2"] = numbers["year"] // 100 * 100 + numbers.pop("yy")
    elif "yy" in numbers:
        numbers["year"] = numbers.pop("yy") + 2000
    if "number" in numbers:
        numbers["month"] = numbers.pop("number")
        if numbers["month"] > 12 and "day2" not in numbers:
            numbers["day"], numbers["month"] = numbers["month"], numbers["day"]
    told = Told(**numbers)  # type: ignore[arg-type]  # a pattern names only groups that are numbers
    backwards = told.year and told.year2 and told.year2 <= told.year
    return None if backwards or (told.month2 or 0) > 12 else told


def _is_named(text: str, atom: Atom) -> bool:
    """Whether a year is part of a name: Super Garuda Shield 2024, the 1986 Treaty."""
    return bool(
        _NAME_BEFORE.search(text, max(0, atom.start - _LOOK_BACK), atom.start) or _NAME_AFTER.match(text, atom.end)
    )


def _with_leads(text: str, atom: Atom, led: bool, words: Language) -> Atom:
    """The atom with what the words before and after it say."""
    leads = words.before.search(text, max(0, atom.start - _LOOK_BACK), atom.start)
    said = leads.groupdict() if leads else {}
    kind = "since" if said.get("since") else "until" if said.get("until") else "on"
    is_law = led and words.law.search(text, max(0, atom.start - _LOOK_BACK), atom.start)
    whole = atom.whole or (led and bool(leads and leads[0]) and not is_law)
    if not whole and led and atom.told.month is None and not is_law and _is_named(text, atom):
        return replace(atom, kind="named", whole=True)
    follows = words.after.match(text, atom.end) if atom.told.unit is None else None
    direction = follows["direction"] if follows else said.get("direction")
    if direction is None or atom.told.unit is not None:
        return replace(atom, kind=kind, whole=whole)
    told = replace(atom.told, direction=words.directions[" ".join(direction.lower().split())])
    start = atom.start if follows or not leads else leads.start("direction")
    end = follows.end() if follows else atom.end
    return replace(atom, start=start, end=end, told=told, kind=kind, whole=whole or led)
