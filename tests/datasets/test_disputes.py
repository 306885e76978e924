"""Militarised disputes."""

from pathlib import Path

import pytest

from made_up import refused, roles, told, write

SIDE = {
    "dispnum": "9", "ccode1": "820", "ccode2": "850", "year": "1964", "gmlmidonset": "1", "hiact1": "16", "stmon": "3",
}  # fmt: skip


@pytest.mark.parametrize(
    ("action", "instrument", "depth"),
    [("1", "threat", "force"), ("8", "show_of_force", "alert"), ("12", "incursion", "violation"),
     ("16", "clash", "attack"), ("20", "clash", "war")],
)  # fmt: skip
def test_the_action_of_a_side_is_told_towards_the_other(
    action: str, instrument: str, depth: str, tmp_path: Path
) -> None:
    [report] = told("gml", write(tmp_path / "gml.csv", "gml", SIDE | {"hiact1": action}))
    assert (report.instrument, report.depth, report.date) == (instrument, depth, "1964-03")
    assert roles(report) == {"IDN": "target", "MYS": "actor"}


def test_a_later_year_does_not_carry_the_month_of_the_start(tmp_path: Path) -> None:
    [report] = told("gml", write(tmp_path / "gml.csv", "gml", SIDE | {"year": "1965", "gmlmidonset": "0"}))
    assert report.date == "1965"


def test_a_side_that_did_nothing_is_outside(tmp_path: Path) -> None:
    path = write(tmp_path / "gml.csv", "gml", SIDE | {"hiact1": "0"}, SIDE | {"year": "1914"}, SIDE | {"hiact1": "99"})
    assert [outside for _, _, outside in refused("gml", path)] == [True, True, False]
