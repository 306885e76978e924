"""The charts of a brief, as Vega-Lite specifications (https://vega.github.io/vega-lite/docs/).

They are written as Vega-Lite has them: a library that builds and checks them would take a third of the time that
a brief may take.
"""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import polars as pl

from atase.briefs import words
from atase.i18n import _

Spec = dict[str, Any]
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH = 620
WINDOW = 25
"""Years that a chart over time shows at most, up to the year of the brief."""


@cache
def theme() -> dict[str, Any]:
    """Colours and the configuration of every chart, from `theme.toml`."""
    return tomllib.loads(files("atase.briefs").joinpath("theme.toml").read_text("utf-8"))


def profile_by_year(counts: pl.DataFrame, years: pl.DataFrame) -> Spec:
    """Stacked bars of deeds by group and year, confirmed and candidates apart, friction below the line.

    Args:
        counts: `atase.measures.profile`.
        years: `atase.measures.years`; years that no source covers are shaded, not shown as zero.
    """
    shown = _window(years)
    order = list(theme()["groups"])
    rows = [
        {
            "year": row["year"],
            "group": words.group(row["group"]),
            "order": order.index(row["group"]),
            "state": _panel(row["state"]),
            "n": -row["n"] if row["group"] == "friction" else row["n"],
        }
        for row in counts.group_by("year", "group", "state")
        .agg(pl.col("n").sum())
        .sort("year", "group", "state")
        .to_dicts()
        if row["year"] in shown
    ]
    panels = [_panel(state) for state in ("confirmed", "candidate") if _panel(state) in {row["state"] for row in rows}]
    blank = [{"year": year, "state": panel} for year in _uncovered(years) for panel in panels]
    x = field("year", "ordinal", scale={"domain": shown}, axis=_year_axis(shown))
    bars = {
        "transform": [{"filter": "datum.group != null"}],
        "mark": {"type": "bar", "stroke": "white", "strokeWidth": 0.5},
        "encoding": {
            "x": x,
            "y": field(
                "n",
                "quantitative",
                title=_("activities"),
                axis={"tickMinStep": 1, "tickCount": 4, "format": "d", "labelExpr": "abs(datum.value)"},
            ),
            "color": field("group", "nominal", scale=_group_scale()),
            "order": {"field": "order", "type": "ordinal"},
        },
    }
    bands = {
        "transform": [{"filter": "datum.group == null"}],
        "mark": {"type": "rect", "color": theme()["ink"]["ground"]},
        "encoding": {"x": x},
    }
    zero = {
        "mark": {"type": "rule", "color": theme()["ink"]["muted"], "strokeWidth": 0.8},
        "encoding": {"y": {"datum": 0}},
    }
    chart = {
        "data": {"name": "deeds"},
        "facet": {"row": field("state", "nominal", sort=panels)},
        "spacing": 8,
        "spec": {"width": WIDTH, "height": 95, "layer": [bands, bars, zero]},
    }
    return finish(chart, deeds=rows + blank)


def timeline(activities: pl.DataFrame, years: pl.DataFrame, on: date) -> Spec:
    """A point for each dated activity: lanes are instruments, filled is confirmed, a diamond is a plan."""
    shown = _window(years)
    start, end = f"{shown[0]}-01-01", f"{max(shown[-1], _latest(activities)) + 1}-01-01"
    rows = [
        {
            "day": row["day"].isoformat(),
            "lane": words.instrument(row["instrument"]),
            "group": words.group(row["group"]),
            "fill": words.group(row["group"]) if row["state"] == "confirmed" else "",
            "kind": _kind(row["stage"]),
        }
        for row in activities.drop_nulls("day").filter(pl.col("day").dt.year() >= shown[0]).to_dicts()
    ]
    order = list(theme()["groups"])
    lanes = activities.drop_nulls("day").filter(pl.col("day").dt.year() >= shown[0])
    sort = [
        words.instrument(code)
        for _group, code in sorted(
            set(lanes.select("group", "instrument").iter_rows()),
            key=lambda pair: (order.index(pair[0]), pair[1]),
        )
    ]
    points = {
        "data": {"name": "points"},
        "mark": {"type": "point", "size": 42, "strokeWidth": 1.3, "opacity": 0.9},
        "encoding": {
            "x": field("day", "temporal", scale={"domain": [start, end]}, axis=_time_axis(shown)),
            "y": field(
                "lane", "nominal", sort=sort, axis={"domain": False, "ticks": False, "grid": True, "labelPadding": 8}
            ),
            "stroke": field("group", "nominal", scale=_group_scale(), legend=None),
            "fill": field("fill", "nominal", scale=_fill_scale(), legend=None),
            "shape": field("kind", "nominal", scale=_kinds(), legend={"symbolStrokeColor": theme()["ink"]["text"]}),
        },
    }
    today = {
        "data": {"name": "today"},
        "mark": {"type": "rule", "color": theme()["ink"]["highlight"], "strokeDash": [3, 2]},
        "encoding": {"x": {"field": "day", "type": "temporal"}},
    }
    chart = {"width": WIDTH - 90, "height": {"step": 13.5}, "layer": [points, today]}
    return finish(chart, points=rows, today=[{"day": on.isoformat()}])


