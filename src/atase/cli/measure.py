"""`atase measure`: what activities say about a relationship, as a table, a file or a picture."""

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table

from atase import when
from atase.actors import find_code
from atase.cli.console import answers, errors
from atase.cli.options import DEFAULT_REGISTER, DayOption, RegisterOption, day_of
from atase.cli.untrusted import cell
from atase.cli.writing import write
from atase.i18n import _, language, ngettext, speaking
from atase.measures import about as all_measures
from atase.measures.about import About, described, find

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

_SHOWN = 50
"""Rows of a table on the terminal; files hold all."""


def measure(
    name: Annotated[
        str | None,
        typer.Argument(help=_("The measure, such as intensity; `weights` prints the weights; all are listed without.")),
    ] = None,
    parties: Annotated[list[str] | None, typer.Argument(help=_("Codes or names: IDN AUS, or ASEAN for some."))] = None,
    on: DayOption = None,
    since: Annotated[
        str | None, typer.Option(help=_("From this date on: at the end of each year, or counting what is dated so."))
    ] = None,
    until: Annotated[str | None, typer.Option(help=_("Up to this date."))] = None,
    weights: Annotated[
        Path | None, typer.Option(help=_("Your own weights: a changed copy of what `atase measure weights` prints."))
    ] = None,
    about: Annotated[bool, typer.Option("--about", help=_("Print what the measure is, and stop."))] = False,
    lang: Annotated[
        Literal["en", "id"] | None, typer.Option(help=_("Language of tables and pictures; the interface's without."))
    ] = None,
    format: Annotated[
        Literal["table", "csv", "json", "jsonl", "parquet"], typer.Option(help=_("What to make."))
    ] = "table",
    output: Annotated[Path | None, typer.Option("--output", "-o", help=_("The file to write."))] = None,
    plot: Annotated[Path | None, typer.Option(help=_("A picture to write: .svg, .png or .html."))] = None,
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Measure relationships; what the register does not cover is empty, never zero."""
    with speaking(lang or language()):
        if name is None:
            answers.print(_list())
            return
        if name == "weights":
            answers.out(files("atase.measures").joinpath("weights.toml").read_text("utf-8"), end="", highlight=False)
            return
        entry = find(name)
        if about:
            answers.out(described(entry), end="", highlight=False)
            return
        codes = [find_code(text) for text in parties or ()]
        day = day_of(on)
        if plot:
            from atase.cli.picture import check

            check(entry, plot)
        ask = _asked(codes, day, since, until, weights, register)
        found = ask(name)
        if plot:
            from atase.cli.picture import draw

            drawn = found if since or until else ask(entry.picture or name)
            draw(entry, drawn, found, codes, day, plot)
        if format != "table" or output:
            write(found, _format(format, output), output)
        elif not plot:
            _print(entry, found)


def _asked(
    codes: list[str], on: date, since: str | None, until: str | None, weights: Path | None, register: str
) -> "Callable[[str], pl.DataFrame]":
    """What any measure says of what is asked for; the register is read once."""
    from atase.measures import measured
    from atase.measures import weights as read_weights
    from atase.register import open_register

    own = read_weights(weights) if weights else None
    first, last = (when.first_day(since) if since else None), (when.last_day(until) if until else None)
    frames = open_register(register, create=False).frames()
    return lambda name: measured(name, frames, on, codes, own, first, last)


def _format(asked: str, output: Path | None) -> str:
    """What to write: as asked, else as the ending of the file says, else CSV."""
    ending = output.suffix[1:] if output else ""
    known = ("csv", "json", "jsonl", "parquet")
    return asked if asked != "table" else ending if ending in known else "csv"


def _list() -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(_("Name"), no_wrap=True)
    table.add_column(_("Measure"))
    table.add_column(_("What it tells"))
    for entry in all_measures().values():
        table.add_row(entry.name, entry.label(), entry.says())
    return table


def _print(entry: About, found: "pl.DataFrame") -> None:
    from atase.briefs import wording

    shown = found.head(_SHOWN)
    table = Table(box=None, pad_edge=False, header_style="bold", title=entry.label(), title_justify="left")
    for heading, number in zip(wording.headings(entry, shown), wording.numeric(entry, shown), strict=True):
        table.add_column(heading, justify="right" if number else "left")
    for row in wording.rows(entry, shown):
        table.add_row(*map(cell, row))
    answers.print(table)
    told = ngettext("{shown} of {all} row.", "{shown} of {all} rows.", found.height)
    note = _("A dash: not covered or not known. How it is computed: atase measure {name} --about")
    errors.print(
        told.format(shown=shown.height, all=found.height), note.format(name=entry.name), highlight=False, soft_wrap=True
    )
