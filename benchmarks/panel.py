"""How fast panels are made: all dyad-years 1946-2025 with six covariates, and others, each in a process of its own.

    python benchmarks/panel.py

The files are those of ../shared/data. Bar: dyad-years with six covariates under 10 s and 2 GB. The time is that of the
work, from the recognition of the files to the frame, and of the writing of Parquet; Python's start is not counted.
"""

import multiprocessing
import time
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

from atase.measures import panel

DATA = Path(__file__).parents[1] / "../shared/data"
SIX = ("atop", "distance", "nmc", "ideal_points", "contiguity", "disputes")
CASES = [
    ("dyad-years", "1946:2025", False, "year", SIX),
    ("directed dyad-years", "1946:2025", True, "year", SIX),
    ("directed dyad-years, all covariates", "1946:2025", True, "year", (*SIX, "rivalries", "sipri_milex")),
    ("dyad-quarters", "2000:2025", False, "quarter", SIX),
    ("dyad-months", "2015:2025", False, "month", SIX),
]


def measure(title: str, years: str, directed: bool, period: str, added: tuple[str, ...]) -> None:
    """Print one line of the table."""
    start = time.perf_counter()
    made = panel.dyads(years, directed, "cow", period, DATA)  # type: ignore[arg-type]
    for name in added:
        made = made.add(name)
    seconds = time.perf_counter() - start
    with TemporaryDirectory() as folder:
        made.frame.write_parquet(Path(folder) / "panel.parquet")
    written = time.perf_counter() - start - seconds
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1e3
    rows, columns = made.frame.shape
    size = f"{len(added)} | {rows:,} | {columns}"
    print(f"| {title}, {years} | {size} | {seconds:.2f} s | {written:.2f} s | {peak:,.0f} MB |")


def main() -> None:
    """Print the table."""
    if not DATA.exists():
        print("skipped: needs ../shared/data")
        return
    print("| panel | covariates | rows | columns | made in | written in | peak memory |\n|---|---|---|---|---|---|---|")
    for case in CASES:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=case)
        process.start()
        process.join()


if __name__ == "__main__":
    main()
