"""What relationships are made of: characters, instruments, ranks, depths, channels and levels; and how regularly."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from atase.codebook import groups, instruments
from atase.measures.coverage import years
from atase.measures.dyads import asked, dyads
from atase.measures.levels import LEVELS, levelled
from atase.measures.select import between, deeds, known

Frames = dict[str, pl.DataFrame]
ASPECTS = ("character", "instrument", "level", "channel", "rank", "depth")


def mix(frames: Frames, on: date, codes: Sequence[str]) -> pl.DataFrame:
    """The profile of one party or of those who act together: everything that its deeds are made of.

    Returns:
        `aspect`, `item`, `confirmed`, `candidate`, `n` (activities), `value` and `unit`:

        - character, instrument, level (`atase.measures.levels`), channel (formal: acts of state in due
          form; informal: practice between forces, services and firms), rank (of who meets) and depth (by
          instrument): `value` is the share of the item among the deeds of which the aspect is known.
        - breadth: effective number of instruments, exp(H) with Shannon's H = -sum(p ln p) (Hill 1973).
        - regularity: `active_years`, the share of the years since the first deed, as far as any source
          covers them, in which there is one; `gap`, the mean number of days between deeds; `gap_variation`,
          the standard deviation of these gaps over their mean: 0 is a clockwork, 1 what chance
          gives (a Poisson process), more comes in bursts (Goh and Barabási 2008).

        What cannot be said (nothing dated, fewer than three deeds) is null.
    """
    found = _described(deeds(between(known(frames["activities"], on), *codes)))
    return pl.concat(
        [*(_shares(found, aspect) for aspect in ASPECTS), _breadth(found), _regularity(frames, found, on, codes)]
    )


def profiles(frames: Frames, on: date, codes: Sequence[str] = ()) -> pl.DataFrame:
    """The profile of every pair of parties, a row for each.

    Args:
        codes: none for every pair; one party for its partners; several for the pairs among them.

    Returns:
        `a`, `b`, `n` (deeds), `confirmed`, a share between 0 and 1 for each group of the codebook and for
        each level, `formal` (share of deeds in the formal channel) and `breadth` (effective number of
        instruments). A pair that was asked for and has no deed is null.
    """
    formal = [code for code, entry in instruments().items() if entry.formal]
    done = deeds(known(frames["activities"], on)).select("activity", "state", "instrument", "group", "parties")
    rows = dyads(frames, levelled(done), codes).sort("a", "b")
    cells = rows.group_by("a", "b", "instrument", "group", maintain_order=True).agg(
        n=pl.len().cast(pl.Int64),
        confirmed=(pl.col("state") == "confirmed").sum().cast(pl.Int64),
        **{level: (pl.col("level") == level).sum() for level in LEVELS},
    )
    n = pl.col("n")
    share = n / n.sum()
    found = cells.group_by("a", "b", maintain_order=True).agg(
        n.sum(),
        pl.col("confirmed").sum(),
        **{group: share.filter(pl.col("group") == group).sum() for group in groups()},
        **{level: pl.col(level).sum() / n.sum() for level in LEVELS},
        formal=share.filter(pl.col("instrument").is_in(formal)).sum(),
        breadth=_effective(share),
    )
    return asked(found.with_columns(pl.col("a", "b").cast(pl.String)), codes)


def _effective(share: pl.Expr) -> pl.Expr:
    return (-(share * share.log()).sum()).exp()


def _described(rows: pl.DataFrame) -> pl.DataFrame:
    """The activities with a column for each aspect; null where it is not known or there is none."""
    ranks = {level.code for level in instruments()["visit"].depth}
    ranked = pl.col("depth").is_in(ranks)
    formal = pl.col("instrument").replace_strict(
        {code: "formal" if entry.formal else "informal" for code, entry in instruments().items()}, default=None
    )
    return levelled(rows).with_columns(
        character="group",
        channel=formal,
        rank=pl.when(ranked).then("depth"),
        depth=pl.when(~ranked).then(pl.format("{}/{}", "instrument", "depth")),
    )


def _shares(rows: pl.DataFrame, aspect: str) -> pl.DataFrame:
    state = pl.col("state")
    return (
        rows.drop_nulls(aspect)
        .group_by(item=aspect)
        .agg(
            confirmed=(state == "confirmed").sum().cast(pl.Int64),
            candidate=(state == "candidate").sum().cast(pl.Int64),
            n=pl.len().cast(pl.Int64),
        )
        .with_columns(aspect=pl.lit(aspect), value=pl.col("n") / pl.col("n").sum(), unit=pl.lit("share"))
        .select("aspect", "item", "confirmed", "candidate", "n", "value", "unit")
        .sort("n", "item", descending=[True, False])
    )


def _breadth(rows: pl.DataFrame) -> pl.DataFrame:
    share = rows["instrument"].value_counts(normalize=True)
    value = share.select(_effective(pl.col("proportion"))).item() if rows.height else None
    return _figures("breadth", [("instruments", rows.height, value, "instruments")])


def _regularity(frames: Frames, rows: pl.DataFrame, on: date, codes: Sequence[str]) -> pl.DataFrame:
    dated = rows.drop_nulls("day").sort("day")
    lived = years(frames, rows, on, *codes[:2]).filter(pl.col("coverage") != "none")
    since = lived.filter(pl.col("n").cum_sum() > 0)
    gaps = dated["day"].unique().sort().diff().drop_nulls().dt.total_days()
    mean, spread = gaps.mean(), gaps.std()
    variation = spread / mean if isinstance(spread, float) and isinstance(mean, float) else None
    active = since.select((pl.col("n") > 0).mean()).item()
    return _figures(
        "regularity",
        [
            ("active_years", since.height, active, "share"),
            ("gap", gaps.len(), mean, "days"),
            ("gap_variation", gaps.len(), variation, "ratio"),
        ],
    )


def _figures(aspect: str, figures: Sequence[tuple[str, int, object, str]]) -> pl.DataFrame:
    schema = {
        "aspect": pl.String,
        "item": pl.String,
        "confirmed": pl.Int64,
        "candidate": pl.Int64,
        "n": pl.Int64,
        "value": pl.Float64,
        "unit": pl.String,
    }
    rows = [(aspect, item, None, None, n, value, unit) for item, n, value, unit in figures]
    return pl.DataFrame(rows, schema=schema, orient="row")
