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
from frames import fill, many


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
