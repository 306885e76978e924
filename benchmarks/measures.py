"""How fast relationships are measured: every pair of a made-up register with a million activities.

The bar: intensity, profile and network together in 5 s on two cores.
"""

import random
import resource
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl

from atase import measures
from atase.actors import actors
from atase.codebook import instruments
from atase.schema import FRAMES

if TYPE_CHECKING:
    from collections.abc import Callable

ACTIVITIES = 1_000_000
ON = date(2025, 6, 30)
Frames = dict[str, pl.DataFrame]


def main() -> None:
    """Print a line for each measure."""
    frames = made(ACTIVITIES)
    measured: dict[str, Callable[[Frames], pl.DataFrame]] = {
        "intensity": lambda frames: measures.intensity(frames, ON),
        "profile": lambda frames: measures.profiles(frames, ON),
        "network": lambda frames: measures.network(frames, ON),
        "balance": lambda frames: measures.balance(frames, ON),
    }
    print("| measure | rows | time | processor time | peak memory |\n|---|---|---|---|---|")
    for name, measure in measured.items():
        start, worked = time.perf_counter(), time.process_time()
        rows = measure(frames).height
        seconds, worked = time.perf_counter() - start, time.process_time() - worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"| {name} | {rows:,} | {seconds:.2f} s | {worked:.2f} s | {peak:,} MB |", flush=True)


def made(n: int, seed: int = 7) -> Frames:
    """Frames of `n` activities among all states, some much more active than others, a tenth of them of several."""
    rng = random.Random(seed)
    states = sorted(code for code, actor in actors().items() if actor.kind == "state" and actor.exists("2020"))
    rng.shuffle(states)
    busy = [1 / (place + 3) for place in range(len(states))]
    drawn = iter(rng.choices(states, busy, k=3 * n))
    kinds = list(instruments().values())
    days = [date(1980, 1, 1) + timedelta(days=day) for day in range(16_600)]
    parties = [sorted({next(drawn) for _party in range(rng.choices((2, 3, 5), (90, 7, 3))[0])}) for _row in range(n)]
    chosen = rng.choices(kinds, k=n)
    activities = pl.DataFrame(
        {
            "activity": [f"A{number:07d}" for number in range(n)],
            "state": rng.choices(("candidate", "confirmed"), k=n),
            "instrument": [kind.code for kind in chosen],
            "group": [kind.group for kind in chosen],
            "stage": rng.choices(("done", "planned", "proposed", "underway"), (75, 12, 8, 5), k=n),
            "day": rng.choices(days, k=n),
            "depth": [rng.choice((None, *(level.code for level in kind.depth))) for kind in chosen],
            "parties": parties,
        }
    ).with_columns(
        date=pl.col("day").dt.to_string("%Y-%m-%d"),
        reported=pl.col("day"),
        sources=pl.lit(1, pl.Int64),
        reports=pl.lit(1, pl.Int64),
    )
    roles = activities.select("activity", party="parties").explode("party").with_columns(role=pl.lit("participant"))
    frames = {name: pl.DataFrame(schema=schema) for name, schema in FRAMES.items()}
    frames["activities"] = activities.match_to_schema(FRAMES["activities"], missing_columns="insert")
    return frames | {"parties": roles}


if __name__ == "__main__":
    main()
