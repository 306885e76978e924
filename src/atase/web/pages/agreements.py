"""Agreements, declarations and guarantees, and how they stand."""

from datetime import date
from typing import Any

import polars as pl

from atase import measures
from atase.i18n import _
from atase.web import filters, subjects
from atase.web.faces import Page, page
from atase.web.kept import kept
from atase.web.request import Request

SHOWN = 50
"""Rows of one page."""


def agreements(request: Request) -> Page:
    """Those of the parties `with`, of the status asked for; the next to expire first."""
    register, on = request.register, date.today()
    codes = [subjects.code_of(text) for text in request.GET.getlist("with") if text.strip()]
    frames = subjects.narrowed(register, *codes) if codes else subjects.frames(register)
    standing = kept(register, lambda: measures.standing(frames["activities"], on), "agreements", on, *codes)
    mine = standing.filter(pl.all_horizontal(pl.lit(True), *(pl.col("parties").list.contains(code) for code in codes)))
    status = request.GET.get("status", "")
    found = mine.filter(status=status) if status in words() else mine
    number = _number(request.GET.get("page", ""))
    rows = found.slice(SHOWN * (number - 1), SHOWN)
    data: dict[str, Any] = {
        "agreements": rows.to_dicts(),
        "count": found.height,
        "by_status": dict(mine["status"].value_counts().iter_rows()),
        "page": number,
        "pages": -(-found.height // SHOWN),
    }
    return Page(
        "agreements.html.jinja",
        data,
        table=lambda: found,
        more={"status_words": words(), "codes": codes, "status": status, "query": filters.without(request.GET, "page")},
    )


def words() -> dict[str, str]:
    """What each status is called."""
    return {
        "expiring": _("expires within a year"),
        "in_force": _("in force as far as known"),
        "coming": _("planned or proposed"),
        "expired": _("expired"),
        "ended": _("suspended or cancelled"),
    }


def _number(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


urlpatterns = page("agreements", agreements, "agreements")
