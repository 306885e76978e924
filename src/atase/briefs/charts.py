"""The charts of a brief, as Vega-Lite specifications made with Altair."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import altair as alt
import polars as pl

from atase.briefs import words
from atase.i18n import _

Spec = dict[str, Any]
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
        for row in counts.group_by("year", "group", "state").agg(pl.col("n").sum()).sort("year").to_dicts()
        if row["year"] in shown
    ]
    panels = [_panel(state) for state in ("confirmed", "candidate") if _panel(state) in {row["state"] for row in rows}]
    blank = [{"year": year, "state": panel} for year in _uncovered(years) for panel in panels]
    x = alt.X("year:O", title=None, scale=alt.Scale(domain=shown), axis=_year_axis(shown))
    bars = (
        alt.Chart()
        .mark_bar(stroke="white", strokeWidth=0.5)
        .encode(
            x=x,
            y=alt.Y(
                "n:Q",
                title=_("activities"),
                axis=alt.Axis(tickMinStep=1, tickCount=4, format="d", labelExpr="abs(datum.value)"),
            ),
            color=alt.Color("group:N", title=None, scale=_group_scale()),
            order="order:O",
        )
        .transform_filter("datum.group != null")
    )
    bands = alt.Chart().mark_rect(color=theme()["ink"]["ground"]).encode(x=x).transform_filter("datum.group == null")
    zero = alt.Chart().mark_rule(color=theme()["ink"]["muted"], strokeWidth=0.8).encode(y=alt.datum(0))
    chart = (
        alt.layer(bands, bars, zero, data=alt.NamedData("deeds"))
        .properties(width=WIDTH, height=130)
        .facet(row=alt.Row("state:N", title=None, sort=panels))
        .properties(spacing=8)
    )
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
    colours = _group_scale()
    points = (
        alt.Chart(alt.NamedData("points"))
        .mark_point(size=42, strokeWidth=1.3, opacity=0.9)
        .encode(
            x=alt.X(
                "day:T",
                title=None,
                scale=alt.Scale(domain=[start, end]),
                axis=_time_axis(shown),
            ),
            y=alt.Y("lane:N", title=None, sort=sort, axis=alt.Axis(domain=False, ticks=False, grid=True)),
            stroke=alt.Stroke("group:N", title=None, scale=colours, legend=None),
            fill=alt.Fill("fill:N", scale=_fill_scale(), legend=None),
            shape=alt.Shape(
                "kind:N",
                title=None,
                scale=_kinds(),
                legend=alt.Legend(symbolStrokeColor=theme()["ink"]["text"]),
            ),
        )
    )
    today = (
        alt.Chart(alt.NamedData("today"))
        .mark_rule(color=theme()["ink"]["highlight"], strokeDash=[3, 2])
        .encode(x="day:T")
    )
    return finish(
        alt.layer(points, today).properties(width=WIDTH - 90, height=alt.Step(19)),
        points=rows,
        today=[{"day": on.isoformat()}],
    )


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
    chart = (
        alt.Chart(alt.NamedData("partners"))
        .mark_bar(height=11)
        .encode(
            x=alt.X("n:Q", title=_("activities"), axis=alt.Axis(tickMinStep=1, tickCount=5, format="d")),
            y=alt.Y(
                "partner:N",
                title=None,
                sort=names,
                axis=alt.Axis(
                    ticks=False,
                    domain=False,
                    labelFontWeight=alt.condition(alt.datum.value == bold, alt.value("bold"), alt.value("normal")),
                ),
            ),
            color=alt.Color(
                "state:N",
                title=None,
                scale=alt.Scale(
                    domain=[_panel("confirmed"), _panel("candidate")],
                    range=[ink["accent"], theme()["ramp"]["steps"][1]],
                ),
            ),
            order="part:O",
        )
        .properties(width=WIDTH - 130, height=alt.Step(17))
    )
    return finish(chart, partners=rows)


def finish(chart: Any, **data: Any) -> Spec:
    """The chart as a specification, in the theme's configuration, with the data that it names."""
    return {**chart.to_dict(validate=False), "config": theme()["config"], "datasets": data}


def _window(years: pl.DataFrame) -> list[int]:
    """The years that a chart over time shows: the newest `WINDOW` at most."""
    return years["year"].tail(WINDOW).to_list()


def _uncovered(years: pl.DataFrame) -> list[int]:
    return years.tail(WINDOW).filter(pl.col("coverage") == "none")["year"].to_list()


def _latest(activities: pl.DataFrame) -> int:
    latest = activities["day"].max()
    return latest.year if isinstance(latest, date) else 0


def _year_axis(shown: list[int]) -> Any:
    return alt.Axis(labelAngle=0, labelExpr=f"datum.value % {_step(shown)} == 0 ? datum.value : ''", ticks=False)


def _time_axis(shown: list[int]) -> Any:
    return alt.Axis(
        tickCount="year",
        labelExpr=f"year(datum.value) % {_step(shown)} == 0 ? timeFormat(datum.value, '%Y') : ''",
        grid=True,
    )


def _step(shown: list[int]) -> int:
    """Every how many years a label fits."""
    return 1 if len(shown) <= 12 else 2 if len(shown) <= 20 else 5


def _group_scale() -> Any:
    colours = theme()["groups"]
    return alt.Scale(domain=[words.group(code) for code in colours], range=list(colours.values()))


def _fill_scale() -> Any:
    colours = theme()["groups"]
    return alt.Scale(domain=[*(words.group(code) for code in colours), ""], range=[*colours.values(), "white"])


def _kind(stage: str) -> str:
    if stage in ("done", "underway"):
        return _("deed")
    return _("plan") if stage in ("planned", "proposed") else _("called off")


def _kinds() -> Any:
    return alt.Scale(domain=[_("deed"), _("plan"), _("called off")], range=["circle", "triangle-up", "cross"])


def _panel(state: str) -> str:
    return _("Confirmed by a person") if state == "confirmed" else _("Machine candidates")
