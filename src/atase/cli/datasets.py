"""`atase datasets` and `atase import`: published datasets, what they are and what they report."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from atase.cli.console import answers, errors
from atase.cli.outcomes import Outcomes
from atase.cli.untrusted import plain
from atase.datasets import Card, Tally, read
from atase.datasets import card as the_card
from atase.datasets import cards as all_cards
from atase.i18n import _, ngettext


def datasets(
    name: Annotated[str | None, typer.Argument(help=_("A dataset, to see its card; all of them without."))] = None,
) -> None:
    """List the datasets that can be imported, or print the card of one."""
    answers.print(_card(the_card(name)) if name else _list())


def import_(
    name: Annotated[str, typer.Argument(metavar="DATASET", help=_("What the files are: see `atase datasets`."))],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("The publisher's files, as downloaded."))],
    output: Annotated[
        Path, typer.Option("--output", "-o", help=_("Where to write the reports: .parquet, .jsonl or .csv."))
    ],
    rejects: Annotated[
        Path | None, typer.Option(help=_("Where to list the rows that gave no report, with the reasons: .csv ..."))
    ] = None,
) -> None:
    """Code the rows of a dataset's files, and tell what became of all of them."""
    card = the_card(name)
    with Outcomes(output, rejects) as outcomes:
        for path in files:
            tally = Tally()
            outcomes.write(path, tally.count(read(name, path)))
            _told(card, path, tally)


def _list() -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Name"), _("Dataset"), _("Version"), _("Years"), _("Places")):
        table.add_column(heading)
    for card in all_cards().values():
        table.add_row(card.name, card.title, card.version, _years(card), card.places)
    return table


def _card(card: Card) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    columns = "\n".join(f"{layout.name}: {', '.join(layout.columns)}" for layout in card.layouts)
    for heading, text in (
        (_("Dataset"), card.title),
        (_("Authors"), card.authors),
        (_("Version"), card.version),
        (_("Cite as"), card.citation),
        (_("Terms"), card.terms),
        (_("Years"), _years(card)),
        (_("Places"), card.places),
        (_("Instruments"), ", ".join(card.instruments)),
        (_("Covers"), card.covers),
        (_("Does not cover"), card.lacks),
        (_("How to get it"), f"{card.get} {card.url}"),
        (_("Columns expected"), columns),
        (_("Confidence"), f"{card.confidence:.2f}"),
    ):
        table.add_row(heading, Text(text))
    return table


def _years(card: Card) -> str:
    return f"{card.years[0]}–{card.years[1]}"


def _told(card: Card, path: Path, tally: Tally) -> None:
    rows = ngettext("{n} row", "{n} rows", tally.rows).format(n=f"{tally.rows:,}")
    reports = ngettext("{n} report", "{n} reports", tally.reports).format(n=f"{tally.reports:,}")
    outside = _("{n} outside the scheme").format(n=f"{tally.outside.total():,}")
    unread = _("{n} not understood").format(n=f"{tally.unread.total():,}")
    _say(f"{path}: {rows}: {reports}, {outside}, {unread}")
    for heading, counts in ((_("outside"), tally.outside), (_("not understood"), tally.unread)):
        for reason, count in counts.most_common():
            _say(f"  {heading}: {reason}: {count:,}")
    if not any(low <= tally.rows <= high for low, high in (layout.rows for layout in card.layouts)):
        whole = _(" or ").join(f"{layout.rows[0]:,}–{layout.rows[1]:,}" for layout in card.layouts)
        _say(
            "  "
            + _("a whole file of this version has {range} rows: this is an extract, or another").format(range=whole)
        )


def _say(text: str) -> None:
    errors.print(
        plain(text) if not text.startswith("  ") else "  " + plain(text), markup=False, highlight=False, soft_wrap=True
    )
