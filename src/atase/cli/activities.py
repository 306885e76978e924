"""`atase activities`: what the register holds, by what it is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table

from atase import when
from atase.actors import find_code
from atase.cli import labels
from atase.cli.console import answers, errors
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.cli.uncovered import uncovered
from atase.cli.untrusted import cell
from atase.cli.writing import write
from atase.codebook import groups, instruments, stages, themes
from atase.i18n import _, ngettext
from atase.schema import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

_SHOWN = 50
_NARROW = 100
"""Columns of a terminal below which a table does without the words of the states and the counts of sources."""
Many = list[str] | None


def activities(
    with_: Annotated[
        Many, typer.Option("--with", help=_("A party that takes part: AUS, Australia ... Repeatable."))
    ] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(help=_("Two parties and nobody else: --between IDN AUS."))
    ] = None,
    since: Annotated[str | None, typer.Option(help=_("From this date on: YYYY, YYYY-MM or YYYY-MM-DD."))] = None,
    until: Annotated[str | None, typer.Option(help=_("Up to this date."))] = None,
    instrument: Annotated[Many, typer.Option(help=_("Such as exercise; see `atase codebook`. Repeatable."))] = None,
    group: Annotated[Many, typer.Option(help=_("Such as industry. Repeatable."))] = None,
    stage: Annotated[Many, typer.Option(help=_("Such as planned. Repeatable."))] = None,
    state: Annotated[Many, typer.Option(help=_("candidate, confirmed or rejected. Repeatable."))] = None,
    theme: Annotated[Many, typer.Option(help=_("Such as maritime_security. Repeatable."))] = None,
    source: Annotated[
        str | None, typer.Option(help=_("A source's identifier, or words of its title or publisher."))
    ] = None,
    text: Annotated[str | None, typer.Option(help=_("Words of the evidence, a title, a place or a series."))] = None,
    limit: Annotated[int | None, typer.Option(min=1, help=_("Show so many at most; a table shows 50 without."))] = None,
    format: Annotated[
        Literal["table", "csv", "json", "jsonl", "parquet"], typer.Option(help=_("What to make."))
    ] = "table",
    output: Annotated[Path | None, typer.Option("--output", "-o", help=_("The file to write."))] = None,
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """List the activities that fit all that is asked; the latest first."""
    from atase.register import Filter, open_register

    wanted = Filter(
        parties=[find_code(name) for name in with_ or ()],
        between=[find_code(name) for name in between or ()],
        since=when.check(since) if since else None,
        until=when.check(until) if until else None,
        instruments=_chosen(instrument, instruments(), _("instrument")),
        groups=_chosen(group, groups(), _("group")),
        stages=_chosen(stage, stages(), _("stage")),
        states=_chosen(state, labels.STYLES, _("state")),
        themes=_chosen(theme, themes(), _("theme")),
        source=source,
        text=text,
    )
    opened = open_register(register, create=False)
    if format != "table":
        write(opened.activities(wanted, limit), format, output)
        return
    found = opened.activities(wanted, limit or _SHOWN)
    _print(found)
    if found.is_empty() and uncovered(opened, wanted):
        errors.print(_("not covered: no source of the register tells of it, so whether there was any is not known"))
        return
    whole = opened.count(wanted)
    told = ngettext("{shown} of {all} activity", "{shown} of {all} activities", whole)
    errors.print(told.format(shown=found.height, all=whole), labels.legend(), sep="\n", highlight=False)


def _chosen(values: Many, known: "Iterable[str]", what: str) -> list[str]:
    from atase.register.correcting import choose

    return [choose(value, known, what) for value in values or ()]


def _print(found: "pl.DataFrame") -> None:
    narrow = answers.width < _NARROW
    table = Table(box=None, pad_edge=False)
    for heading in ("" if narrow else _("state"), _("activity"), _("date")):
        table.add_column(heading, no_wrap=True)
    for heading in (_("what"), _("stage"), _("parties"), *(() if narrow else (_("sources"),))):
        table.add_column(heading, overflow="fold")
    for row in found.iter_rows(named=True):
        state = MARKS[row["state"]] if narrow else labels.state(row["state"])
        what = (labels.label(row["instrument"]), row["series"], row["place"])
        table.add_row(
            cell(state, labels.STYLES[row["state"]]),
            row["activity"],
            row["date"] or _("unknown"),
            cell(" · ".join(filter(None, what))),
            cell(labels.label(row["stage"])),
            cell(" ".join(row["parties"])),
            *(() if narrow else (str(row["sources"]),)),
        )
    answers.print(table)
