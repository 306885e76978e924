"""The sentence that tells an activity, marked in the text around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atase.report import TITLE, Evidence

AROUND = 500
"""Characters of the text that are shown before and after a sentence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `marked` where it is evidence."""

    text: str
    marked: bool


def passage(text: str, evidence: Sequence[Evidence]) -> list[Piece]:
    """What a source says around some evidence, which is marked; without the text, the quotations alone."""
    spans = sorted((each.start, each.end) for each in evidence if each.start != TITLE)
    if not spans or any(not 0 <= start < end <= len(text) for start, end in spans):
        return [Piece(each.quote, True) for each in evidence]
    first = _word(text, max(0, spans[0][0] - AROUND))
    last = min(len(text), max(end for _start, end in spans) + AROUND)
    pieces = list(_cut(text, spans, first, last))
    opening = [Piece("… ", False)] if first else []
    closing = [Piece(" …", False)] if last < len(text) else []
    return [*opening, *pieces, *closing]


def _word(text: str, start: int) -> int:
    """The beginning of a word at a place or behind it."""
    return start and max(start, text.find(" ", start) + 1)


def _cut(text: str, spans: list[tuple[int, int]], first: int, last: int) -> Iterator[Piece]:
    place = first
    for start, end in spans:
        if start > place:
            yield Piece(text[place:start], False)
        if end > place:
            yield Piece(text[max(start, place) : end], True)
            place = end
    if place < last:
        yield Piece(text[place:last], False)
