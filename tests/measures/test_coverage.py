"""What datasets cover: there a count of nothing is a zero, elsewhere it is null."""

from datetime import date
from itertools import pairwise
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase.measures import panel, years
from atase.measures.declared import spells
from atase.schema import COVERAGE
from frames import Frames, Made, Told, frames

ON = date(2024, 6, 1)
DATASET: dict[str, Any] = {
    "source": "s1",
    "dataset": "mme",
    "version": "7",
    "first": date(1980, 1, 1),
    "last": date(2010, 12, 31),
    "places": ["world"],
    "instruments": ["exercise"],
    "population": [],
    "note": "",
}


def covered(*rows: dict[str, Any], made: tuple[Made, ...] = ()) -> Frames:
    """A register with datasets that differ from `DATASET` in what is given."""
    return frames(list(made)) | {"coverage": pl.DataFrame([DATASET | row for row in rows], COVERAGE)}


def count(register: Frames, year: int, one: str, other: str, instrument: str = "exercise") -> int | None:
    made = panel.dyads(str(year), system="iso").activities(register, ON, only=[instrument]).frame
    a, b = sorted((one, other))
    found: int | None = made.filter(code1=a, code2=b)[f"n_{instrument}"].item()
    return found


@pytest.mark.parametrize(
    ("year", "instrument", "counted"), [(1995, "exercise", 0), (1995, "visit", None), (2011, "exercise", None)]
)
def test_a_zero_stands_inside_what_is_covered_alone(year: int, instrument: str, counted: int | None) -> None:
    assert count(covered({}), year, "IDN", "AUS", instrument) == counted


def test_what_is_told_outside_counts_nevertheless() -> None:
    told = Made("exercise", "confidence", ("AUS", "IDN"), date="2015-05-01", told=(Told("A row.", date=None),))
    register = covered({}, made=(told,))
    assert count(register, 2015, "IDN", "AUS") == 1
    assert count(register, 2015, "IDN", "JPN") is None


def test_an_extract_covers_its_places_with_everybody() -> None:
    register = covered({"places": ["IDN"]})
    assert count(register, 1995, "IDN", "AUS") == 0
    assert count(register, 1995, "JPN", "AUS") is None


def test_a_population_is_covered_with_the_places_alone() -> None:
    register = covered({"places": ["IDN"], "population": ["USA"]})
    assert count(register, 1995, "IDN", "USA") == 0
    assert count(register, 1995, "IDN", "AUS") is None
    assert count(register, 1995, "JPN", "USA") is None
    by_state = panel.states("1995", system="iso").activities(register, ON, only=["exercise"]).frame
    assert by_state["n_exercise"].null_count() == by_state.height, "not all that either does is told"


def test_a_group_is_covered_where_all_its_kinds_are() -> None:
    made = panel.dyads("1995", system="iso").activities(covered({}), ON, "group", ["confidence", "friction"]).frame
    assert made["n_confidence"].null_count() == made.height


def test_parts_cover_a_year_together() -> None:
    parts = [
        {"first": date(2001, 10, 1), "last": date(2002, 9, 28)},
        {"source": "s2", "first": date(2002, 10, 3), "last": date(2003, 9, 30)},
    ]
    found = years(covered(*parts), frames([])["activities"], ON, "IDN", "AUS")
    assert found.filter(pl.col("coverage") == "covered")["year"].to_list() == [2002]


def test_months_are_covered_by_months() -> None:
    register = covered({"first": date(2002, 3, 1), "last": date(2002, 4, 30)})
    made = panel.dyads("2002", system="iso", period="month").activities(register, ON, only=["exercise"]).frame
    zero = made.filter(code1="AUS", code2="IDN").filter(pl.col("n_exercise") == 0)
    assert zero["month"].to_list() == [3, 4]


def test_years_of_others_are_not_covered() -> None:
    register = covered({"places": ["IDN"]})
    assert 1995 in years(register, register["activities"], ON, "IDN", "AUS").filter(coverage="covered")["year"]
    assert years(register, register["activities"], ON, "JPN", "AUS")["year"].to_list() == [2024]


spans = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 400)), min_size=1, max_size=12)


@settings(deadline=None)
@given(spans)
def test_spells_hold_all_files_and_do_not_touch(told: list[tuple[int, int]]) -> None:
    days = [(date.fromordinal(730_000 + start), date.fromordinal(730_000 + start + more)) for start, more in told]
    found = spells(pl.DataFrame([DATASET | {"first": first, "last": last} for first, last in days], COVERAGE))
    spans = found.select("first", "last").rows()
    assert all(any(first <= one and other <= last for first, last in spans) for one, other in days)
    assert all((after[0] - before[1]).days > 31 for before, after in pairwise(spans))
