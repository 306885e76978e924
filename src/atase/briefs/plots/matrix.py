"""Two sets of parties or forums against each other, shaded by a figure; grey where nothing is known."""

from collections.abc import Callable

import polars as pl

from atase.briefs import words
from atase.briefs.charts import WIDTH, Spec, field, finish, theme
from atase.i18n import _, language
from atase.measures.about import heading

_CELL = 34
"""Width of a cell at most, in points."""


def pairs(found: pl.DataFrame) -> Spec:
    """The intensity of every pair, on both sides of the diagonal; the strongest parties first."""
    sums = pl.concat([found.select(who="a", v="intensity"), found.select(who="b", v="intensity")])
    order = sums.group_by("who").agg(pl.col("v").sum()).sort("v", "who", descending=[True, False])["who"].to_list()
    both = pl.concat([found.select("a", "b", "intensity"), found.select(a="b", b="a", intensity="intensity")])
    return _shaded(
        both.rename({"a": "row", "b": "column", "intensity": "value"}), "intensity", (order, order), words.party
    )


def forums(found: pl.DataFrame) -> Spec:
    """How often each party took part in each forum: a network of two modes as its table."""
    cells = found.select(row="party", column="forum", value="n")
    forums = (
        found.group_by("forum").agg(pl.col("n").sum()).sort("n", "forum", descending=[True, False])["forum"].head(20)
    )
    cells = cells.filter(pl.col("column").is_in(forums.implode()))
    order = (
        cells.group_by("row").agg(pl.col("value").sum()).sort("value", "row", descending=[True, False])["row"].head(30)
    )
    cells = cells.filter(pl.col("row").is_in(order.implode()))
    return _shaded(cells, "n", (order.to_list(), forums.to_list()), lambda forum: forum)


def _shaded(cells: pl.DataFrame, value: str, orders: tuple[list[str], list[str]], column: Callable[[str], str]) -> Spec:
    rows = [
        {"row": words.party(row["row"]), "column": column(row["column"]), "value": row["value"]}
        for row in cells.iter_rows(named=True)
    ]
    steps = theme()["ramp"]["steps"]
    most = max((row["value"] for row in rows if row["value"] is not None), default=0)
    x = field(
        "column", "nominal", sort=[column(code) for code in orders[1]],
        axis={"labelAngle": -45, "orient": "top", "ticks": False, "domain": False, "labelLimit": 130},
    )  # fmt: skip
    y = field("row", "nominal", sort=[words.party(code) for code in orders[0]], axis={"ticks": False, "domain": False})
    shade = {"domain": [0, most or 1], "range": ["#f4f7fa", *steps]}
    known, unknown = {"filter": "isValid(datum.value)"}, {"filter": "!isValid(datum.value)"}
    filled = {
        "transform": [known],
        "mark": {"type": "rect", "stroke": "white"},
        "encoding": {
            "x": x,
            "y": y,
            "color": field("value", "quantitative", title=heading(value, language()), scale=shade),
        },
    }
    told = {
        "transform": [known],
        "mark": {"type": "text", "fontSize": 9},
        "encoding": {
            "x": x,
            "y": y,
            "text": {"field": "value", "type": "quantitative", "format": ".0f" if most >= 10 else ".1f"},
            "color": {
                "condition": {"test": f"datum.value > {most * 0.55}", "value": "white"},
                "value": theme()["ink"]["text"],
            },
        },
    }
    blank = {
        "transform": [unknown],
        "mark": {"type": "rect", "stroke": "white", "color": theme()["ink"]["ground"]},
        "encoding": {"x": x, "y": y, "description": {"value": _("not covered")}},
    }
    width = min(_CELL, (WIDTH - 130) / max(len(orders[1]), 1))
    chart = {"width": {"step": width}, "height": {"step": 22}, "data": {"name": "rows"}, "layer": [blank, filled, told]}
    return finish(chart, rows=rows)
