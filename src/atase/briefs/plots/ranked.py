"""Parties in the order of a figure: dots with their intervals, bars of what became of promises, places by measure."""

import polars as pl

from atase.briefs import words
from atase.briefs.charts import WIDTH, Spec, field, finish, theme
from atase.briefs.wording import code
from atase.i18n import language
from atase.measures.about import heading, word

TOP = 30
"""Rows of a picture; the highest are shown."""
_LABELS = 150
"""Width that names take, in points."""


def dots(found: pl.DataFrame, value: str, names: tuple[str, ...]) -> Spec:
    """A dot for each row, highest first, with a line from `lower` to `upper` where there are such columns."""
    told = found.drop_nulls(value).sort(value, descending=True, maintain_order=True).head(TOP)
    shown = names if len(names) == 1 or told[names[0]].n_unique() > 1 else names[1:]
    ends = [name for name in ("lower", "upper") if name in found.columns]
    rows = [
        {"who": " – ".join(words.party(row[name]) for name in shown), "value": row[value]}
        | {end: row[end] for end in ends}
        for row in told.iter_rows(named=True)
    ]
    ink = theme()["ink"]
    x = field("value", "quantitative", title=heading(value, language()), scale={"zero": True})
    y = field("who", "nominal", sort=[row["who"] for row in rows], axis={"ticks": False, "domain": False, "grid": True})
    dot = {
        "mark": {"type": "point", "filled": True, "size": 60, "color": ink["accent"], "opacity": 1},
        "encoding": {"x": x, "y": y},
    }
    line = {
        "mark": {"type": "rule", "color": ink["muted"], "strokeWidth": 2},
        "encoding": {"x": field("lower", "quantitative"), "x2": {"field": "upper"}, "y": y},
    }
    layers = [line, dot] if ends else [dot]
    return finish(
        {"width": WIDTH - _LABELS, "height": {"step": 18}, "data": {"name": "rows"}, "layer": layers}, rows=rows
    )


def outcomes(found: pl.DataFrame) -> Spec:
    """Bars of the promises to the partners with the most: kept, open, called off."""
    told = found.filter(pl.col("by") == "partner").head(TOP)
    rows = [
        {"who": words.party(row["item"]), "what": word(outcome, language()), "n": row[outcome], "place": place}
        for row in told.iter_rows(named=True)
        for place, outcome in enumerate(("kept", "open", "called_off"))
    ]
    ink, steps = theme()["ink"], theme()["ramp"]["steps"]
    colours = [ink["accent"], steps[1], ink["highlight"]]
    what = {"domain": [word(outcome, language()) for outcome in ("kept", "open", "called_off")], "range": colours}
    encoding = {
        "x": field("n", "quantitative", title=heading("n", language()), axis={"format": "d", "tickMinStep": 1}),
        "y": field(
            "who", "nominal", sort=[words.party(code) for code in told["item"]], axis={"ticks": False, "domain": False}
        ),
        "color": field("what", "nominal", scale=what),
        "order": {"field": "place", "type": "ordinal"},
    }
    chart = {
        "width": WIDTH - _LABELS,
        "height": {"step": 18},
        "data": {"name": "rows"},
        "mark": {"type": "bar", "height": 12},
    }
    return finish(chart | {"encoding": encoding}, rows=rows)


def places(found: pl.DataFrame) -> Spec:
    """For each measure, which share of the other partners stands lower: a dot for each side."""
    rows = [
        {"who": words.party(row["side"]), "what": word(row["measure"], language()), "share": row["share"]}
        for row in found.drop_nulls("share").iter_rows(named=True)
    ]
    encoding = {
        "x": field(
            "share", "quantitative", title=heading("share", language()), scale={"domain": [0, 1]}, axis={"format": "%"}
        ),
        "y": field("what", "nominal", sort=None, axis={"ticks": False, "domain": False, "grid": True}),
        "color": field("who", "nominal", scale={"range": theme()["series"]["colours"]}, sort=None),
        "shape": field("who", "nominal", sort=None),
    }
    chart = {
        "width": WIDTH - _LABELS,
        "height": {"step": 22},
        "data": {"name": "rows"},
        "mark": {"type": "point", "filled": True, "size": 90},
    }
    return finish(chart | {"encoding": encoding}, rows=rows)


def shares(found: pl.DataFrame) -> Spec:
    """Bars of the share of each character, instrument, level and channel."""
    aspects = ("character", "instrument", "level", "channel")
    told = found.filter(pl.col("aspect").is_in(aspects))
    rows = [
        {"aspect": word(row["aspect"], language()), "item": code(row["item"]), "value": row["value"]}
        for row in told.iter_rows(named=True)
    ]
    bars = {
        "width": WIDTH - 2 * _LABELS,
        "height": {"step": 15},
        "mark": {"type": "bar", "height": 10, "color": theme()["ink"]["accent"]},
        "encoding": {
            "x": field("value", "quantitative", title=heading("share", language()), axis={"format": "%"}),
            "y": field("item", "nominal", sort="-x", axis={"ticks": False, "domain": False}),
        },
    }
    facet = {"row": field("aspect", "nominal", sort=[word(aspect, language()) for aspect in aspects])}
    chart = {
        "data": {"name": "rows"},
        "facet": facet,
        "spec": bars,
        "resolve": {"scale": {"y": "independent"}},
        "spacing": 6,
    }
    return finish(chart, rows=rows)
