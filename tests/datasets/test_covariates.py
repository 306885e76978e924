"""Files of covariates are known by their columns and read into one row a state or pair and year."""

import gzip
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import covariate_files
from atase.datasets.covariates import covariate, covariates, find, read, recognise
from atase.errors import AtaseError

DATA = Path(__file__).parents[2] / "../shared/data"

# covariate, file, rows, first and last year
REAL = [
    ("atop", "alliances/atop_alliance.csv.gz", 273_296, 1815, 2018),
    ("contiguity", "cow/contdir.csv", 41_220, 1816, 2016),
    ("disputes", "cow/gml_mid_ddydisps.csv", None, 1816, 2010),
    ("distance", "cow/cow_mindist_extract.csv.gz", 148_083, 1980, 2019),
    ("ideal_points", "un_voting/IdealpointestimatesAll_Jun2024.csv", 11_238, 1946, 2023),
    ("mid", "cow/MIDB 4.3.csv", None, 1816, 2010),
    ("nmc", "cow/NMC_5_0.csv", 15_171, 1816, 2012),
    ("rivalries", "cow/tss_rivalries.csv", None, 1494, 2020),
    ("sipri_milex", "sipri/SIPRI-Milex-data-1949-2024_extract.xlsx", None, 1949, 2024),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return covariate_files.write(tmp_path_factory.mktemp("data"))


def test_every_card_tells_what_a_user_must_know() -> None:
    for card in covariates().values():
        assert all((card.title, card.authors, card.citation, card.terms, card.url, card.get, card.covers, card.lacks))
        assert card.years[0] < card.years[1]
        assert all(column.unit and column.meaning for column in card.columns)
        assert card.of == "members" or card.columns


def test_no_two_covariates_give_a_column_of_one_name() -> None:
    names = [column.name for card in covariates().values() for column in card.columns]
    assert len(names) == len(set(names))


def test_files_of_a_folder_are_known_by_their_columns(folder: Path) -> None:
    found = find(folder)
    assert {name: path.name for name, path in found.items()} == {
        "atop": "alliances.csv",
        "contiguity": "borders.csv",
        "cow_states": "members.csv",
        "disputes": "quarrels.csv",
        "distance": "distances.csv",
        "ideal_points": "votes.csv",
        "mid": "participants.csv",
        "nmc": "capabilities.csv",
        "rivalries": "rivals.csv",
    }
    assert recognise(folder / "something_else.csv") is None


def test_a_missing_mark_is_null_and_a_broken_row_is_told(folder: Path) -> None:
    values = read("nmc", folder / "capabilities.csv")
    indonesia = values.frame.row(by_predicate=pl.col("number") == 850, named=True)
    assert (indonesia["milex"], indonesia["upop"], indonesia["irst"]) == (None, None, 0)
    assert 900 not in values.frame["number"]
    assert len(values.left_out) == 1
    assert "row 3" in values.left_out[0]
    assert "milex: x" in values.left_out[0]


def test_of_two_borders_in_a_year_the_nearer_counts(folder: Path) -> None:
    frame = read("contiguity", folder / "borders.csv").frame
    assert dict(frame.select("year", "contiguity").iter_rows())[1959] == 4
    assert dict(frame.select("year", "contiguity").iter_rows())[1960] == 1
    assert frame["year"].max() == 2016


def test_disputes_of_a_year_are_one_row_with_the_highest_hostility(folder: Path) -> None:
    frame = read("disputes", folder / "quarrels.csv").frame.filter(year=1963)
    assert sorted(frame.rows()) == [(850, 900, 1963, 1, 1, 4), (900, 850, 1963, 1, 1, 3)]


def test_opponents_are_those_of_opposite_sides_at_the_same_time(folder: Path) -> None:
    values = read("mid", folder / "participants.csv")
    told = values.frame.select("number1", "number2", "year", "mid", "mid_onset", "mid_hostility")
    assert sorted(told.filter(number1=850).rows()) == [
        (850, 200, 1963, 1, 1, 4),
        (850, 900, 1964, 1, 1, 4),
        (850, 900, 1965, 1, 0, 4),
    ]
    assert told.filter(number1=900)["mid_hostility"].to_list() == [3, 3]
    assert len(values.left_out) == 1


def test_a_pair_without_sides_stands_once_however_the_file_orders_it(folder: Path) -> None:
    assert read("distance", folder / "distances.csv").frame.rows() == [(850, 900, 1970, 207.5)]


def test_a_rivalry_is_a_flag_each_year_and_its_kinds_too(folder: Path) -> None:
    values = read("rivalries", folder / "rivals.csv")
    assert len(values.left_out) == 1, "a spell that ends before it starts"
    frame = values.frame.filter(number2=850)
    assert frame["year"].to_list() == [1958, 1959, 1960, 1961, 1962]
    assert frame.row(0, named=True) | {"rivalry": 1, "rivalry_positional": 1, "rivalry_spatial": 0} == frame.row(
        0, named=True
    )


def test_a_session_is_a_year(folder: Path) -> None:
    assert read("ideal_points", folder / "votes.csv").frame["year"].unique().to_list() == [1970]


def test_a_file_of_something_else_is_refused_with_the_columns_expected(folder: Path) -> None:
    with pytest.raises(AtaseError, match=r"something_else\.csv: this is no file of nmc; expected .*cinc"):
        read("nmc", folder / "something_else.csv")


def test_an_unknown_covariate_names_those_there_are() -> None:
    with pytest.raises(AtaseError, match="no covariate is called 'gdp'; there are atop, contiguity"):
        covariate("gdp")


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"ccode1,ccode2,year,mindist\n", b"PK\x03\x04", b"\x1f\x8b"])
@pytest.mark.parametrize("ending", [".csv", ".csv.gz", ".zip", ".xlsx"])
def test_a_broken_file_in_the_folder_is_passed_over(tmp_path: Path, content: bytes, ending: str) -> None:
    (tmp_path / f"broken{ending}").write_bytes(content)
    assert set(find(tmp_path)) <= {"distance"}


def test_a_packed_file_is_read_as_it_is(folder: Path, tmp_path: Path) -> None:
    packed = tmp_path / "alliances.csv.gz"
    packed.write_bytes(gzip.compress((folder / "alliances.csv").read_bytes()))
    assert read("atop", packed).frame.equals(read("atop", folder / "alliances.csv").frame)


@given(
    cells=st.lists(
        st.text(st.characters(exclude_characters='\r\n",', codec="utf-8"), max_size=6), min_size=4, max_size=4
    )
)
def test_no_cell_breaks_the_reader(cells: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("cells") / "distances.csv"
    path.write_text("ccode1,ccode2,year,mindist\n2,20,1980,0\n" + ",".join(cells) + "\n", encoding="utf-8")
    values = read("distance", path)
    assert values.frame.height + len(values.left_out) >= 1
    assert values.frame.schema["distance"] == pl.Float64


@pytest.mark.parametrize(("name", "file", "rows", "first", "last"), REAL, ids=[file for _, file, *_ in REAL])
def test_published_files_are_read_whole(name: str, file: str, rows: int | None, first: int, last: int) -> None:
    path = DATA / file
    if not path.exists():
        pytest.skip(f"needs ../shared/data/{file}")
    values = read(name, path)
    assert values.left_out == ()
    assert rows in (None, values.frame.height)
    assert (values.frame["year"].min(), values.frame["year"].max()) == (first, last)
    assert recognise(path) is covariate(name)
