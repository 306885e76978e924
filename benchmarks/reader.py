"""How fast the reader codes, and in how much memory: the gold documents, with one and with two processes.

    python benchmarks/reader.py [documents]

The documents of ../shared/gold are read again and again up to the number given (2,000), so that starting the
processes does not count for much. Each row is a process of its own; its peak memory includes its workers'.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from atase.cli.coding import code_all
from atase.report import Document

GOLD = Path(__file__).parents[1] / "../shared/gold"


def documents(count: int) -> Iterator[Document]:
    """The gold documents, again and again."""
    rows = [json.loads(line) for path in sorted(GOLD.glob("dev-*.jsonl")) for line in path.open(encoding="utf-8")]
    for row in islice(cycle(rows), count):
        yield Document(row["text"], row["title"], row["date"], row["lang"], row["id"])


def measure(count: int, jobs: int) -> None:
    """Print one line of the table."""
    size = sum(len(document.text) for document in documents(count)) / 1e6
    start = time.perf_counter()
    for _coded in code_all(documents(count), None, jobs):
        pass
    seconds = time.perf_counter() - start
    one = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    worker = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"| {jobs} | {count:,} | {seconds:.1f} s | {count / seconds:,.0f}/s | {size / seconds:.2f} MB/s "
        f"| {one + jobs * worker if worker else one:,.0f} MB |"
    )


def main() -> None:
    """Print the table of docs/benchmarks.md."""
    if not any(GOLD.glob("dev-*.jsonl")):
        print("benchmarks/reader.py: skipped, for it needs the gold documents in ../shared/gold")
        return
    if len(sys.argv) == 3:
        measure(int(sys.argv[1]), int(sys.argv[2]))
        return
    count = sys.argv[1] if len(sys.argv) > 1 else "2000"
    print("| processes | documents | time | rate | text | peak memory |\n|---|---|---|---|---|---|", flush=True)
    for jobs in ("1", "2"):
        subprocess.run([sys.executable, __file__, count, jobs], check=True)


if __name__ == "__main__":
    main()
