"""The profile of relationships: shares, levels, channels and regularity."""

from datetime import date

import polars as pl
import pytest

from atase import measures
from atase.measures.levels import levelled
from frames import Made, Told, frames, many

ON = date(2024, 6, 15)
PAIR = ("AUS", "IDN")


@pytest.mark.parametrize(
    ("parties", "level"),
    [
        ("AUS IDN", "bilateral"),
        ("AUS IDN JPN", "minilateral"),
        ("AUKUS JPN", "minilateral"),
        ("ASEAN AUS", "regional"),
        ("BRN IDN KHM LAO MMR MYS PHL SGP THA VNM", "regional"),
        ("AUS BRN CHN FRA IDN IND JPN KOR NZL USA", "global"),
        ("IDN UN", "global"),
        ("IDN", None),
    ],
)
def test_the_level_follows_from_number_and_kind_of_the_parties(parties: str, level: str | None) -> None:
    made = frames([Made("dialogue", "confidence", tuple(parties.split()))])
    assert levelled(made["activities"])["level"].item() == level


def value(found: pl.DataFrame, aspect: str, item: str) -> float | None:
    rows = found.filter(pl.col("aspect") == aspect, pl.col("item") == item)["value"]
    return rows.item() if rows.len() else None


def yearly(instrument: str, *years: int) -> list[Made]:
    return [
        Made(instrument, "confidence", PAIR, "done", f"{year}-01-01", told=(Told("x", f"{year}-01-02"),))
        for year in years
    ]


def test_shares_of_each_aspect_add_up_to_one() -> None:
    found = measures.mix(many(400), ON, PAIR)
    sums = (
        found.filter(pl.col("unit") == "share", pl.col("aspect") != "regularity")
        .group_by("aspect")
        .agg(pl.col("value").sum())
    )
    assert sums["value"].round(9).unique().to_list() == [1.0]


def test_a_clockwork_has_no_variation() -> None:
    found = measures.mix(frames(yearly("exercise", 2021, 2022, 2023)), ON, PAIR)
    assert value(found, "regularity", "gap") == 365
    assert value(found, "regularity", "gap_variation") == 0
    assert value(found, "regularity", "active_years") == 0.75 + 0.25  # 2024 has no source, so it is not covered


def test_a_covered_year_without_a_deed_is_inactive() -> None:
    other = Made("visit", "confidence", ("JPN", "SGP"), "done", "2022-01-01", told=(Told("y", "2022-03-01"),))
    found = measures.mix(frames([*yearly("exercise", 2021, 2023), other]), ON, PAIR)
    assert value(found, "regularity", "active_years") == pytest.approx(2 / 3)


def test_nothing_known_has_no_figures() -> None:
    found = measures.mix(frames([]), ON, PAIR)
    assert found["value"].drop_nulls().is_empty()


def test_channels_are_those_of_the_codebook() -> None:
    made = frames([*yearly("visit", 2021), *yearly("exercise", 2022, 2023)])
    found = measures.mix(made, ON, PAIR)
    assert value(found, "channel", "formal") == pytest.approx(1 / 3)
    assert measures.profiles(made, ON, PAIR)["formal"].item() == pytest.approx(1 / 3)


def test_profiles_of_pairs_agree_with_the_profile_of_one() -> None:
    made = many(400)
    one, wide = measures.mix(made, ON, PAIR), measures.profiles(made, ON, PAIR).row(0, named=True)
    assert wide["breadth"] == pytest.approx(value(one, "breadth", "instruments"))
    for group in ("confidence", "capability", "friction"):
        assert wide[group] == pytest.approx(value(one, "character", group) or 0.0)


def test_all_pairs_are_those_of_the_activities() -> None:
    made = frames([Made("exercise", "confidence", ("AUS", "IDN", "JPN"), "done", "2020")])
    assert measures.profiles(made, ON).select("a", "b").rows() == [("AUS", "IDN"), ("AUS", "JPN"), ("IDN", "JPN")]
