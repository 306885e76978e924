"""Visits, and the missions of states at each other."""

from pathlib import Path

import pytest

from made_up import refused, roles, told, workbook, write


def test_a_trip_of_a_secretary_has_days_and_rank(tmp_path: Path) -> None:
    pytest.importorskip("fastexcel")
    row = {
        "Title": "Commandant of the Marine Corps", "Name": "A. B.", "Start Day": "2", "Start Month": "4",
        "Start Year": "2012", "State Visit": "IDN", "End Year": "2012", "End Month": "4",
    }  # fmt: skip
    [report] = told("usvisits", workbook(tmp_path / "visits.xlsx", "usvisits", row))
    assert (report.instrument, report.depth, report.date, report.end) == (
        "visit", "service_chief", "2012-04-02", "2012-04",
    )  # fmt: skip
    assert roles(report) == {"IDN": "host", "USA": "guest"}


def test_a_leaders_visit_is_told_by_year(tmp_path: Path) -> None:
    pytest.importorskip("fastexcel")
    row = {"Year": "1965", "Name": "A B", "Level": "Premier", "Country": "Korea, North"}
    [report] = told("ceias", workbook(tmp_path / "who.xlsx", "ceias", row))
    assert (report.depth, report.date, roles(report)) == ("leader", "1965", {"CHN": "guest", "PRK": "host"})


def test_years_without_visits_and_years_without_counts_are_told_apart(tmp_path: Path) -> None:
    row = {"receiving_country": "Indonesia", "year": "2012"}
    counted = row | {"government_visits": "3", "military_visits": "2"}
    [report] = told("aidata", write(tmp_path / "visits.csv", "aidata", counted))
    assert (report.quantities[0].amount, report.detail["military_visits"]) == (5, "2")
    none, unknown = row | {"government_visits": "0", "military_visits": "0"}, row | {"government_visits": "N/A"}
    found = refused("aidata", write(tmp_path / "none.csv", "aidata", none, unknown))
    assert [(reason, outside) for reason, _, outside in found] == [
        ("no visit in the year", True),
        ("visits were not counted", True),
    ]


def test_missions_of_two_states_are_a_channel_of_talks(tmp_path: Path) -> None:
    row = {"ccode1": "850", "ccode2": "900", "year": "1950", "DR_at_1": "3", "DR_at_2": "0", "DE": "1"}
    [report] = told("dipex", write(tmp_path / "dipex.csv", "dipex", row))
    assert (report.instrument, report.stage, report.date) == ("dialogue", "underway", "1950")
    assert (report.detail["mission_at_first"], report.detail.get("mission_at_second")) == ("ambassador", None)
    path = write(tmp_path / "none.csv", "dipex", row | {"DE": "0"}, row | {"year": "1904"})
    assert all(outside for _, _, outside in refused("dipex", path))
