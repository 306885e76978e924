"""Which covariate a file is, by its columns, and which files of a folder are covariates."""

import csv
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from atase.datasets.covariates.card import Covariate, Layout, covariates
from atase.datasets.covariates.workbook import sheets
from atase.datasets.opening import open_text
from atase.datasets.workbook import sheet_rows
from atase.errors import AtaseError

ENDINGS = (".csv", ".gz", ".zip", ".xlsx")
LONGEST_HEADER = 1 << 16
"""Characters of a header; a file whose first line is longer is none of these."""


def layout_of(card: Covariate, path: Path) -> Layout | None:
    """The layout of the card that a file has, the first that fits.

    Raises:
        AtaseError: the file cannot be read.
    """
    return next((layout for layout in card.layouts if _fits(layout, path)), None)


def recognise(path: Path) -> Covariate | None:
    """The covariate that a file holds, or None.

    Raises:
        AtaseError: the file cannot be read.
    """
    return next((card for card in covariates().values() if layout_of(card, path)), None)


def find(folder: Path) -> Mapping[str, Path]:
    """The covariates in a folder and its folders, by name.

    Files that are something else are passed over. Where several hold the same covariate, it is the one whose layout
    the card lists first, then the first by path.
    """
    found: dict[str, tuple[int, Path]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS):
        with suppress(AtaseError):
            for card in covariates().values():
                if layout := layout_of(card, path):
                    choice = (card.layouts.index(layout), path)
                    found[card.name] = min(found.get(card.name, choice), choice)
    return {name: path for name, (_, path) in found.items()}


def _fits(layout: Layout, path: Path) -> bool:
    if (path.suffix.lower() == ".xlsx") != (layout.format != "text"):
        return False
    wanted = {*layout.columns.values(), *layout.also}
    if layout.format == "sheets":
        return wanted <= {name for name in wanted for sheet in sheets(path) if sheet.startswith(name)}
    return wanted <= set(_names(path) if layout.format == "text" else sheet_rows(path, None)[0])


def _names(path: Path) -> list[str]:
    with open_text(path, "utf-8-sig") as stream:
        return next(csv.reader([stream.readline(LONGEST_HEADER)]), [])
