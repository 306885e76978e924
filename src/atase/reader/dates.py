"""Dates in a text, in the forms of its language, resolved against the day on which it was written.

Choices that a text leaves open:

* Numbers are day/month, in both languages; month/day only where the other order gives no date.
* A bare weekday is the last one, the day of writing included, and a date without a year the closest one;
  `DateSpan.other` holds the next best, for a sentence whose tense points there.
* "Last week" is told by its month, for ISO 8601 dates of reduced precision know no weeks.
* "Early 2023", "the end of May" and the fiscal year 2023 keep the year or month alone.
* Decades and numbers of laws are no dates, nor is a year with neither a word such as "in" nor a name beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from atase import when
from atase.reader.date_atoms import Atom, atoms
from atase.reader.date_patterns import Language, language
from atase.reader.date_values import resolve

_WIDEST_GAP = 40
"""Characters between a weekday and its date, or between the two ends of a range."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text.

    `start` and `end` (exclusive) are offsets; `date` and `end_date` ISO dates of any precision, the latter
    None where it is one day, month or year. `kind` is `on`, or `since` or `until` where the text says so, or
    `named` for a year that only stands in a name ("Super Garuda Shield 2024", "the 1986 Treaty").
    `other` is the date that the words may mean instead: the coming Friday for "Friday".
    """

    start: int
    end: int
    date: str
    end_date: str | None
    kind: str
    other: str | None = None


def find(text: str, lang: str, anchor: str | None) -> list[DateSpan]:
    """The dates of the text, in order and apart from each other.

    `anchor` is the date of the document; without it, or where it is too coarse, only those dates are found
    that need none. Dates that do not exist are left out.

    Raises:
        AtaseError: `anchor` is no date.
    """
    days = (when.first_day(anchor), when.last_day(anchor)) if anchor else None
    return [span for atom in _join(text, language(lang)) if (span := _span(atom, days))]


def _span(atom: Atom, days: tuple[date, date] | None) -> DateSpan | None:
    if not atom.whole:
        return None
    told = atom.told
    if atom.last and atom.last.year is not None and told.year is None:
        told = replace(told, year=atom.last.year - ((told.month or 0) > (atom.last.month or 12)))
    value, last = resolve(told, days), resolve(atom.last, days) if atom.last else None
    if value is None:
        value, last = last, None
    if value is None:
        return None
    end = (last.end or last.date) if last else value.end
    return DateSpan(atom.start, atom.end, value.date, end if end and end > value.date else None, atom.kind, value.other)


def _join(text: str, words: Language) -> Iterator[Atom]:
    """Atoms, those that tell one date together put into one."""
    waiting: Atom | None = None
    for atom in atoms(text, words):
        if waiting is None:
            waiting = atom
        elif joined := _together(text, waiting, atom, words):
            waiting = joined
        else:
            yield waiting
            waiting = atom
    if waiting:
        yield waiting


def _together(text: str, first: Atom, second: Atom, words: Language) -> Atom | None:
    """One atom of two neighbours, or None where each is a date of its own."""
    a, b = first.told, second.told
    gap = (first.end, second.start)
    if second.start - first.end > _WIDEST_GAP:
        return None
    if a.weekday is not None and a.unit is None and b.day is not None and words.to_date.fullmatch(text, *gap):
        return replace(second, start=first.start, end=_past_bracket(text, first.end, second), kind=first.kind)
    if first.last:
        return None
    belongs = (b.unit == "week" and a.weekday is not None) or (b.unit == "year" and a.month is not None)
    if belongs and a.year is None and a.unit is None and words.of.fullmatch(text, *gap):
        return replace(first, end=second.end, told=replace(a, unit=b.unit, shift=b.shift), whole=True)
    alike = (a.weekday is None) == (b.weekday is None)
    if alike and first.whole and second.whole and words.to_end.fullmatch(text, *gap):
        return replace(first, end=second.end, last=b, kind="on")
    return None


def _past_bracket(text: str, gap_start: int, atom: Atom) -> int:
    return atom.end + (text[gap_start : atom.start].rstrip().endswith("(") and text[atom.end : atom.end + 1] == ")")
