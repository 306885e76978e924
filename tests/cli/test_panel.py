"""`atase panel` writes a panel, tells what was left out, and cites what was used."""

from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

import covariate_files
from atase.cli import app
from atase.errors import AtaseError
from frames import Made, Told, fill, frames

RUN = CliRunner()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return covariate_files.write(tmp_path_factory.mktemp("data"))


def test_it_writes_parquet_and_csv_and_cites(folder: Path, tmp_path: Path) -> None:
    asked = ["panel", "--years", "1970:1970", "--add", "nmc, distance", "--data", str(folder)]
    parquet, table = tmp_path / "panel.parquet", tmp_path / "panel.csv"
    cited = RUN.invoke(app, [*asked, "--cite", "-o", str(parquet)], catch_exceptions=False)
    assert "Singer" in cited.stdout
    assert "3 rows" not in cited.stdout
    assert "1 row was left out: row 3" in cited.stderr
    RUN.invoke(app, [*asked, "-o", str(table)], catch_exceptions=False)
    assert pl.read_parquet(parquet).shape == pl.read_csv(table).shape == (6, 20)


def test_states_and_a_file_by_name(folder: Path, tmp_path: Path) -> None:
    ran = RUN.invoke(
        app,
        ["panel", "--states", "--years", "1970:1970", "--add", f"nmc={folder / 'capabilities.csv'}"],
        catch_exceptions=False,
    )
    assert ran.stdout.startswith("year,code,ccode,since,until,milex")


def test_the_list_shows_which_files_were_found(folder: Path) -> None:
    ran = RUN.invoke(app, ["panel", "--list", "--data", str(folder)], env={"COLUMNS": "300"}, catch_exceptions=False)
    assert "ideal_point" in ran.stdout
    assert str(folder / "borders.csv") in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--add", "gdp=x.csv"], "no covariate is called 'gdp'"),
        (["--add", "atop"], "no file of atop is known"),
        (["-o", "panel.xls"], "cannot write '.xls'"),
        (["--years", "lately"], "write the first and the last"),
        (["--add", "atop=nowhere.csv"], "nowhere.csv: cannot be read"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], told: str) -> None:
    with pytest.raises(AtaseError, match=told):
        RUN.invoke(app, ["panel", *arguments], catch_exceptions=False)


def test_the_registers_activities_are_counted(tmp_path: Path) -> None:
    told = (Told("A made-up sentence.", date="2020-06-01"),)
    register = tmp_path / "register.db"
    fill(register, frames([Made("exercise", "confidence", ("AUS", "IDN"), date="2020-05-03", told=told)]))
    output = tmp_path / "panel.parquet"
    asked = ["panel", "--years", "2020:2020", "--with-activities", "--register", str(register), "-o", str(output)]
    RUN.invoke(app, asked, catch_exceptions=False)
    pair = pl.read_parquet(output).filter(pl.col("code1") == "IDN", pl.col("code2") == "AUS")
    assert pair["n_confidence"].to_list() == [1]
