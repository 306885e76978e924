"""Measures as pictures: a file by itself, or a page with the table and what the measure is."""

from datetime import date
from pathlib import Path

import polars as pl

from atase.briefs import drawing, render
from atase.briefs.plots import alone, figure, plot
from atase.cli.console import errors
from atase.cli.writing import replacing
from atase.errors import AtaseError
from atase.i18n import _
from atase.measures import about
from atase.measures.about import About

FORMATS = (".svg", ".png", ".html")


def check(entry: About, path: Path) -> None:
    """Refuse what cannot be drawn before anything is measured.

    Raises:
        AtaseError: the measure has no picture, or the file's ending is none of `FORMATS`.
    """
    if entry.picture is None:
        known = ", ".join(name for name, each in about().items() if each.picture)
        message = _("{measure} has no picture; there are pictures of {known}")
        raise AtaseError(message.format(measure=entry.name, known=known))
    if path.suffix not in FORMATS:
        message = _("{path}: cannot write {suffix!r}; give a name that ends in {formats}")
        raise AtaseError(message.format(path=path, suffix=path.suffix, formats=", ".join(FORMATS)))


def draw(entry: About, drawn: pl.DataFrame, found: pl.DataFrame, codes: list[str], on: date, path: Path) -> None:
    """Write the picture of the rows `drawn`; a page holds the table of `found` and what the measure is, too."""
    spec = plot(entry, drawn, codes)
    if path.suffix == ".html":
        content = render(figure(entry, spec, found, codes, on), "html")
    elif path.suffix == ".svg":
        content = drawing.svg(alone(entry, spec, codes, on)).encode()
    else:
        content = drawing.png(alone(entry, spec, codes, on))
    with replacing(path) as part:
        part.write_bytes(content)
    errors.print(_("The picture is in {path}").format(path=path), markup=False, highlight=False, soft_wrap=True)
