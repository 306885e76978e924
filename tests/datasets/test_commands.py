"""`atase datasets` and `atase import`."""

from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from atase.cli import app
from atase.datasets import cards
from atase.errors import AtaseError
from made_up import EXERCISE, write

RUN = CliRunner()
ALONE = EXERCISE | {"StateB": "", "StateC": "=1+1", "FocusDescription": "=1+1"}


def test_all_datasets_are_listed_and_each_has_a_card() -> None:
    listed = RUN.invoke(app, ["datasets"]).stdout
    for card in cards().values():
        assert card.name in listed
        told = " ".join(RUN.invoke(app, ["datasets", card.name]).stdout.split())
        assert card.authors.split()[0] in told
        assert "Does not cover" in told


@pytest.mark.parametrize("form", ["parquet", "jsonl", "csv"])
def test_reports_and_rejects_are_written(form: str, tmp_path: Path) -> None:
    source = write(tmp_path / "mme.csv", "mme", EXERCISE, ALONE)
    reports, rejects = tmp_path / f"reports.{form}", tmp_path / "rejects.csv"
    ran = RUN.invoke(app, ["import", "mme", str(source), "-o", str(reports), "--rejects", str(rejects)])
    assert ran.exit_code == 0, ran.output
    reader = {"parquet": pl.read_parquet, "jsonl": pl.read_ndjson, "csv": pl.read_csv}[form]
    [row] = reader(reports).rows(named=True)
    assert (row["coder"], row["row"], row["instrument"], row["date"]) == ("mme", 1, "exercise", "1984-05")
    [reject] = pl.read_csv(rejects).rows(named=True)
    assert (reject["row"], reject["about"]) == (2, "'=1+1")
    assert "2 rows: 1 report, 0 outside the scheme, 1 not understood" in ran.stderr
    assert "a whole file of this version has 3,500–4,500 rows" in ran.stderr


def test_nothing_is_left_behind_where_a_file_is_refused(tmp_path: Path) -> None:
    good, bad = write(tmp_path / "mme.csv", "mme", EXERCISE), tmp_path / "bad.csv"
    bad.write_text("a,b\n")
    ran = RUN.invoke(app, ["import", "mme", str(good), str(bad), "-o", str(tmp_path / "reports.csv")])
    assert isinstance(ran.exception, AtaseError)
    assert {path.name for path in tmp_path.iterdir()} == {"mme.csv", "bad.csv"}


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    source = write(tmp_path / "mme.csv", "mme", EXERCISE)
    ran = RUN.invoke(app, ["import", "mme", str(source), "-o", str(tmp_path / "reports.xls")])
    assert isinstance(ran.exception, AtaseError)
    assert ".parquet" in str(ran.exception)


def test_every_dataset_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "datasets.md").read_text(encoding="utf-8")
    assert [name for name in cards() if f"`{name}`" not in page] == []
