"""Which picture each measure has, and the page around it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import polars as pl

from atase.briefs import wording, words
from atase.briefs.charts import Spec, profile_by_year, theme
from atase.briefs.plots import matrix, periods, ranked
from atase.briefs.plots.trend import trend
from atase.briefs.plots.web import web
from atase.briefs.tree import Brief, Bullets, Column, Heading, Picture, Statement, Table
from atase.briefs.worldmap import shaded
from atase.errors import AtaseError
from atase.i18n import _, language
from atase.measures.about import About

_PAIR, _PARTY = ("a", "b"), ("party",)
_ROWS = 100
"""Rows of the table under a picture."""


def plot(entry: About, found: pl.DataFrame, codes: Sequence[str]) -> Spec:
    """The picture of a measure of the parties `codes`.

    Args:
        found: the rows of the measure `entry.picture`; over the years, those of `entry` itself.

    Raises:
        AtaseError: there is nothing to draw.
    """
    if found.is_empty():
        raise AtaseError(_("{measure}: nothing is known that could be drawn").format(measure=entry.name))
    if entry.over == "years" and "year" in found.columns:
        value, names = _LINES[entry.name]
        return trend(found, value, names)
    return _DRAWN[entry.picture or ""](found, codes)


def figure(entry: About, spec: Spec, found: pl.DataFrame, codes: Sequence[str], on: date) -> Brief:
    """The picture with its table and what the measure is, for every format that briefs have."""
    columns = [
        Column(title, number=number)
        for title, number in zip(wording.headings(entry, found), wording.numeric(entry, found), strict=True)
    ]
    rows = wording.rows(entry, found.head(_ROWS))
    about = {
        _("Formula"): entry.formula(),
        _("Unit"): entry.unit(),
        _("Source"): " ".join(entry.sources) or _("this project's own rule."),
        _("Mind"): entry.caveat(),
    }
    return Brief(
        title=entry.label(),
        kind=title(codes),
        lang=language(),
        on=on,
        dated=words.on_day(on),
        basis=entry.says(),
        body=(
            Picture(entry.label(), spec, entry.says()),
            Table(tuple(columns), tuple(tuple(Statement(cell) for cell in row) for row in rows)),
            Heading(_("About this figure")),
            Bullets(tuple(Statement(text, lead=lead) for lead, text in about.items())),
        ),
        appendix=(),
        references=(),
    )


def alone(entry: About, spec: Spec, codes: Sequence[str], on: date) -> Spec:
    """The picture as it stands by itself: on white, with a title, whom it is of, the day and the unit."""
    under = " · ".join((title(codes), words.on_day(on), entry.unit()))
    ink = theme()["ink"]
    said = {"text": entry.label(), "subtitle": under, "anchor": "start", "offset": 12, "subtitleColor": ink["muted"]}
    return {**spec, "title": said, "config": {**spec["config"], "background": "white"}}


def title(codes: Sequence[str]) -> str:
    """Whom a figure is of, in words."""
    return " – ".join(map(words.party, codes)) or _("All parties")


def _profile(found: pl.DataFrame, _codes: Sequence[str]) -> Spec:
    dated = found.drop_nulls("year")
    counts = dated.unpivot(["confirmed", "candidate"], index=["year", "group"], variable_name="state", value_name="n")
    unknown = (pl.col("coverage") == "none").all()
    years = dated.group_by("year").agg(coverage=pl.when(unknown).then(pl.lit("none")).otherwise(pl.lit("covered")))
    return profile_by_year(counts.filter(pl.col("n") > 0), years.sort("year"))


def _world(found: pl.DataFrame, codes: Sequence[str]) -> Spec:
    return shaded(codes[0], dict(found.filter(pl.col("n") > 0).select("partner", "n").iter_rows()))


_DRAWN: Mapping[str, Callable[[pl.DataFrame, Sequence[str]], Spec]] = {
    "balance": lambda found, _codes: ranked.dots(found, "position", _PAIR),
    "compare": lambda found, _codes: ranked.places(found),
    "completion": lambda found, _codes: ranked.outcomes(found),
    "coverage": lambda found, _codes: periods.coverage(found),
    "forums": lambda found, _codes: matrix.forums(found),
    "intensity": lambda found, _codes: ranked.dots(found, "intensity", _PAIR),
    "matrix": lambda found, _codes: matrix.pairs(found),
    "mix": lambda found, _codes: ranked.shares(found),
    "partners": _world,
    "profile": _profile,
    "ranking": lambda found, _codes: ranked.dots(found, "intensity", _PAIR),
    "similarity": lambda found, _codes: ranked.dots(found, "similarity", _PARTY),
    "tension": lambda found, _codes: ranked.dots(found, "tension", _PAIR),
    "ties": lambda found, _codes: web(found),
    "triangle": lambda found, _codes: periods.triangle(found),
}
_LINES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "balance": ("position", _PAIR),
    "compare": ("share", ("side", "measure")),
    "intensity": ("intensity", _PAIR),
    "network": ("strength", _PARTY),
    "ranking": ("intensity", _PAIR),
    "similarity": ("similarity", _PARTY),
    "tension": ("tension", _PAIR),
    "ties": ("intensity", _PAIR),
}
