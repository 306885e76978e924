"""How fast the register takes documents in and hands frames out.

    python benchmarks/register.py [documents]

Made-up documents (three reports each, a third of them on events told before) go through the reader of the tests,
so that the register alone is measured; then, where ../shared/gold is there, its documents through the real reader,
repeated with changed titles up to 1,000. Bars: 1,000 documents in 60 s, reading included; frames of 10,000
activities in 0.5 s.
"""

import json
import random
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from atase.register import Filter, open_register
from atase.report import Document
from telling import doc, told

ROOT = Path(__file__).parents[1]
STATES = ["IDN", "AUS", "USA", "CHN", "JPN", "MYS", "SGP", "IND", "KOR", "FRA", "TUR", "VNM"]
INSTRUMENTS = ["visit", "dialogue", "exercise", "agreement", "arms_transfer", "education"]


def made_up(count: int) -> Iterator[Document]:
    """Documents of three reports each, on events of 25 years."""
    chance = random.Random(1)
    events = [
        f"{chance.choice(INSTRUMENTS)} {','.join(chance.sample(STATES, chance.choice([2, 2, 2, 3])))} done "
        f"{chance.randint(2000, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        for _ in range(count * 2)
    ]
    for number in range(count):
        yield doc("\n".join(chance.sample(events, 3)), id=f"d{number}", publisher=f"Paper {number % 50}")


def gold(count: int) -> Iterator[Document]:
    """The gold documents, again and again under other titles."""
    lines = [line for path in sorted((ROOT / "../shared/gold").glob("dev-*.jsonl")) for line in path.open()]
    for number, line in enumerate(islice(cycle(lines), count)):
        row = json.loads(line)
        yield Document(row["text"], f"{row['title']} {number}", row["date"], row["lang"], f"{row['id']} {number}")


def show(what: str, count: float, unit: str, seconds: float) -> None:
    """Print one line of the table, with the peak memory so far."""
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {what} | {count:,.0f} {unit} | {seconds:.2f} s | {count / seconds:,.0f}/s | {peak:,.0f} MB |")


def main() -> None:
    """Print the table of docs/benchmarks.md."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    print("| what | amount | time | rate | peak memory |\n|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        register = open_register(f"{folder}/made-up.db")
        start = time.perf_counter()
        register.add(made_up(count), told)
        show("adding and merging, without the reader", count, "documents", time.perf_counter() - start)
        start = time.perf_counter()
        register.add(made_up(count), told)
        show("adding them again", count, "documents", time.perf_counter() - start)
        start = time.perf_counter()
        activities = register.frames()["activities"].height
        show("frames", activities, "activities", time.perf_counter() - start)
        start = time.perf_counter()
        found = register.activities(Filter(parties=["AUS"], since="2015", instruments=["exercise"])).height
        show("one filtered list", found, "activities", time.perf_counter() - start)
        if (ROOT / "../shared/gold").is_dir():
            register = open_register(f"{folder}/gold.db")
            start = time.perf_counter()
            register.add(gold(1_000), jobs=2)
            show("reading and adding, two processes", 1_000, "documents", time.perf_counter() - start)


if __name__ == "__main__":
    main()
