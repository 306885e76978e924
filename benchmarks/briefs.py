"""How long `atase brief` takes on a register of 10,000 activities, Python's start included.

    python benchmarks/briefs.py [activities]

The register is made up (tests/frames.py). Every format is made three times; the median counts. Bar: PDF in 3 s.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from atase.register import open_register
from frames import Frames, many


def fill(location: Path, frames: Frames) -> None:
    """Write frames into a new register, past the reader and the merger."""
    alias = open_register(str(location)).alias
    from django.db import connections, transaction

    from atase.register.models import Activity, Party, Report, Source

    sources = [
        Source(id=row.pop("source"), origin=f"made-up {number}", fingerprint=row["sha256"], text="", **row)
        for number, row in enumerate(frames["sources"].to_dicts())
    ]
    activities = [
        Activity(
            id=row.pop("activity"),
            founder="",
            founded=sources[0].added,
            codes=" ".join(row.pop("parties")),
            themes=" ".join(row.pop("themes")),
            **row,
        )
        for row in frames["activities"].to_dicts()
    ]
    reports = [
        Report(
            source_id=row.pop("source"),
            activity_id=row.pop("activity"),
            ordinal=number,
            key=row.pop("report"),
            themes=" ".join(row.pop("themes")),
            parties=[[code, "participant"] for code in row.pop("parties")],
            **row,
        )
        for number, row in enumerate(frames["reports"].to_dicts(), start=1)
    ]
    parties = [
        Party(activity_id=row["activity"], code=row["party"], role=row["role"]) for row in frames["parties"].to_dicts()
    ]
    with transaction.atomic(using=alias):
        for model, rows in ((Source, sources), (Activity, activities), (Report, reports), (Party, parties)):
            model.objects.using(alias).bulk_create(rows, batch_size=500)
    connections[alias].close()  # folds the write-ahead log into the file, as the end of `atase add` does


def seconds(register: Path, output: Path, *parties: str) -> float:
    """How long one brief takes, as a user waits for it."""
    form = output.suffix[1:]
    command = [sys.executable, "-m", "atase", "brief", *parties, "--format", form, "-o", str(output), "--lang", "id"]
    start = time.perf_counter()
    subprocess.run([*command, "--register", str(register)], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print a table of formats and seconds."""
    activities = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with TemporaryDirectory() as folder:
        register = Path(folder) / "register.db"
        fill(register, many(activities))
        print(f"activities: {activities}")
        for parties in (("IDN", "AUS"), ("IDN",)):
            for form in ("pdf", "html", "docx", "md"):
                times = [seconds(register, Path(folder) / f"brief.{form}", *parties) for _time in range(3)]
                print(f"{' '.join(parties):8} {form:5} {median(times):.2f} s")


if __name__ == "__main__":
    main()
