"""Charts that pages have beside those of briefs, as Vega-Lite specifications in the briefs' theme."""

import polars as pl

from atase.briefs import charts
from atase.briefs.tree import Picture
from atase.i18n import _


def course(intensity: pl.DataFrame) -> Picture:
    """The intensity of a relation at the end of each year, as a line in its interval; gaps where nothing is covered.

    Args:
        intensity: `year`, `intensity`, `lower`, `upper` (points; null where not covered).
    """
    ink = charts.theme()["ink"]
    year = charts.field("year", "ordinal", axis={"labelAngle": 0, "ticks": False})
    points = charts.field("intensity", "quantitative", title=_("points"))
    band = {
        "mark": {"type": "area", "color": ink["accent"], "opacity": 0.16},
        "encoding": {"x": year, "y": {**points, "field": "lower"}, "y2": {"field": "upper"}},
    }
    line = {
        "mark": {"type": "line", "color": ink["accent"], "point": {"color": ink["accent"], "size": 24}},
        "encoding": {"x": year, "y": points},
    }
    chart = {"width": charts.WIDTH, "height": 150, "data": {"name": "years"}, "layer": [band, line]}
    rows = intensity.select("year", "intensity", "lower", "upper").sort("year").to_dicts()
    note = _(
        "Points at the end of each year; one is a bilateral visit of ministers that ends that day. The band holds 95 "
        "in 100 draws of a Bayesian bootstrap over activities. A gap: the register covers nothing then."
    )
    return Picture(
        _("Intensity by year"), charts.finish(chart, years=rows), _("A line of the intensity by year."), note
    )


def sources(by_year: pl.DataFrame) -> Picture:
    """How many documents are dated in each year; years without any are shaded.

    Args:
        by_year: `year`, `n` (documents).
    """
    ink = charts.theme()["ink"]
    shown = by_year["year"].to_list()
    step = max(1, len(shown) // 8)
    label = f"datum.value % {step} == 0 ? datum.value : ''"
    year = charts.field("year", "ordinal", axis={"labelAngle": 0, "ticks": False, "labelExpr": label})
    rows = by_year.to_dicts()
    bare = {"transform": [{"filter": "datum.n == 0"}], "mark": {"type": "rect", "color": ink["ground"]}}
    bars = {
        "mark": {"type": "bar", "color": ink["accent"]},
        "encoding": {"x": year, "y": charts.field("n", "quantitative", title=_("documents"), axis={"format": "d"})},
    }
    chart = {
        "width": charts.WIDTH,
        "height": 90,
        "data": {"name": "years"},
        "layer": [bare | {"encoding": {"x": year}}, bars],
    }
    note = _("Shaded years have no document of their own: it cannot be said whether anything happened in them.")
    alt = _("Bars of the documents by the year in which they are dated.")
    return Picture(_("Documents by year"), charts.finish(chart, years=rows), alt, note)
