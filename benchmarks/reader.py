"""How fast the reader codes, and in how much memory: relevant documents, and news of which one in fifty is relevant.

    python benchmarks/reader.py [documents]

Relevant documents are those of ../shared/gold that have an activity and 1,500 characters or more, again and again.
News are the texts of ../shared/corpus as they come, seven Indonesian to one English, with a relevant document after
every 49. Each row is a process of its own that reads a JSON Lines file as `atase code` does; its peak memory includes
its workers'.
"""

import json
import lzma
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

from atase.cli.coding import Coded, code_all
from atase.documents import load

SHARED = Path(__file__).parents[1] / "../shared"
GOLD = sorted(SHARED.glob("gold/dev-*.jsonl"))
CORPUS = {lang: SHARED / f"corpus/unlabelled-{lang}.jsonl.xz" for lang in ("id", "en")}
LEAST, BETWEEN, TO_ONE_ENGLISH = 1_500, 49, 7


def relevant() -> Iterator[dict[str, Any]]:
    """The annotated documents with an activity, again and again."""
    rows = [json.loads(line) for path in GOLD for line in path.open(encoding="utf-8")]
    for row in cycle(row for row in rows if row["activities"] and len(row["text"]) >= LEAST):
        yield {name: row[name] for name in ("id", "text", "title", "date", "lang")}


def unlabelled(lang: str) -> Iterator[dict[str, Any]]:
    """The texts of the corpus in a language, again and again."""
    while True:
        with lzma.open(CORPUS[lang], "rt", encoding="utf-8") as lines:
            for line in lines:
                yield {"text": json.loads(line)["text"], "date": "2024-05-15"}


def news() -> Iterator[dict[str, Any]]:
    """Mixed news with one relevant document in fifty."""
    indonesian, english, wanted = unlabelled("id"), unlabelled("en"), relevant()
    while True:
        for place in range(BETWEEN):
            yield next(english if place % (TO_ONE_ENGLISH + 1) == TO_ONE_ENGLISH else indonesian)
        yield next(wanted)


def measure(path: str, jobs: int) -> None:
    """Print one line of the table."""
    count = told = size = 0
    start = time.perf_counter()
    for coded in code_all(load([path]), None, jobs):
        if isinstance(coded, Coded):
            count, told, size = count + 1, told + bool(coded.reports), size + len(coded.document.text)
    seconds = time.perf_counter() - start
    one, worker = (getrusage(who).ru_maxrss / 1024 for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    processor = sum(getrusage(who).ru_utime + getrusage(who).ru_stime for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    print(
        f"| {Path(path).stem} | {jobs} | {count:,} | {size / count:,.0f} | {told / count:.0%} | {seconds:.1f} s "
        f"| {count / seconds:,.0f}/s | {size / 1e6 / seconds:.1f} MB/s | {processor:.1f} s "
        f"| {one + (jobs * worker if jobs > 1 else 0):,.0f} MB |",
        flush=True,
    )


def main() -> None:
    """Print the table of docs/benchmarks.md."""
    if not GOLD or not all(path.exists() for path in CORPUS.values()):
        print("benchmarks/reader.py: skipped, for it needs the texts in ../shared/gold and ../shared/corpus")
        return
    if len(sys.argv) == 3:
        measure(sys.argv[1], int(sys.argv[2]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    print(
        "| documents | processes | number | characters | with a report | time | rate | text | processor | peak memory |"
    )
    print("|" + "---|" * 10, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, rows, number in (("relevant", relevant(), count // 10), ("news", news(), count)):
            path = Path(folder) / f"{name}.jsonl"
            with path.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in islice(rows, number))
            for jobs in ("1", "2"):
                subprocess.run([sys.executable, __file__, str(path), jobs], check=True)


if __name__ == "__main__":
    main()
