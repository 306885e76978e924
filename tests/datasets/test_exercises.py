"""Exercises of MME and JMEDS."""

from pathlib import Path

import pytest

from made_up import EXERCISE, refused, told, workbook, write


def test_an_exercise_is_told_with_domains_and_dates_of_mixed_precision(tmp_path: Path) -> None:
    [report] = told("mme", write(tmp_path / "mme.csv", "mme", EXERCISE))
    assert (report.instrument, report.stage, report.place) == ("exercise", "done", "Java Sea")
    assert (report.date, report.end) == ("1984-05", "1984-06-02")
    assert (report.depth, report.themes) == ("multi_domain", ("peacekeeping",))
    assert report.detail["domains"] == "air sea"


def test_a_name_of_today_is_the_state_of_the_day(tmp_path: Path) -> None:
    later = EXERCISE | {"s.year": "1994", "e.year": "1994"}
    before, after = told("mme", write(tmp_path / "mme.csv", "mme", EXERCISE, later))
    assert before.codes == ("IDN", "MMR", "SUN")
    assert after.codes == ("IDN", "MMR", "RUS")


def test_a_participant_that_is_no_state_is_kept_as_a_detail(tmp_path: Path) -> None:
    [report] = told("mme", write(tmp_path / "mme.csv", "mme", EXERCISE | {"StateC": "Bermuda"}))
    assert report.codes == ("IDN", "SUN")
    assert report.detail["other_participants"] == "Bermuda"


def test_an_end_before_the_start_is_kept_as_the_dataset_gives_it(tmp_path: Path) -> None:
    [report] = told("mme", write(tmp_path / "mme.csv", "mme", EXERCISE | {"e.year": "1983"}))
    assert (report.end, report.detail["end_as_given"]) == (None, "1983-06-02")


def test_unknown_participants_are_refused_and_never_guessed(tmp_path: Path) -> None:
    alone, strange = EXERCISE | {"StateB": "-9", "StateC": "-9"}, EXERCISE | {"StateC": "Ruritania"}
    assert refused("mme", write(tmp_path / "mme.csv", "mme", alone, strange)) == [
        ("fewer than two parties", "", True),
        ("a name that stands for no state, or for several", "Ruritania", False),
    ]


@pytest.mark.parametrize(
    ("given", "date"),
    [("11/xx/2007", "2007-11"), ("11/xx2007", "2007-11"), ("1/29/01", "2001-01-29"), ("xx/xx/xxxx", None)],
)
def test_jmeds_falls_back_on_its_written_date(given: str, date: str | None, tmp_path: Path) -> None:
    pytest.importorskip("fastexcel")
    row = {"Start Date": given, "State A": "AUS", "State B": "ROM", "JME Type": "CPX"}
    [report] = told("jme", workbook(tmp_path / "jme.xlsx", "jme", row))
    assert (report.codes, report.date, report.depth) == (("AUS", "ROU"), date, "table_top")
