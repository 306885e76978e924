"""A figure over the years: lines with their intervals, broken where a year is not covered."""

import polars as pl

from atase.briefs.charts import WIDTH, Spec, field, finish, theme
from atase.briefs.wording import named
from atase.i18n import language
from atase.measures.about import heading

LINES = 6
"""Lines that can be told apart; the highest at the end are shown."""


def trend(found: pl.DataFrame, value: str, names: tuple[str, ...]) -> Spec:
    """Lines of the column `value` by `year`, a line for each combination of the parties in the columns `names`.

    Where there are `lower` and `upper`, a band shows them.
    """
    rows = _rows(found, value, names)
    years = sorted(set(found["year"]))
    x = field(
        "year", "quantitative", axis={"format": "d", "tickMinStep": 1, "grid": False}, scale={"domain": years_of(years)}
    )
    colour = field(
        "who",
        "nominal",
        scale={"range": theme()["series"]["colours"]},
        sort=list(dict.fromkeys(row["who"] for row in rows)),
    )
    if len({row["who"] for row in rows}) == 1:
        colour["legend"] = None
    band = {
        "mark": {"type": "area", "opacity": 0.16},
        "encoding": {"x": x, "y": field("lower", "quantitative"), "y2": {"field": "upper"}, "color": colour},
    }
    line = {
        "mark": {"type": "line", "point": True, "strokeWidth": 1.8},
        "encoding": {"x": x, "y": field("value", "quantitative", title=heading(value, language())), "color": colour},
    }
    layers = [band, line] if "lower" in found.columns else [line]
    return finish({"width": WIDTH, "height": 240, "data": {"name": "rows"}, "layer": layers}, rows=rows)


def years_of(years: list[int]) -> list[int]:
    """The first and the last year; a single one with a year around it."""
    return [years[0], years[-1]] if len(years) > 1 else [years[0] - 1, years[0] + 1]


def _rows(found: pl.DataFrame, value: str, names: tuple[str, ...]) -> list[dict[str, object]]:
    last = found.drop_nulls(value).sort("year").group_by(*names, maintain_order=True).last()
    shown = last.sort(value, *names, descending=[True, *(False for _name in names)]).head(LINES)
    kept = shown.select(names).join(found, on=list(names), how="left", maintain_order="left")
    ends = [name for name in ("lower", "upper") if name in found.columns]
    return [
        {"year": row["year"], "who": " – ".join(named(row[name]) for name in names), "value": row[value]}
        | {end: row[end] for end in ends}
        for row in kept.iter_rows(named=True)
    ]
