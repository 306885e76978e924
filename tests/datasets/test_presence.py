"""Peacekeepers, trainees, troops and bases."""

from pathlib import Path

import pytest

from atase.report import Quantity
from made_up import refused, roles, told, write

IPI = {"Date": "2014-03-31", "Contributor_ISO-3": "IDN", "Mission": "UNIFIL", "Mission_Country_ISO-3": "LBN"}


def test_a_contribution_names_contributor_organisation_and_host(tmp_path: Path) -> None:
    row = IPI | {"Troops": "800", "Total": "810"}
    [report] = told("ipi", write(tmp_path / "month.csv", "ipi", row))
    assert roles(report) == {"IDN": "contributor", "LBN": "host", "UN": "participant"}
    assert (report.instrument, report.date, report.series) == ("peace_operation", "2014-03", "UNIFIL")
    assert report.quantities == (Quantity(800, "troops"),)


def test_a_mission_in_no_state_of_the_register_has_no_host(tmp_path: Path) -> None:
    row = IPI | {"Mission": "MINURSO", "Mission_Country_ISO-3": "ESH", "Total": "5"}
    [report] = told("ipi", write(tmp_path / "month.csv", "ipi", row))
    assert report.codes == ("IDN", "UN")


def test_the_mission_tells_the_host_where_the_file_does_not(tmp_path: Path) -> None:
    row = {"Date": "2012-01-31", "Contributor ISO-3": "FJI", "Mission": "UNMOGIP", "Total Total": "3"}
    [report] = told("ipi", write(tmp_path / "sex.csv", "ipi", row, layout=1))
    assert roles(report) == {"FJI": "contributor", "IND": "host", "PAK": "host", "UN": "participant"}


def test_the_totals_of_one_contributor_are_known_by_the_file_name(tmp_path: Path) -> None:
    rows = [{"Date": "1990-11-30", "Troops": "5"}]
    [report] = told("ipi", write(tmp_path / "ipi_country_Indonesia.csv", "ipi", *rows, layout=2))
    assert report.codes == ("IDN", "UN")
    [reject] = refused("ipi", write(tmp_path / "totals.csv", "ipi", *rows, layout=2))
    assert reject[1:] == ("totals", False)


def test_a_place_lists_its_contributors_in_one_cell(tmp_path: Path) -> None:
    row = {"mission": "MONUC", "year": "2004", "location": "Bunia"}
    listed = row | {"year.overview": "Korea (ROK) (150), Nepal (size unknown), TCC name unknown (30), Uruguay (20)"}
    [report] = told("geopko", write(tmp_path / "pko.csv", "geopko", listed))
    assert report.codes == ("COD", "KOR", "NPL", "UN", "URY")
    assert (report.quantities, report.detail["other_participants"]) == ((Quantity(200, "troops"),), "TCC name unknown")
    rows = [row | {"year.overview": text} for text in ("TCC name unknown (30)", "Nepal 30")]
    found = refused("geopko", write(tmp_path / "none.csv", "geopko", *rows))
    assert [outside for _, _, outside in found] == [True, False]


COURSE = {
    "country": "Indonesia", "program": "IMET, FY01", "course_title": "Naval Staff College", "start_date": "1/29/01",
    "end_date": "2/9/01", "location": "Newport", "quantity": "2", "total_cost": "$10", "source": "1",
}  # fmt: skip


def test_a_course_is_told_with_days_place_and_trainees(tmp_path: Path) -> None:
    [report] = told("fmtrpt", write(tmp_path / "2001_fmtrpt.tsv", "fmtrpt", COURSE))
    assert (report.instrument, report.depth, report.date, report.end) == (
        "education", "staff_college", "2001-01-29", "2001-02-09",
    )  # fmt: skip
    assert roles(report) == {"IDN": "recipient", "USA": "supplier"}
    assert report.quantities == (Quantity(2, "trainees"),)


def test_cells_that_slipped_are_read_where_they_are_plain(tmp_path: Path) -> None:
    number_in_place = COURSE | {"location": "40 SYDNEY", "quantity": ""}
    two_days = COURSE | {"start_date": "1/22/2009 3/11/2009", "end_date": ""}
    first, second = told("fmtrpt", write(tmp_path / "a.tsv", "fmtrpt", number_in_place, two_days))
    assert (first.place, first.quantities) == ("SYDNEY", (Quantity(40, "trainees"),))
    assert (second.date, second.end) == ("2009-01-22", "2009-03-11")
    rows = [COURSE | {"start_date": "$31,904"}, COURSE | {"country": "Hong Kong"}]
    assert [outside for _, _, outside in refused("fmtrpt", write(tmp_path / "b.tsv", "fmtrpt", *rows))] == [False, True]


def test_troops_in_a_state_are_told_and_years_without_are_outside(tmp_path: Path) -> None:
    row = {"countryname": "Vietnam", "year": "1967", "iso3c": "VDR", "troops_ad": "451752"}
    [report] = told("ustroops", write(tmp_path / "troops.csv", "ustroops", row))
    assert (report.instrument, report.date, roles(report)) == ("basing", "1967", {"USA": "guest", "VDR": "host"})
    rows = [row | {"troops_ad": "0"}, row | {"troops_ad": "NA"}, row | {"countryname": "Guam", "iso3c": "GUM"}]
    found = refused("ustroops", write(tmp_path / "none.csv", "ustroops", *rows))
    assert [reason for reason, _, _ in found] == [
        "no troops in the year", "no count of troops", "no state or organisation of the register",
    ]  # fmt: skip
    assert all(outside for _, _, outside in found)


@pytest.mark.parametrize(("kind", "depth"), [("base", "permanent"), ("lilypad", "access")])
def test_a_base_has_a_place_and_no_date(kind: str, depth: str, tmp_path: Path) -> None:
    row = {"countryname": "Kosovo", "iso3c": "KSV", "basename": "Camp X", kind: "1"}
    [report] = told("usbases", write(tmp_path / "bases.csv", "usbases", row))
    assert (report.codes, report.place, report.date, report.depth) == (("USA", "XKX"), "Camp X", None, depth)
