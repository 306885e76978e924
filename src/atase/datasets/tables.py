"""Rows of a dataset's file, whatever its form, as texts by column.

Text files are read by Python's own reader and not by Polars: it streams, and a row with too many or too few cells is
then one reject and not the end of the file.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from atase.datasets.card import Card, Layout
from atase.datasets.opening import open_text
from atase.datasets.workbook import sheet_rows
from atase.errors import AtaseError
from atase.i18n import _

PREAMBLE = 60
"""Lines in which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of data: its number from 1, its cells, stripped, by column ("" where nothing is told).

    `shown` are the columns that stand for it. `defect` says what is wrong with a row that has no cells.
    """

    number: int
    cells: dict[str, str]
    shown: tuple[str, ...] = ()
    defect: str = ""

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def first(self, *columns: str) -> str:
        """The cell of the first of the columns that the file has, for layouts that differ in names; "" without one."""
        return next((self.cells[column] for column in columns if column in self.cells), "")

    @property
    def quote(self) -> str:
        """The filled cells with their columns' names, for a person to read."""
        cells = self.cells
        return "; ".join([f"{name}: {cells[name]}" for name in self.shown or cells if cells.get(name)])


@dataclass(frozen=True, slots=True)
class Table:
    """A file whose layout is known. Its rows can be gone through once."""

    layout: Layout
    rows: Iterator[Row]


def table(card: Card, path: Path) -> Table:
    """Open a file in whichever layout of the dataset it has.

    Raises:
        AtaseError: it cannot be read or has none of them; the message names the columns that it should have.
    """
    for layout in card.layouts:
        if (rows := _READERS[layout.format](path, layout)) is not None:
            return Table(layout, rows)
    forms = (f"{one.name}: {', '.join(one.columns[:12])}" for one in card.layouts)
    message = _("{path}: this is no file of {dataset}; expected the columns of {wanted}. `atase datasets {dataset}`")
    raise AtaseError(message.format(path=path, dataset=card.name, wanted=_(" or ").join(forms)))


def numbered(layout: Layout, names: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[Row]:
    """Rows of lines of cells; lines without a filled cell do not count."""
    missing, width, number = frozenset(layout.missing), len(names), 0
    for cells in lines:
        if not any(cells):
            continue
        number += 1
        stripped = [cell.strip() for cell in cells]
        if len(cells) == width:
            told = ["" if cell in missing else cell for cell in stripped] if missing else stripped
            yield Row(number, dict(zip(names, told, strict=True)), layout.evidence)
        else:
            defect = _("the row has more or fewer cells than the header")
            yield Row(number, {str(place): cell for place, cell in enumerate(stripped, 1)}, (), defect)


def _text(path: Path, layout: Layout) -> Iterator[Row] | None:
    lines = _lines(path, layout)
    head = list(islice(lines, PREAMBLE))
    place = -1 if not layout.header else next((n for n, cells in enumerate(head) if _fits(layout, cells)), None)
    if place is None or (not layout.header and head and len(head[0]) != len(layout.columns)):
        return None
    names = _named(layout, head[place]) if layout.header else layout.columns
    return numbered(layout, names, chain(head[place + 1 :], lines))


def _lines(path: Path, layout: Layout) -> Iterator[list[str]]:
    with open_text(path, layout.encoding) as stream:
        lines: Iterable[str] = stream
        if layout.trailing:
            lines = (line.rstrip("\r\n").removesuffix(layout.trailing) + "\n" for line in stream)
        try:
            yield from csv.reader(
                lines, delimiter=layout.separator, quoting=csv.QUOTE_MINIMAL if layout.quoted else csv.QUOTE_NONE
            )
        except csv.Error as error:
            raise AtaseError(_("{path}: broken table: {reason}").format(path=path, reason=error)) from error


def _sheet(path: Path, layout: Layout) -> Iterator[Row] | None:
    names, lines = sheet_rows(path, layout.sheet)
    return numbered(layout, _named(layout, names), lines) if _fits(layout, names) else None


def _fits(layout: Layout, names: Sequence[str]) -> bool:
    return {name.casefold() for name in layout.columns} <= {name.strip().casefold() for name in names}


def _named(layout: Layout, header: Sequence[str]) -> list[str]:
    """Column names, in the layout's spelling where they differ from it by case alone.

    One without a name is the mark of doubt of the column before it: `Number ordered ?`.
    """
    spelled = {name.casefold(): name for name in layout.columns}
    names: list[str] = []
    for cell in header:
        name = cell.strip()
        names.append(spelled.get(name.casefold(), name) or (f"{names[-1]} ?" if names else "row"))
    return names


_READERS = {"text": _text, "excel": _sheet}
