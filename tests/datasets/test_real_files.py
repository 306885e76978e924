"""Every row of the published files becomes a report or a reject, and hardly any is not understood."""

from pathlib import Path

import pytest

from atase import when
from atase.actors import actors
from atase.codebook import instruments, stages, themes
from atase.datasets import Reject, Tally, Told, cards, read

DATA = Path(__file__).parents[2] / "../shared/data"

# dataset, file, rows of data, fewest reports
FILES = [
    ("mme", "exercises/mme_v7.csv", 3707, 3500),
    ("jme", "exercises/jme_v3.xls", 1790, 1750),
    ("dcad", "dcad/DCAD-v1.0-main.csv", 1871, 1868),
    ("sipri", "sipri/trade-register-deals_ASEAN-extract.csv", 2941, 2920),
    ("sipri", "sipri/trade-register-deliveries_ASEAN-extract.csv", 2473, 2450),
    ("sipri", "sipri/deals-and-tivs-2011-2021_extract.txt", 670, 668),
    ("sipri", "sipri/trade-register-1950-2021_extract.rtf", 124, 123),
    ("atop", "alliances/atop5_1m.csv", 2510, 1960),
    ("gml", "cow/gml_mid_ddydisps.csv", 9284, 4800),
    ("icews", "icews/events.2018.sample.tab", 3705, 330),
    ("icews14", "icews/icews14-train.txt", 74845, 5000),
    ("icews14", "icews/icews14-valid.txt", 8514, 400),
    ("icews14", "icews/icews14-test.txt", 7371, 400),
    ("gdelt", "gdelt/20191024143000.export.CSV", 2111, 80),
    ("gdelt", "gdelt/20190121220000.export.CSV.zip", 1629, 40),
    ("ipi", "un_peacekeeping/ipi_current_month_2014-03.csv", 573, 570),
    ("ipi", "un_peacekeeping/ipi_gender_full.csv.gz", 29115, 29100),
    ("ipi", "un_peacekeeping/ipi_country_Indonesia.csv", 280, 280),
    ("ipi", "un_peacekeeping/ipi_country_Malaysia.csv", 280, 275),
    ("ipi", "un_peacekeeping/ipi_country_Fiji.csv", 281, 275),
    ("ipi", "un_peacekeeping/ipi_country_China.csv", 281, 275),
    ("geopko", "un_peacekeeping/geopko_TCCMap_v.2.3.csv", 4927, 4800),
    ("fmtrpt", "us_training/2001_2002_East_Asia_and_Pacific_fmtrpt.tsv", 466, 466),
    ("fmtrpt", "us_training/2002_2003_East_Asia_and_Pacific_fmtrpt.tsv", 497, 495),
    ("fmtrpt", "us_training/2006_2007_East_Asia_and_Pacific_fmtrpt.tsv", 1090, 1089),
    ("fmtrpt", "us_training/2009_2010_East_Asia_and_Pacific_fmtrpt.tsv", 1814, 1811),
    ("fmtrpt", "us_training/2018_2019_East_Asia_and_Pacific_fmtrpt.tsv", 1844, 1841),
    ("ustroops", "us_presence/troopdata-rebuild-country-year.csv", 13135, 9000),
    ("usbases", "us_presence/basedata.csv", 414, 370),
    ("usvisits", "exercises/visits.xls", 377, 360),
    ("ceias", "china_public_diplomacy/WHO-WHERE-WHEN-dataset-v.1.1.xlsx", 595, 595),
    ("aidata", "china_public_diplomacy/ChinesePublicDiplomacy.csv", 741, 580),
    ("dipex", "diplomatic_exchange/Diplomatic_Exchange_2006v1_excerpt.csv", 44, 22),
]


@pytest.mark.parametrize(("name", "file", "rows", "reports"), FILES, ids=[file for _, file, _, _ in FILES])
def test_all_rows_are_accounted_for(name: str, file: str, rows: int, reports: int) -> None:
    path = DATA / file
    if not path.exists():
        pytest.skip(f"needs ../shared/data/{file}")
    tally = Tally()
    outcomes = list(tally.count(read(name, path)))
    assert tally.rows == rows
    assert [outcome.row for outcome in outcomes] == list(range(1, rows + 1))
    assert tally.reports >= reports
    assert tally.unread.total() <= 0.005 * rows, tally.unread
    assert all(outcome.reason and outcome.cells for outcome in outcomes if isinstance(outcome, Reject))
    for outcome in outcomes:
        if isinstance(outcome, Told):
            check(name, outcome)


def check(name: str, told: Told) -> None:
    report, card = told.report, cards()[name]
    instrument = instruments()[report.instrument]
    assert report.instrument in card.instruments
    assert report.stage in stages()
    assert set(report.codes) <= set(actors())
    assert len(report.codes) >= 2
    assert report.depth is None or report.depth in {level.code for level in instrument.depth}
    assert set(report.themes) <= set(themes())
    for date in (report.date, report.end):
        assert date is None or when.check(date)
    assert report.evidence[0].quote
    assert report.coder == name


def test_every_dataset_has_a_real_file_here() -> None:
    assert {name for name, _, _, _ in FILES} == set(cards())