def ranking(ranked: pl.DataFrame, highlight: str | None = None) -> Spec:
    """Horizontal bars of the partners in `ranked` (`atase.measures.partners`): confirmed, then candidates."""
    rows = [
        {
            "partner": words.party(row["partner"]),
            "state": _panel(state),
            "n": row[state],
            "place": place,
            "part": part,
        }
        for place, row in enumerate(ranked.to_dicts())
        for part, state in enumerate(("confirmed", "candidate"))
    ]
    names = [words.party(code) for code in ranked["partner"]]
    ink = theme()["ink"]
    bold = words.party(highlight) if highlight else None
    weight = {"condition": {"test": {"field": "value", "equal": bold}, "value": "bold"}, "value": "normal"}
    chart = {
        "width": WIDTH - 130,
        "height": {"step": 17},
        "data": {"name": "partners"},
        "mark": {"type": "bar", "height": 11},
        "encoding": {
            "x": field(
                "n",
                "quantitative",
                title=_("activities"),
                axis={"tickMinStep": 1, "tickCount": 5, "format": "d"},
            ),
            "y": field(
                "partner",
                "nominal",
                sort=names,
                axis={"ticks": False, "domain": False, "labelFontWeight": weight},
            ),
            "color": field(
                "state",
                "nominal",
                scale={
                    "domain": [_panel("confirmed"), _panel("candidate")],
                    "range": [ink["accent"], theme()["ramp"]["steps"][1]],
                },
            ),
            "order": {"field": "part", "type": "ordinal"},
        },
    }
    return finish(chart, partners=rows)


def field(name: str, kind: str, **more: Any) -> Spec:
    """How a field of the data is shown: `kind` is Vega-Lite's type; without a title unless one is given."""
    return {"field": name, "type": kind, "title": None, **more}


def finish(chart: Spec, **data: Any) -> Spec:
    """The chart as a whole specification, in the theme's configuration, with the data that it names."""
    return {"$schema": SCHEMA, **chart, "config": theme()["config"], "datasets": data}


def _window(years: pl.DataFrame) -> list[int]:
    """The years that a chart over time shows: the newest `WINDOW` at most."""
    return years["year"].tail(WINDOW).to_list()


def _uncovered(years: pl.DataFrame) -> list[int]:
    return years.tail(WINDOW).filter(pl.col("coverage") == "none")["year"].to_list()


def _latest(activities: pl.DataFrame) -> int:
    latest = activities["day"].max()
    return latest.year if isinstance(latest, date) else 0


def _year_axis(shown: list[int]) -> Spec:
    label = f"datum.value % {_step(shown)} == 0 ? datum.value : ''"
    return {"labelAngle": 0, "labelExpr": label, "ticks": False}


def _time_axis(shown: list[int]) -> Spec:
    label = f"year(datum.value) % {_step(shown)} == 0 ? timeFormat(datum.value, '%Y') : ''"
    return {"tickCount": "year", "labelExpr": label, "grid": True}


def _step(shown: list[int]) -> int:
    """Every how many years a label fits."""
    return 1 if len(shown) <= 12 else 2 if len(shown) <= 20 else 5


def _group_scale() -> Spec:
    colours = theme()["groups"]
    return {"domain": [words.group(code) for code in colours], "range": list(colours.values())}


def _fill_scale() -> Spec:
    colours = theme()["groups"]
    return {"domain": [*(words.group(code) for code in colours), ""], "range": [*colours.values(), "white"]}


def _kind(stage: str) -> str:
    if stage in ("done", "underway"):
        return _("deed")
    return _("plan") if stage in ("planned", "proposed") else _("called off")


def _kinds() -> Spec:
    return {"domain": [_("deed"), _("plan"), _("called off")], "range": ["circle", "triangle-up", "cross"]}


def _panel(state: str) -> str:
    return _("Confirmed by a person") if state == "confirmed" else _("Machine candidates")
