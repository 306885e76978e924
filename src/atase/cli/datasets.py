"""`atase datasets`: the published datasets that can be imported, and what each is."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from atase.cli.console import answers
from atase.datasets import Card
from atase.datasets import card as the_card
from atase.datasets import cards as all_cards
from atase.i18n import _


def datasets(
    name: Annotated[str | None, typer.Argument(help=_("A dataset, to see its card; all of them without."))] = None,
) -> None:
    """List the datasets that can be imported, or print the card of one."""
    answers.print(_card(the_card(name)) if name else _list())


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
