"""A state's triangle by period, and what of the years the register covers."""

import polars as pl

from atase.briefs.charts import WIDTH, Spec, field, finish, theme
from atase.i18n import language
from atase.measures.about import heading, word

CORNERS = ("position", "regions", "hhi", "own_part")
"""Two figures of stability, one of capability, one of self-reliance."""


def triangle(found: pl.DataFrame) -> Spec:
    """Four small panels, a line by period in each; periods without a figure are gaps."""
    rows = [
        {"period": f"{row['since']}–{row['until']}", "what": heading(name, language()), "value": row[name]}
        for row in found.iter_rows(named=True)
        for name in CORNERS
    ]
    panel = {
        "width": (WIDTH - 60) / 2,
        "height": 110,
        "mark": {"type": "line", "point": {"size": 45}, "color": theme()["ink"]["accent"]},
        "encoding": {
            "x": field("period", "ordinal", axis={"labelAngle": 0, "labelFontSize": 9}),
            "y": field("value", "quantitative", axis={"tickCount": 4}),
        },
    }
    facet = field("what", "nominal", sort=[heading(name, language()) for name in CORNERS])
    chart = {
        "data": {"name": "rows"},
        "facet": facet,
        "columns": 2,
        "spec": panel,
        "resolve": {"scale": {"y": "independent"}},
    }
    return finish(chart, rows=rows)


def coverage(found: pl.DataFrame) -> Spec:
    """Bars of sources by year, shaded by what the year is: covered, in retrospect, or not covered at all."""
    kinds = ("covered", "retrospect", "none")
    rows = [
        {"year": row["year"], "sources": row["sources"], "what": word(row["coverage"], language())}
        for row in found.iter_rows(named=True)
    ]
    ink = theme()["ink"]
    colours = {
        "domain": [word(kind, language()) for kind in kinds],
        "range": [ink["accent"], ink["highlight"], "#c3c9d0"],
    }
    x = field("year", "ordinal", axis={"labelAngle": 0, "labelOverlap": True})
    bars = {
        "mark": "bar",
        "encoding": {"x": x, "y": field("sources", "quantitative", title=heading("sources", language()))},
    }
    marks = {
        "mark": {"type": "tick", "thickness": 5},
        "encoding": {"x": x, "y": {"value": 223}, "color": field("what", "nominal", scale=colours)},
    }
    bars["encoding"]["color"] = {"value": ink["accent"]}  # type: ignore[index]
    return finish({"width": WIDTH, "height": 220, "data": {"name": "rows"}, "layer": [bars, marks]}, rows=rows)
