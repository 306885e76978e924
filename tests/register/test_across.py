"""The same event in several datasets and in documents is one activity with several sources."""

from pathlib import Path

import polars as pl
import pytest

from atase.register.register import Register
from made_up import EXERCISE, workbook, write
from telling import doc, told

DAYS = {"s.year": "1984", "s.month": "5", "s.day": "14", "e.year": "1984", "e.month": "5", "e.day": "20"}
KERIS = EXERCISE | DAYS | {"StateB": "Malaysia", "StateC": "", "Location": "Java Sea", "Series_Name": "Keris"}
DEAL = {
    "Supplier": "Japan", "Recipient": "Indonesia", "Weapon designation": "Type-99", "Weapon description": "Frigate",
    "Year of order": "2001", "Number ordered": "2",
}  # fmt: skip
TREATY = {
    "DCAid": "1", "ccode1": "850", "ccode2": "900", "signDay": "3", "signMonth": "4", "signYear": "1995",
    "type": "1",
}  # fmt: skip


def mme(register: Register, folder: Path, *rows: dict[str, str]) -> None:
    register.take("mme", write(folder / "mme.csv", "mme", *rows))


def jme(register: Register, folder: Path, **row: str) -> None:
    keris = {"State A": "IDN", "State B": "MYS", "Location": "Java Sea, Indonesia"}
    register.take("jme", workbook(folder / "jme.xlsx", "jme", keris | row))


def activities(register: Register) -> pl.DataFrame:
    return register.frames("activities")["activities"]


def test_an_exercise_in_two_datasets_and_the_news_is_one(register: Register, tmp_path: Path) -> None:
    mme(register, tmp_path, KERIS)
    jme(register, tmp_path, **{"Start Date": "5/14/1984", "End Date": "5/20/1984"})
    register.add([doc("exercise IDN,MYS done 1984-05-15", date="1984-05-16")], told)
    [row] = activities(register).rows(named=True)
    assert (row["sources"], row["reports"], row["series"], row["date"]) == (3, 3, "Keris", "1984-05-14")


def test_it_does_not_matter_which_comes_first(register: Register, tmp_path: Path) -> None:
    register.add([doc("exercise IDN,MYS done 1984-05-15", date="1984-05-16")], told)
    jme(register, tmp_path, **{"Start Date": "5/14/1984", "End Date": "5/20/1984"})
    mme(register, tmp_path, KERIS)
    assert activities(register)["sources"].to_list() == [3]


def test_iterations_of_a_series_stay_apart(register: Register, tmp_path: Path) -> None:
    mme(register, tmp_path, KERIS, KERIS | {"MMEID": "2", "s.year": "1985", "e.year": "1985"})
    register.add([doc("exercise IDN,MYS done 1986-05-15 series=Keris", date="1986-05-16")], told)
    assert activities(register)["sources"].to_list() == [1, 1, 1]


@pytest.mark.parametrize(
    "news",
    [
        "exercise IDN,MYS done 1984-05-02 end=1984-05-16 place=Riau",
        "exercise IDN,MYS,AUS,NZL,GBR done 1984-05-15 place=Perth",
        "visit IDN,MYS done 1984-05-14",
    ],
)
def test_another_exercise_at_that_time_stays_apart(news: str, register: Register, tmp_path: Path) -> None:
    mme(register, tmp_path, KERIS)
    register.add([doc(news, date="1984-05-20")], told)
    assert activities(register).height == 2


def test_a_treaty_and_its_news_are_one(register: Register, tmp_path: Path) -> None:
    register.take("dcad", write(tmp_path / "dcad.csv", "dcad", TREATY))
    register.add([doc("agreement AUS,IDN done 1995-04-04", date="1995-04-05")], told)
    assert activities(register)["sources"].to_list() == [2]


@pytest.mark.parametrize(("item", "sources"), [("Type-99", [2]), ("Type-98", [1, 1])])
def test_the_news_of_a_deal_is_the_deal_where_it_names_the_weapon(
    item: str, sources: list[int], register: Register, tmp_path: Path
) -> None:
    register.take("sipri", write(tmp_path / "deals.csv", "sipri", DEAL))
    news = f"arms_transfer IDN,JPN done 2001-03-02 roles=JPN:supplier,IDN:recipient place={item}"
    register.add([doc(news, date="2001-03-03")], told)
    assert activities(register)["sources"].to_list() == sources
