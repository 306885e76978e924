"""SIPRI's trade register in RTF: blocks of deals under the name of their supplier.

`R:` opens a supplier's recipients and `L:` those whom it gave a licence; further deals with the same recipient have
an empty cell more, and not its name. Parentheses mark what is uncertain.
"""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.rtf import rtf_lines
from atase.datasets.tables import Row, numbered
from atase.errors import AtaseError
from atase.i18n import _

COLUMNS = (
    "Supplier", "Recipient", "Number ordered", "Number ordered ?", "Weapon designation", "Weapon description",
    "Year of order", "Year of order ?", "Year(s) of delivery", "Number delivered", "Number delivered ?", "Comments",
)  # fmt: skip
_CELLS = 8


def register(card: Card, path: Path) -> Iterator[Row]:
    """The deals of a register, with the columns of the layout `deals`.

    Raises:
        AtaseError: there are none in the file.
    """
    found = _deals(path)
    first = next(found, None)
    if first is None:
        message = _("{path}: no deals found; expected SIPRI's trade register in RTF, by supplier")
        raise AtaseError(message.format(path=path))
    return numbered(card.layouts[0], COLUMNS, chain([first], found))


def _deals(path: Path) -> Iterator[list[str]]:
    supplier = recipient = kind = ""
    begun = False
    for cells in rtf_lines(path):
        if not begun:
            begun = cells[-1].strip() == "Comments"
        elif len(cells) == 1 and cells[0].strip():
            supplier, recipient = cells[0].strip(), ""
        elif any(map(str.strip, cells)):
            told = cells[1:] if not cells[0].strip() and len(cells) == _CELLS + 1 else cells
            kind, name = _recipient(told[0], kind)
            recipient = name or recipient
            # a line of another width is handed on as it is, for it must not get lost
            yield _deal(supplier, recipient, kind, told) if len(told) == _CELLS else cells


def _recipient(cell: str, before: str) -> tuple[str, str]:
    match = re.match(r"\s*(?:([RL]):)?\s*(.*)", cell)
    assert match  # noqa: S101  the pattern fits everything
    return match[1] or before, match[2].strip()


def _deal(supplier: str, recipient: str, kind: str, cells: list[str]) -> list[str]:
    _cell, ordered, designation, description, order, years, delivered, comments = (cell.strip() for cell in cells)
    licence = "produced under licence; " if kind == "L" else ""
    return [
        supplier, recipient, *_marked(ordered), designation, description, *_marked(order), _years(years),
        *_marked(delivered), licence + comments,
    ]  # fmt: skip


def _marked(cell: str) -> tuple[str, str]:
    """The cell without its parentheses, and the mark that they are."""
    bare = cell.strip("() ")
    return bare, "?" if bare != cell else ""


def _years(cell: str) -> str:
    """`2016-2017` as the register by deal writes it."""
    return "; ".join(re.findall(r"\d{4}", cell))
