"""Where parties stand in the network of cooperation, who resembles whom, and who meets in which forum."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import polars as pl

from atase.measures.points import points
from atase.measures.select import cooperation, deeds, known
from atase.measures.weights import Weights, weights

Frames = dict[str, pl.DataFrame]
LEAST = 0.1
"""Points below which a tie is no more than the dust of the past."""
SEED = 2009


def ties(frames: Frames, on: date, codes: Sequence[str] = (), by: Weights | None = None) -> pl.DataFrame:
    """The ties of the network on the day `on`: `a`, `b`, `intensity`, of all parties or among `codes`."""
    rows = points(frames, on, by or weights(), codes).filter(~pl.col("friction"))
    sums = rows.group_by("a", "b", maintain_order=True).agg(intensity=pl.col("points").sum())
    return sums.filter(pl.col("intensity") >= LEAST).with_columns(pl.col("a", "b").cast(pl.String))


def network(frames: Frames, on: date, codes: Sequence[str] = (), by: Weights | None = None) -> pl.DataFrame:
    """The place of each party in the network whose ties are intensities of at least a tenth of a point.

    Args:
        codes: two parties or more for the network among them; else that of all.
        by: the weights; those that Atase comes with otherwise.

    Returns:
        `party`, strongest first, with

        - `degree` (partners) and `strength` (points of all its ties);
        - `betweenness`: the share of the shortest paths between others that lead through it, where a
          tie is as long as one over its points (Freeman 1977; Brandes 2001);
        - `closeness`: the mean of one over the distance to each other, in points; 0 for one who is out of
          reach (harmonic; Marchiori and Latora 2000);
        - `core`: the largest k such that it belongs to a group in which everybody has k partners in the
          group (Seidman 1983);
        - `community`: the group it belongs to by the Leiden algorithm for modularity (Traag et al. 2019),
          1 for the largest;
        - `constraint`: how much its partners are tied to each other; a broker's is low (Burt 1992).

        A party without a tie has no row: it is not covered, not isolated.
    """
    return placed(ties(frames, on, codes if len(codes) > 1 else (), by))


def placed(rows: pl.DataFrame) -> pl.DataFrame:
    """The place of each party in the network of these `ties`, as `network` gives it."""
    from igraph import Graph, set_random_number_generator

    set_random_number_generator(Random(SEED))  # noqa: S311  no secret
    graph = Graph.TupleList(rows.rows(), edge_attrs=["points"])
    strength, n = graph.es["points"] if rows.height else [], graph.vcount()
    lengths = [1 / value for value in strength]
    pairs = max((n - 1) * (n - 2) / 2, 1)
    figures = {
        "party": graph.vs["name"] if n else [],
        "degree": graph.degree(),
        "strength": graph.strength(weights=strength),
        "betweenness": [value / pairs for value in graph.betweenness(directed=False, weights=lengths)],
        "closeness": graph.harmonic_centrality(weights=lengths),
        "core": graph.coreness(),
        "community": _communities(graph, strength),
        "constraint": graph.constraint(weights=strength),
    }
    schema = {
        "party": pl.String,
        "degree": pl.Int64,
        "strength": pl.Float64,
        "betweenness": pl.Float64,
        "closeness": pl.Float64,
        "core": pl.Int64,
        "community": pl.Int64,
        "constraint": pl.Float64,
    }
    return pl.DataFrame(figures, schema=schema).sort("strength", "party", descending=[True, False])


def _communities(graph: Any, strength: list[float]) -> list[int]:
    """The number of each party's community, in the order of their sizes."""
    found = graph.community_leiden(objective_function="modularity", weights=strength, n_iterations=-1)
    order = sorted(range(len(found)), key=lambda number: (-found.size(number), found[number]))
    place = {number: rank for rank, number in enumerate(order, start=1)}
    return [place[number] for number in found.membership]


def similarity(frames: Frames, on: date, a: str, by: Weights | None = None) -> pl.DataFrame:
    """Who has the same partners as `a`, equally intensely: its rivals and peers.

    Returns:
        `party`, `similarity` (cosine of the two parties' intensities with all third parties: 0 for no
        common partner, 1 for the same in the same proportions; structural equivalence, Lorrain and
        White 1971) and `shared` (partners in common), most similar first.
    """
    rows = ties(frames, on, (), by)
    both = pl.concat([rows, rows.select(a="b", b="a", intensity="intensity")])
    mine = both.filter(pl.col("a") == a).select("b", own="intensity")
    others = both.filter(pl.col("a") != a, pl.col("b") != a)
    product, size = (pl.col("own") * pl.col("intensity")).sum(), (pl.col("intensity") ** 2).sum().sqrt()
    pairs = others.join(mine, on="b", how="left").group_by(party="a")
    # The tie of the two themselves says nothing of whom else they share: each is left out of the other's.
    own = both.filter(pl.col("a") == a).select(party="b", tie="intensity")
    whole = float(mine["own"].pow(2).sum())
    return (
        pairs.agg(dot=product, size=size, shared=pl.col("own").count().cast(pl.Int64))
        .join(own, on="party", how="left")
        .with_columns(rest=(whole - pl.col("tie").fill_null(0.0) ** 2).clip(lower_bound=0.0).sqrt())
        .filter(pl.col("shared") > 0)
        .select("party", similarity=pl.col("dot") / (pl.col("size") * pl.col("rest")), shared="shared")
        .sort("similarity", "party", descending=[True, False])
    )


def forums(frames: Frames, on: date, codes: Sequence[str] = ()) -> pl.DataFrame:
    """Who takes part in which forum or series: the network of two modes, parties and forums.

    Args:
        codes: only these parties; all without.

    Returns:
        `party`, `forum` (the series of meetings or exercises), `n` (deeds in which the party takes part),
        `first` and `last` (days), `parties` (who else: how many parties the forum has) and `forums` (in
        how many the party takes part): degrees of both modes (Borgatti and Everett 1997).
    """
    held = cooperation(deeds(known(frames["activities"], on))).drop_nulls("series")
    rows = held.select("day", forum="series", party="parties").explode("party")
    found = (
        rows.group_by("party", "forum")
        .agg(n=pl.len().cast(pl.Int64), first=pl.col("day").min(), last=pl.col("day").max())
        .with_columns(
            parties=pl.len().over("forum").cast(pl.Int64),
            forums=pl.len().over("party").cast(pl.Int64),
        )
    )
    chosen = found.filter(pl.col("party").is_in(list(codes))) if codes else found
    return chosen.sort("n", "forum", "party", descending=[True, False, False])
