"""Where one comes in: search, the world of one party, what is new, what lies ahead, what is covered."""

from datetime import date
from typing import Any

import polars as pl

from atase import measures
from atase.actors import actors
from atase.briefs import words, worldmap
from atase.briefs.subject import Subject
from atase.briefs.tree import Picture
from atase.i18n import language
from atase.register import Filter, Order
from atase.web import subjects
from atase.web.faces import Page, page
from atase.web.figures import sources
from atase.web.kept import kept
from atase.web.request import Request

SHOWN = 8
"""Rows of each list."""


def overview(request: Request) -> Page:
    """The register at a glance, with the world as the party `?of=` has to do with it."""
    register, on = request.register, date.today()
    latest = register.page(Filter(stages=("done", "underway"), until=on.isoformat()), Order.NEWEST, limit=SHOWN)
    ahead = register.page(Filter(stages=("planned", "proposed"), since=on.isoformat()), Order.OLDEST, limit=SHOWN)
    asked = request.GET.get("of", "")
    of = subjects.code_of(asked) if asked else kept(register, lambda: _busiest(request), "busiest")
    by_year = kept(register, lambda: _by_year(request, on), "sources", on)
    picture = kept(register, lambda: _world(request, of, on), "world", of, on, language()) if of else None
    data = {
        "of": of,
        "count": register.count(Filter()),
        "confirmed": register.count(Filter(states=["confirmed"])),
        "latest": latest.rows,
        "ahead": ahead.rows,
        "promises": kept(register, lambda: _promises(request, of, on), "promises", of, on) if of else [],
        "sources": by_year,
        "datasets": subjects.frames(register)["coverage"].select("dataset", "version", "first", "last"),
    }
    pictures = {"sources": sources(by_year)} if by_year.height else {}
    if picture:
        pictures["world"] = picture
    parties = sorted(((code, words.party(code)) for code in actors()), key=lambda pair: pair[1])
    more = {"parties": parties, "partners": _partners(request, of, on) if picture else []}
    return Page("overview.html.jinja", data, pictures=pictures, more=more)


def _busiest(request: Request) -> str:
    """The party that takes part in most activities; none where there are none."""
    counts = (
        subjects.frames(request.register)["parties"]["party"].value_counts().sort("count", "party", descending=True)
    )
    return str(counts["party"][0]) if counts.height else ""


def _world(request: Request, of: str, on: date) -> Picture | None:
    drawn = worldmap.world(Subject(subjects.narrowed(request.register, of), (of,), on))
    return next((block for block in drawn if isinstance(block, Picture)), None)


def _partners(request: Request, of: str, on: date) -> list[dict[str, Any]]:
    """The data of the map: the partners with the most deeds."""
    activities = subjects.narrowed(request.register, of)["activities"]
    found = kept(request.register, lambda: measures.partners(activities, of, on), "ranked", of, on)
    rows = found.filter(pl.col("n") > 0).head(25).select("partner", "n").to_dicts()
    return [{"partner": words.party(row["partner"]), "n": row["n"]} for row in rows]


def _promises(request: Request, of: str, on: date) -> list[dict[str, Any]]:
    activities = subjects.narrowed(request.register, of)["activities"]
    return measures.promises(activities, of, on).head(SHOWN).to_dicts()


def _by_year(request: Request, on: date) -> pl.DataFrame:
    """How many documents are dated in each year, from the first to this one."""
    told = measures.documents(subjects.frames(request.register)["sources"])
    if told.is_empty():
        return pl.DataFrame(schema={"year": pl.Int32, "n": pl.Int64})
    first = max(int(told["year"].min() or on.year), on.year - 60)  # type: ignore[arg-type]
    years = pl.DataFrame({"year": range(first, on.year + 1)}, schema={"year": pl.Int32})
    counts = told.group_by("year").agg(n=pl.len().cast(pl.Int64))
    return years.join(counts, on="year", how="left", maintain_order="left").with_columns(pl.col("n").fill_null(0))


urlpatterns = page("", overview, "overview")
