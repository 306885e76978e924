"""The map of a network: parties as dots by their strength, ties as lines by their points, communities by colour."""

from random import Random

import polars as pl

from atase.briefs import words
from atase.briefs.charts import WIDTH, Spec, finish, theme
from atase.measures.network import placed

PARTIES = 45
"""Parties that a map has room for; the strongest are shown."""
NAMED = 25
"""Up to so many parties their names fit, above it codes."""
SEED = 2009


def web(ties: pl.DataFrame) -> Spec:
    """A map of `atase.measures.ties`."""
    shown = placed(ties).head(PARTIES)
    inside = shown["party"].implode()
    kept = ties.filter(pl.col("a").is_in(inside), pl.col("b").is_in(inside)).sort("intensity")
    spots = _laid_out(shown["party"].to_list(), kept)
    most = {"strength": _most(shown["strength"]), "intensity": _most(kept["intensity"])}
    colours = theme()["series"]["colours"]
    dots = [
        {
            "x": spots[row["party"]][0],
            "y": spots[row["party"]][1],
            "name": words.party(row["party"]) if shown.height <= NAMED else row["party"],
            "size": 40 + 900 * row["strength"] / most["strength"],
            "colour": colours[min(row["community"], len(colours)) - 1],
        }
        for row in shown.iter_rows(named=True)
    ]
    lines = [
        {
            **dict(zip(("x", "y", "x2", "y2"), (*spots[row["a"]], *spots[row["b"]]), strict=True)),
            "width": 0.3 + 5 * row["intensity"] / most["intensity"],
        }
        for row in kept.iter_rows(named=True)
    ]
    ink = theme()["ink"]
    bare = {"axis": None, "scale": {"domain": [-0.06, 1.06], "nice": False}, "type": "quantitative"}
    at = {"x": {"field": "x", **bare}, "y": {"field": "y", **bare}}
    edges = {
        "data": {"name": "ties"},
        "mark": {"type": "rule", "color": ink["muted"], "opacity": 0.45},
        "encoding": {
            **at,
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "strokeWidth": {"field": "width", "type": "quantitative", "scale": None},
        },
    }
    nodes = {
        "data": {"name": "parties"},
        "mark": {"type": "circle", "opacity": 1, "stroke": "white"},
        "encoding": {
            **at,
            "size": {"field": "size", "type": "quantitative", "scale": None},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }
    names = {
        "data": {"name": "parties"},
        "mark": {
            "type": "text",
            "dy": -13,
            "fontSize": 10.5,
            "color": ink["text"],
            "stroke": "white",
            "strokeWidth": 0.2,
        },
        "encoding": {**at, "text": {"field": "name"}},
    }
    return finish({"width": WIDTH, "height": 480, "layer": [edges, nodes, names]}, ties=lines, parties=dots)


def _laid_out(parties: list[str], ties: pl.DataFrame) -> dict[str, tuple[float, float]]:
    """A place for each party in the unit square, near those with whom its ties are strong."""
    from igraph import Graph, set_random_number_generator

    set_random_number_generator(Random(SEED))  # noqa: S311  no secret
    graph = Graph()
    graph.add_vertices(parties)
    graph.add_edges(ties.select("a", "b").rows())
    spots = graph.layout_fruchterman_reingold(weights=ties["intensity"].sqrt().to_list(), niter=1000).coords
    spans = [(min(axis), max(max(axis) - min(axis), 1e-9)) for axis in zip(*spots, strict=True)]
    return {
        party: ((spot[0] - spans[0][0]) / spans[0][1], (spot[1] - spans[1][0]) / spans[1][1])
        for party, spot in zip(parties, spots, strict=True)
    }


def _most(values: pl.Series) -> float:
    return max(values.to_list(), default=1.0)
