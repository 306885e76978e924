"""Rows of the CSV files in `data/`, checked cell by cell."""

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from atase import when
from atase.errors import AtaseError

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, which knows its place for messages."""

    path: Path
    line: int
    cells: dict[str, str]

    def error(self, problem: str) -> AtaseError:
        """The error that tells where the row stands and what is wrong with it."""
        return AtaseError(f"{self.path.name}, line {self.line}: {problem}")

    def text(self, column: str) -> str:
        """The cell; it must not be empty."""
        if value := self.cells[column]:
            return value
        raise self.error(f"{column} is empty")

    def optional(self, column: str) -> str | None:
        """The cell, or None where it is empty."""
        return self.cells[column] or None

    def flag(self, column: str) -> bool:
        """Whether the cell says 1; empty and 0 are no."""
        if self.cells[column] not in ("", "0", "1"):
            raise self.error(f"{column} must be 1 or 0, not {self.cells[column]!r}")
        return self.cells[column] == "1"

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """The cell, which must be one of `allowed`."""
        if (value := self.cells[column]) in allowed:
            return value
        raise self.error(f"{column} must be one of {', '.join(allowed)}, not {value!r}")

    def date(self, column: str) -> str | None:
        """An ISO date of any precision, or None where the cell is empty."""
        return self.checked_date(self.cells[column])

    def checked_date(self, value: str) -> str | None:
        """`value` where it is an ISO date of any precision, or None where it is empty."""
        try:
            return when.check(value) if value else None
        except AtaseError as error:
            raise self.error(str(error)) from error

    def period(self, start: str, end: str) -> tuple[str | None, str | None]:
        """The dates of two columns, which must be in order."""
        first, last = self.date(start), self.date(end)
        if first and last and when.first_day(first) > when.last_day(last):
            raise self.error(f"{start} {first} is after {end} {last}")
        return first, last

    def codes(self, column: str, known: Collection[str]) -> tuple[str, ...]:
        """The space-separated actors of the cell, each of which must be known."""
        codes = tuple(self.cells[column].replace("|", " ").split())
        if unknown := [code for code in codes if code not in known]:
            raise self.error(f"{column} has no such actor: {' '.join(unknown)}")
        return codes

    def code(self, column: str, known: Collection[str]) -> str | None:
        """The actor of the cell, or None where it is empty."""
        codes = self.codes(column, known)
        if len(codes) > 1:
            raise self.error(f"{column} must be one actor, not {self.cells[column]!r}")
        return codes[0] if codes else None

    def forms(self, *columns: str) -> tuple[str, ...]:
        """The forms of the cells, separated by `|`, each once; at least one."""
        forms = (form.strip() for column in columns for form in self.cells[column].split("|"))
        if found := tuple(dict.fromkeys(form for form in forms if form)):
            return found
        raise self.error(f"{columns[0]} is empty")


def rows(path: Path, columns: Collection[str]) -> Iterator[Row]:
    """The rows of a CSV file in UTF-8 whose header must be `columns`; none where it does not exist.

    Raises:
        AtaseError: the header differs, or a row has more or fewer cells.
    """
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if next(reader, None) != list(columns):
            raise AtaseError(f"{path.name}, line 1: the header must be {','.join(columns)}")
        for cells in reader:
            row = Row(path, reader.line_num, dict(zip(columns, cells, strict=False)))
            if len(cells) != len(columns):
                raise row.error(f"{len(cells)} cells, expected {len(columns)}")
            yield row
