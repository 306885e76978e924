"""The world, shaded by how much a party does with each state."""

import json
from csv import DictReader
from functools import cache
from importlib.resources import files
from typing import Any

import polars as pl

from atase import measures
from atase.briefs import charts, words
from atase.briefs.subject import Subject
from atase.briefs.tree import Block, Picture
from atase.i18n import _

HEIGHT = 272
PROJECTION = {"type": "equalEarth", "rotate": [-155, 0, 0], "scale": 114.4, "translate": [310, 152]}
"""The whole width from Greenland to Cape Horn; the edge runs through the Atlantic, where it cuts the fewest states."""


def world(subject: Subject) -> tuple[Block, ...]:
    """A map of the partners of one state, and what its colours do not mean."""
    (code,) = subject.codes
    ranked = measures.partners(subject.frames["activities"], code, subject.on).filter(pl.col("n") > 0)
    if ranked.is_empty():
        return ()
    alt = _("A map of the world on which darker states share more deeds with {name}.").format(name=words.party(code))
    note = _(
        "Ochre: {name}. White: no deed is known to the register, perhaps because its sources do not cover it. "
        "Borders as drawn by Natural Earth, without taking a position on any."
    ).format(name=words.party(code))
    counts = dict(ranked.select("partner", "n").iter_rows())
    return (Picture(_("Deeds by partner"), shaded(code, counts), alt, note),)


def shaded(code: str, counts: dict[str, int]) -> charts.Spec:
    """The map with the party `code` marked and each other shaded by its count."""
    theme = charts.theme()
    ink = theme["ink"]
    edges = _edges(max(counts.values()))
    shade = charts.field(
        "n",
        "quantitative",
        title=_("deeds"),
        scale={"type": "threshold", "domain": edges, "range": theme["ramp"]["steps"][-len(edges) - 1 :]},
        legend={"orient": "bottom", "direction": "horizontal", "format": "d"},
    )
    outlines = {"name": "world", "format": {"type": "topojson", "feature": "countries"}}
    border = {"type": "geoshape", "stroke": "#aab2bb", "strokeWidth": 0.4}
    own = {"condition": {"test": {"field": "id", "equal": code}, "value": ink["highlight"]}, "value": "white"}
    land = {"data": outlines, "mark": border, "encoding": {"fill": own}}
    table = {"data": {"name": "counts"}, "key": "id", "fields": ["n"]}
    shaded = {
        "data": outlines,
        "transform": [{"lookup": "id", "from": table}, {"filter": "isValid(datum.n)"}],
        "mark": border,
        "encoding": {"color": shade},
    }
    small = {
        "data": {"name": "spots"},
        "mark": {"type": "circle", "size": 34, "opacity": 1, "stroke": ink["text"], "strokeWidth": 0.5},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "color": shade,
        },
    }
    layers = [{**layer, "projection": PROJECTION} for layer in (land, shaded, small)]
    return charts.finish(
        {"width": charts.WIDTH, "height": HEIGHT, "layer": layers},
        world=_outlines(),
        counts=[{"id": key, "n": n} for key, n in counts.items()],
        spots=[{**place, "n": counts[place["code"]]} for place in _small_states() if place["code"] in counts],
    )


def _edges(most: int) -> list[int]:
    """Where the shades begin, from the second: whole numbers, evenly spread up to the largest count."""
    return sorted({1 + most * step // 5 for step in range(1, 5)} - {1}) or [2]


@cache
def _outlines() -> Any:
    """Natural Earth's states at 1:110 million; data/README.md tells more."""
    return json.loads(files("atase.briefs").joinpath("data/world.topo.json").read_text("utf-8"))


@cache
def _small_states() -> tuple[dict[str, Any], ...]:
    with files("atase.briefs").joinpath("data/small-states.csv").open(encoding="utf-8") as lines:
        return tuple(
            {"code": row["code"], "longitude": float(row["longitude"]), "latitude": float(row["latitude"])}
            for row in DictReader(lines)
        )
