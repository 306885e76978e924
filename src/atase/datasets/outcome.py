"""What becomes of a row: a report, or a reject that says why there is none."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from atase.datasets.tables import Row
from atase.report import Report


class RefusedError(Exception):
    """Raised by an importer for a row that it makes no report of.

    `reason` is the same for all rows of the kind, so that they can be counted; `about` is the value at fault.
    `outside` tells that the row is sound, but no activity of the codebook (a year without troops); otherwise
    the importer could not understand it.
    """

    def __init__(self, reason: str, about: str = "", *, outside: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.about, self.outside = reason, about, outside


@dataclass(frozen=True, slots=True)
class Told:
    """A row that became a report. `row` counts the rows of data from 1."""

    row: int
    report: Report


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that became none, and why (see `RefusedError`). `cells` is the row in short."""

    row: int
    reason: str
    about: str
    outside: bool
    cells: str


Outcome = Told | Reject


def each(rows: Iterable[Row], make: Callable[[Row], Report]) -> Iterator[Outcome]:
    """One outcome a row, in the order of the rows: `make` returns its report or raises `RefusedError`."""
    for row in rows:
        try:
            if row.defect:
                raise RefusedError(row.defect)
            yield Told(row.number, make(row))
        except RefusedError as refused:
            yield Reject(row.number, refused.reason, refused.about, refused.outside, row.quote)
