"""How fast datasets are imported: every file into Parquet, as `atase import` does it, Python's start not counted.

    python benchmarks/datasets.py

The files are those of ../shared/data; the event files are small and are read again and again up to 100,000 rows.
Bar: ICEWS and GDELT 20,000 rows a second.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

from atase.cli.outcomes import REPORTS, report_row
from atase.cli.spool import spool
from atase.datasets import Tally, Told, read

DATA = Path(__file__).parents[1] / "../shared/data"
FILES = [
    ("mme", "exercises/mme_v7.csv", 1),
    ("jme", "exercises/jme_v3.xls", 1),
    ("dcad", "dcad/DCAD-v1.0-main.csv", 1),
    ("sipri", "sipri/trade-register-deals_ASEAN-extract.csv", 10),
    ("sipri", "sipri/trade-register-deliveries_ASEAN-extract.csv", 10),
    ("atop", "alliances/atop5_1m.csv", 1),
    ("gml", "cow/gml_mid_ddydisps.csv", 1),
    ("ipi", "un_peacekeeping/ipi_gender_full.csv.gz", 1),
    ("geopko", "un_peacekeeping/geopko_TCCMap_v.2.3.csv", 1),
    ("fmtrpt", "us_training/*.tsv", 1),
    ("ustroops", "us_presence/troopdata-rebuild-country-year.csv", 1),
    ("usbases", "us_presence/basedata.csv", 1),
    ("usvisits", "exercises/visits.xls", 1),
    ("ceias", "china_public_diplomacy/WHO-WHERE-WHEN-dataset-v.1.1.xlsx", 1),
    ("aidata", "china_public_diplomacy/ChinesePublicDiplomacy.csv", 1),
    ("dipex", "diplomatic_exchange/Diplomatic_Exchange_2006v1_excerpt.csv", 1),
    ("icews", "icews/events.2018.sample.tab", 27),
    ("icews14", "icews/icews14-train.txt", 1),
    ("gdelt", "gdelt/20191024143000.export.CSV", 48),
    ("gdelt", "gdelt/20190121220000.export.CSV.zip", 60),
]


def files(pattern: str, times: int) -> Iterator[Path]:
    """The files of a pattern, again and again."""
    for _time in range(times):
        yield from sorted(DATA.glob(pattern))


def measure(name: str, pattern: str, times: int) -> None:
    """Print one line of the table."""
    tally = Tally()
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        with spool(Path(folder) / "reports.parquet", REPORTS) as reports:
            for path in files(pattern, times):
                for outcome in tally.count(read(name, path)):
                    if isinstance(outcome, Told):
                        reports.add(report_row(path.name, outcome))
        seconds = time.perf_counter() - start
    if not tally.rows:
        print(f"| {name} | skipped: needs ../shared/data/{pattern} |")
        return
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"| {name} | {Path(pattern).name} | {tally.rows:,} | {tally.reports:,} | {tally.outside.total():,} "
        f"| {tally.unread.total():,} | {seconds:.2f} s | {tally.rows / seconds:,.0f}/s | {peak:,.0f} MB |"
    )


def main() -> None:
    """Print the table of docs/benchmarks.md."""
    print("| dataset | file | rows | reports | outside | not understood | time | rate | peak memory |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, pattern, times in FILES:
        measure(name, pattern, times)


if __name__ == "__main__":
    main()
