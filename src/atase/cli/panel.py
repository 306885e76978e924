"""`atase panel`: pairs of states, or states, by period, with covariates and what the register knows."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table

from atase.cli.console import answers, errors
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.cli.untrusted import plain
from atase.cli.writing import write
from atase.errors import AtaseError
from atase.i18n import _, ngettext

if TYPE_CHECKING:
    from atase.measures.panel import Panel

FORMATS = {".parquet": "parquet", ".csv": "csv", ".jsonl": "jsonl"}
_SHOWN = 5
"""Rows that were left out of a file and are shown."""


def panel(
    years: Annotated[str, typer.Option(metavar="FIRST:LAST", help=_("The years: 1980:2025."))] = "1980:2025",
    dyads: Annotated[bool, typer.Option("--dyads/--states", help=_("Pairs of states, or states."))] = True,
    directed: Annotated[bool, typer.Option("--directed", help=_("Both orders of each pair."))] = False,
    system: Annotated[
        Literal["cow", "gw", "iso"],
        typer.Option(help=_("Whose list of states: Correlates of War, Gleditsch and Ward, or Atase's by ISO code.")),
    ] = "cow",
    period: Annotated[Literal["year", "quarter", "month"], typer.Option(help=_("What a row covers."))] = "year",
    add: Annotated[
        str,
        typer.Option(metavar="NAMES", help=_("Covariates, apart by commas: atop,distance or atop=FILE; see --list.")),
    ] = "",
    data: Annotated[
        Path | None, typer.Option(envvar="ATASE_DATA", help=_("The folder with the covariates' files; yours to get."))
    ] = None,
    with_activities: Annotated[
        bool, typer.Option("--with-activities", help=_("Count the register's activities too."))
    ] = False,
    by: Annotated[
        Literal["instrument", "group", "stage"], typer.Option(help=_("What activities are counted by."))
    ] = "group",
    list_: Annotated[
        bool, typer.Option("--list", help=_("List the covariates and the files found, and stop."))
    ] = False,
    cite: Annotated[bool, typer.Option("--cite", help=_("Print how to cite what was used."))] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=_("The file to write: .parquet, .csv or .jsonl."))
    ] = None,
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Make a panel; what the files and the register do not cover is empty, never zero."""
    if list_:
        _list(data)
        return
    ending = output.suffix if output else ".csv"
    if ending not in FORMATS:
        message = _("{path}: cannot write {suffix!r}; give a name that ends in {formats}")
        raise AtaseError(message.format(path=output, suffix=ending, formats=", ".join(FORMATS)))

    from atase.measures.panel import dyads as pairs
    from atase.measures.panel import states

    made = pairs(years, directed, system, period, data) if dyads else states(years, system, period, data)
    for name, _equals, path in (entry.strip().partition("=") for entry in add.split(",") if entry.strip()):
        made = made.add(name, path or None)
    if with_activities:
        from atase.register import open_register

        made = made.activities(open_register(register, create=False).frames(), date.today(), by)
    write(made.frame, FORMATS[ending], output)
    _tell(made, cite, output)


def _tell(made: "Panel", cite: bool, output: Path | None) -> None:
    for values in made.used:
        if left := len(values.left_out):
            told = ngettext("{n} row was left out", "{n} rows were left out", left).format(n=f"{left:,}")
            rows = "; ".join(values.left_out[:_SHOWN])
            errors.print(plain(f"{values.path}: {told}: {rows}"), markup=False, highlight=False, soft_wrap=True)
    if cite:
        (answers if output else errors).print(plain(made.cite()), markup=False, highlight=False, soft_wrap=True)
    size = made.frame.height
    rows = ngettext("{n} row", "{n} rows", size).format(n=f"{size:,}")
    errors.print(_("{rows}, {n} columns").format(rows=rows, n=made.frame.width), highlight=False)


def _list(data: Path | None) -> None:
    from atase.datasets.covariates import covariates, find

    files = find(data) if data else {}
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Name"), _("Covariate"), _("Version"), _("Years"), _("Columns"), _("File")):
        table.add_column(heading)
    for card in covariates().values():
        columns = ", ".join(column.name for column in card.columns) or _("members")
        found = plain(str(files[card.name])) if card.name in files else ""
        table.add_row(card.name, card.title, card.version, "{}–{}".format(*card.years), columns, found)
    answers.print(table)
