"""A dataset's file in the register: versions, what they cover, and what is told of them."""

from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from atase.cli import app
from atase.errors import AtaseError
from atase.register import open_register
from made_up import EXERCISE, write

RUN = CliRunner()
SECOND = EXERCISE | {"MMEID": "mme2", "Ex_Name": "Elang 85", "s.year": "1985", "e.year": "1985"}
THIRD = EXERCISE | {"MMEID": "mme3", "Ex_Name": "Rajawali 86", "s.year": "1986", "e.year": "1986"}


def imported(folder: Path, *options: str, rows: tuple[dict[str, str], ...] = (EXERCISE, SECOND)) -> str:
    """What an import of these rows says."""
    source = write(folder / "mme.csv", "mme", *rows)
    ran = RUN.invoke(app, ["import", "mme", str(source), "--register", str(folder / "r.db"), *options])
    assert ran.exit_code == 0, ran.output
    return ran.stderr


def names(folder: Path) -> list[str]:
    return open_register(str(folder / "r.db")).frames()["activities"]["date"].sort().to_list()


def test_a_file_is_kept_with_its_rows_as_evidence(tmp_path: Path) -> None:
    assert "2 rows: 2 reports" in imported(tmp_path)
    frames = open_register(str(tmp_path / "r.db")).frames()
    [source] = frames["sources"].rows(named=True)
    assert (source["kind"], source["version"], source["current"]) == ("dataset", 1, True)
    assert [report.endswith(("-1", "-2")) for report in frames["reports"]["report"]] == [True, True]
    assert "Keris 84" in frames["reports"]["evidence"][0][0]["quote"]
    assert frames["reports"]["coder"].unique().to_list() == ["mme"]


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    imported(tmp_path)
    before = open_register(str(tmp_path / "r.db")).frames()
    assert "nothing changed" in imported(tmp_path)
    after = open_register(str(tmp_path / "r.db")).frames()
    assert all(before[name].equals(after[name]) for name in before)


def test_a_newer_version_tells_what_differs_and_keeps_the_old(tmp_path: Path) -> None:
    imported(tmp_path)
    changed = SECOND | {"Location": "Bali"}
    said = imported(tmp_path, "--diff", str(tmp_path / "diff.csv"), rows=(changed, THIRD))
    assert "since the last version: 1 added, 1 changed, 1 gone" in said
    diff = {row["change"]: row for row in pl.read_csv(tmp_path / "diff.csv").rows(named=True)}
    assert "Rajawali 86" in diff["added"]["evidence"]
    assert "Keris 84" in diff["gone"]["evidence"]
    assert "place" in diff["changed"]["fields"]
    assert open_register(str(tmp_path / "r.db")).frames()["sources"]["version"].sort().to_list() == [1, 2]
    assert len(names(tmp_path)) == 2


def test_a_file_that_returns_to_its_old_content_is_as_it_was(tmp_path: Path) -> None:
    imported(tmp_path)
    before = names(tmp_path)
    imported(tmp_path, rows=(THIRD,))
    imported(tmp_path)
    assert names(tmp_path) == before


def test_an_extract_covers_nobody_unless_its_user_says_whom(tmp_path: Path) -> None:
    assert "it counts as covering nobody" in imported(tmp_path)
    said = imported(tmp_path, "--places", "Indonesia", rows=(EXERCISE,))
    assert "covering nobody" not in said


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [("--years", "85", "1995:2025"), ("--years", "1990:1985", "1995:2025"), ("--places", "Atlantis", "Atlantis")],
)
def test_a_wrong_option_is_told_in_one_line(option: str, value: str, said: str, tmp_path: Path) -> None:
    source = write(tmp_path / "mme.csv", "mme", EXERCISE)
    ran = RUN.invoke(app, ["import", "mme", str(source), "--register", str(tmp_path / "r.db"), option, value])
    assert isinstance(ran.exception, AtaseError)
    assert said in str(ran.exception)
    assert not (tmp_path / "r.db").exists()


def test_an_empty_answer_says_whether_it_is_covered(tmp_path: Path) -> None:
    def asked(*options: str) -> str:
        return RUN.invoke(app, ["activities", "--register", str(tmp_path / "r.db"), *options]).stderr

    imported(tmp_path, "--places", "world", "--years", "1980:1990")
    assert "0 of 0" in asked(
        "--between", "FRA", "DEU", "--since", "1983", "--until", "1984", "--instrument", "exercise"
    )
    assert "not covered" in asked("--between", "FRA", "DEU", "--instrument", "visit")
    assert "not covered" in asked("--with", "FRA", "--since", "1991", "--instrument", "exercise")


def test_doctor_and_brief_tell_what_datasets_cover(tmp_path: Path) -> None:
    imported(tmp_path, "--places", "world", "--years", "1980:1990")
    where = ["--register", str(tmp_path / "r.db")]
    assert "exercise: 1980–1990" in RUN.invoke(app, ["doctor", *where]).stdout
    brief = RUN.invoke(app, ["brief", "IDN", "MMR", *where, "--on", "2000-01-01"]).stdout
    [row] = [line for line in brief.splitlines() if line.startswith("| Multinational")]
    assert ("exercise" in row, "1980–1990" in row) == (True, True)
    assert "covered" in brief
    empty = RUN.invoke(app, ["brief", "FRA", "DEU", *where, "--on", "2000-01-01"]).stdout
    assert "1980–1990" in empty
