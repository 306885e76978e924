"""The network of relations: who is close to whom, by year and instrument, with communities."""

from datetime import date
from typing import Any

import polars as pl

from atase import measures
from atase.briefs.plots.web import web
from atase.briefs.tree import Picture
from atase.codebook import instruments
from atase.i18n import _, language
from atase.web import subjects
from atase.web.faces import Page, page
from atase.web.kept import kept
from atase.web.request import Request

SHOWN = 100
"""Parties of the table."""


def network(request: Request) -> Page:
    """The place of each party, at the end of `year`, by all instruments or one."""
    today = date.today()
    year, instrument = request.GET.get("year", ""), request.GET.get("instrument", "")
    on = min(date(int(year), 12, 31), today) if year.isdecimal() and len(year) == 4 and year >= "1900" else today
    chosen = instrument if instrument in instruments() else ""
    ties = kept(request.register, lambda: _ties(request, on, chosen), "ties", on, chosen)
    found = kept(request.register, lambda: measures.placed(ties), "network", on, chosen)
    data: dict[str, Any] = {
        "on": on,
        "instrument": chosen,
        "parties": found.head(SHOWN).to_dicts(),
        "count": found.height,
    }
    pictures = (
        {} if ties.is_empty() else {"map": kept(request.register, lambda: _map(ties), "map", on, chosen, language())}
    )
    choices = [(code, entry.label()) for code, entry in instruments().items()]
    return Page("network.html.jinja", data, lambda: found, pictures, {"instruments": choices})


def _ties(request: Request, on: date, instrument: str) -> pl.DataFrame:
    frames = subjects.frames(request.register)
    if instrument:
        frames = frames | {"activities": frames["activities"].filter(instrument=instrument)}
    return measures.ties(frames, on)


def _map(ties: pl.DataFrame) -> Picture:
    note = _(
        "A dot is a party, as large as the points of all its ties; a line is as thick as the points of the two. "
        "Colours are communities."
    )
    return Picture(_("The network"), web(ties), _("Map of the network; the table below tells the same."), note)


urlpatterns = page("network", network, "network")
