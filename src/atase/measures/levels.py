"""The level of an activity: bilateral, minilateral, regional or global."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import polars as pl

from atase.actors import Actor, actors

LEVELS = ("bilateral", "minilateral", "regional", "global")
"""From the level where depth is greatest to the widest."""


def levelled(activities: pl.DataFrame) -> pl.DataFrame:
    """The activities with a column `level`, by the number and kind of their parties (`levels.toml`).

    *Bilateral*: two states. *Minilateral*: up to nine parties, an organisation counting as many as it
    has members. *Global*: an organisation of the whole world takes part, or more than nine parties
    from three continents. *Regional*: every other. Null with fewer than two parties.
    """
    rules = _rules()
    size, reach = pl.col("size"), pl.col("continents")
    level = (
        pl.when(pl.col("worldwide") | ((size > rules["few"]) & (reach >= rules["continents"])))
        .then(pl.lit("global"))
        .when(size > rules["few"])
        .then(pl.lit("regional"))
        .when(size > 2)
        .then(pl.lit("minilateral"))
        .when(size == 2)
        .then(pl.lit("bilateral"))
    )
    # Most activities share their parties with others: each set of parties is looked at once.
    sets = activities.select("parties").unique().with_row_index("set")
    levels = (
        sets.explode("parties")
        .join(_parties(), on="parties", how="left")
        .group_by("set")
        .agg(
            size=pl.col("size").fill_null(1).sum(),
            continents=pl.col("continent").n_unique() - pl.col("continent").has_nulls().cast(pl.UInt32),
            worldwide=pl.col("worldwide").any(),
        )
        .select("set", level=level)
    )
    return activities.join(sets.join(levels, on="set").drop("set"), on="parties", how="left", maintain_order="left")


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(files("atase.measures").joinpath("levels.toml").read_text("utf-8"))


@cache
def _parties() -> pl.DataFrame:
    """Each actor with its size, its continent (null for organisations) and whether it is of the whole world."""
    rules = _rules()

    def size(actor: Actor) -> int:
        return 1 if actor.kind == "state" else len(actor.members) or int(rules["unlisted"])

    rows = [
        (actor.code, size(actor), rules["continent"].get(actor.region), actor.code in rules["global"])
        for actor in actors().values()
    ]
    schema = {"parties": pl.String, "size": pl.Int64, "continent": pl.String, "worldwide": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")
