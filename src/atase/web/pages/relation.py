"""Two parties, or one and its partners: the brief, alive."""

from datetime import date
from typing import Any

import polars as pl
from django.http import HttpResponse
from django.urls import path, register_converter
from django.urls.converters import StringConverter

from atase import measures
from atase.briefs import render
from atase.codebook import groups
from atase.i18n import _
from atase.register import Filter
from atase.web import subjects
from atase.web.faces import Page, download, page
from atase.web.figures import course
from atase.web.kept import kept
from atase.web.request import Request
from atase.web.sections import plain, told

SINCE = 20
"""Years that the course of intensity shows."""
FILES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
"""What a brief can be taken along as."""


def relation(request: Request, one: str, other: str) -> Page:
    """What the register knows of the relation between two parties."""
    return _page(request, *subjects.pair(one, other))


def country(request: Request, code: str) -> Page:
    """What the register knows of one party's defence diplomacy."""
    return _page(request, subjects.code_of(code))


def _page(request: Request, *codes: str) -> Page:
    on, asked = date.today(), "&".join(f"with={code}" for code in codes)
    made = subjects.brief(request.register, on, *codes)
    parts = told(made, asked, untabled=(_("Partners"),))
    frames = subjects.narrowed(request.register, *codes)
    history = kept(request.register, lambda: measures.history(frames, on, codes), "history", *codes, on)
    course_of = _course(request, codes, on) if len(codes) == 2 else pl.DataFrame()
    partners = _partners(request, codes[0], on) if len(codes) == 1 else pl.DataFrame()
    data = {
        "title": made.title,
        "kind": made.kind,
        "on": made.on,
        "basis": made.basis,
        "parties": codes,
        "glance": parts.glance,
        "sections": [plain(section) for section in parts.sections],
        "history": history,
        "intensity": course_of,
        "partners": partners,
        "references": made.references,
    }
    more = {
        "parts": parts,
        "asked": asked,
        "dated": made.dated,
        "years": _years(history),
        "groups": list(groups()),
        "files": FILES,
    }
    pictures = dict(parts.pictures)
    if not course_of.is_empty():
        pictures["intensity"] = course(course_of)
    wanted = Filter(parties=codes)
    return Page("relation.html.jinja", data, lambda: request.register.activities(wanted), pictures, more)


def _course(request: Request, codes: tuple[str, ...], on: date) -> pl.DataFrame:
    """The intensity at the end of each year, with its interval; null where the register covers nothing."""
    frames = subjects.narrowed(request.register, *codes)
    since = date(on.year - SINCE, 1, 1)
    return kept(
        request.register,
        lambda: measures.measured("intensity", frames, on, codes, since=since),
        "intensity", *codes, on,
    )  # fmt: skip


def _partners(request: Request, code: str, on: date) -> pl.DataFrame:
    activities = subjects.narrowed(request.register, code)["activities"]

    def make() -> pl.DataFrame:
        return measures.partners(activities, code, on).filter(pl.col("n") > 0)

    return kept(request.register, make, "partners", code, on)


def _years(history: pl.DataFrame) -> list[dict[str, Any]]:
    """A row a year, newest first: the counts by group, None where nothing is covered."""
    dated = history.drop_nulls("year").sort("year", descending=True)
    rows: list[dict[str, Any]] = []
    for (year,), cells in dated.group_by("year", maintain_order=True):
        counts = {row["group"]: row["n"] for row in cells.iter_rows(named=True)}
        if rows or any(counts.values()) or year == date.today().year:
            rows.append({"year": year, "counts": counts, "covered": any(n is not None for n in counts.values())})
    return rows[:SINCE]


def brief(request: Request, one: str, other: str = "", format: str = "pdf") -> HttpResponse:
    """The brief as a file to take along."""
    codes = subjects.pair(one, other) if other else (subjects.code_of(one),)
    on = date.today()
    made = subjects.brief(request.register, on, *codes)
    name = f"{'-'.join(codes)}-{on}-{made.lang}.{format}"
    return download(render(made, format), name, FILES[format])


class _Format(StringConverter):
    regex = "|".join(FILES)


register_converter(_Format, "brief")
urlpatterns = [
    *page("relations/<code:one>/<code:other>", relation, "relation"),
    *page("countries/<code:code>", country, "country"),
    path("relations/<code:one>/<code:other>/brief.<brief:format>", brief, name="relation.brief"),
    path("countries/<code:one>/brief.<brief:format>", brief, name="country.brief"),
]
