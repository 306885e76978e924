"""Agreements, profile, partners, comparison, friction and coverage on small registers."""

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase import measures
from atase.codebook import instruments
from atase.measures.select import known
from frames import Made, Told, frames, many

ON = date(2024, 6, 15)
PAIR = ("AUS", "IDN")


def deed(
    instrument: str,
    group: str,
    when: str | None,
    parties: tuple[str, ...] = PAIR,
    state: str = "candidate",
    **more: object,
) -> Made:
    return Made(instrument, group, parties, "done", when, state, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stage", "end", "status", "left"),
    [
        ("done", None, "in_force", None),
        ("done", "2030", "in_force", 2390),
        ("done", "2024-07", "expiring", 46),
        ("done", "2024-06-14", "expired", -1),
        ("underway", "2024-06-15", "expiring", 0),
        ("suspended", None, "ended", None),
        ("proposed", None, "coming", None),
    ],
)
def test_the_standing_of_an_agreement(stage: str, end: str | None, status: str, left: int | None) -> None:
    signed = Made("agreement", "confidence", PAIR, stage, "2006-11-13", end=end)
    found = measures.agreements(frames([signed])["activities"], "IDN", "AUS", ON)
    assert found.select("status", "days_left").row(0) == (status, left)


def test_profile_counts_deeds_by_year_and_keeps_candidates_apart() -> None:
    made = [
        deed("visit", "confidence", "2023-01-01"),
        deed("visit", "confidence", "2023-05-01", state="confirmed"),
        deed("visit", "confidence", None),
        deed("visit", "confidence", "2023-07-01", state="rejected"),
        deed("visit", "confidence", "2025"),  # after the day
        Made("visit", "confidence", PAIR, "planned", "2023-02-02"),
    ]
    found = measures.profile(frames(made)["activities"], ON, *PAIR)
    assert found.select("year", "state", "n").rows() == [
        (2023, "candidate", 1),
        (2023, "confirmed", 1),
        (None, "candidate", 1),
    ]


@settings(deadline=None)
@given(st.integers(1, 10), st.integers(1, 5))
def test_breadth_of_instruments_equally_used_is_their_number(kinds: int, each: int) -> None:
    codes = list(instruments())[:kinds]
    made = [deed(code, "confidence", "2023") for code in codes for _time in range(each)]
    breadth = measures.breadth(measures.profile(frames(made)["activities"], ON, *PAIR))
    assert breadth is not None
    assert math.isclose(breadth, kinds)


def test_breadth_of_nothing_is_unknown() -> None:
    assert measures.breadth(measures.profile(frames([])["activities"], ON, *PAIR)) is None


def test_partners_are_ranked_by_cooperation_and_friction_stands_apart() -> None:
    made = [
        deed("visit", "confidence", "2023-01-01", ("IDN", "JPN")),
        deed("exercise", "confidence", "2023-02-01", ("AUS", "IDN", "JPN"), "confirmed"),
        deed("protest", "friction", "2023-03-01"),
        deed("protest", "friction", "2023-04-01"),
    ]
    found = measures.partners(frames(made)["activities"], "IDN", ON)
    assert found.select("partner", "rank", "n", "confirmed", "candidate", "share", "friction").rows() == [
        ("JPN", 1, 2, 1, 1, 1.0, 0),
        ("AUS", 2, 1, 1, 0, 0.5, 2),
    ]


def test_comparison_ranks_each_side_among_the_partners_of_the_other() -> None:
    made = [
        deed("visit", "confidence", "2023-01-01"),
        deed("visit", "confidence", "2023-02-01", ("IDN", "JPN")),
        deed("visit", "confidence", "2023-03-01", ("IDN", "JPN")),
    ]
    found = measures.comparison(frames(made)["activities"], "IDN", "AUS", ON)
    assert found.select("side", "n", "whole", "rank", "partners", "median").rows() == [
        ("IDN", 1, 3, 2, 2, 1.5),
        ("AUS", 1, 1, 1, 1, 1.0),
    ]


def test_the_side_without_a_deed_has_no_rank() -> None:
    made = [deed("visit", "confidence", "2023", ("IDN", "JPN")), deed("exercise", "confidence", "2023", ("AUS", "JPN"))]
    found = measures.comparison(frames(made)["activities"], "IDN", "AUS", ON)
    assert found["rank"].to_list() == [None, None]


def test_two_on_one_side_of_a_quarrel_have_none_between_them() -> None:
    together = Made(
        "protest", "friction", ("AUS", "IDN", "PRK"), "done", "2024-01-01", roles=("actor", "actor", "target")
    )
    made = frames([together])
    assert measures.friction(made, "IDN", ON, "AUS").is_empty()
    assert measures.friction(made, "IDN", ON, "PRK").select("actors", "targets").row(0) == (["AUS", "IDN"], ["PRK"])


def test_friction_without_roles_is_kept() -> None:
    found = measures.friction(frames([deed("protest", "friction", "2024-01-01")]), "IDN", ON, "AUS")
    assert found.select("actors", "targets").row(0) == ([], [])


def test_a_year_without_sources_is_not_covered_and_never_a_zero() -> None:
    made = frames(
        [
            deed("visit", "confidence", "2019-01-01", told=(Told("x", "2021-05-01"),)),
            deed("visit", "confidence", "2023-01-01", told=(Told("x", "2023-01-02"),)),
        ]
    )
    found = measures.years(made, made["activities"], ON)
    assert dict(found.select("year", "coverage").iter_rows()) == {
        2019: "retrospect",
        2020: "none",
        2021: "covered",
        2022: "none",
        2023: "covered",
        2024: "none",
    }


def test_an_empty_register_covers_nothing() -> None:
    made = frames([])
    assert measures.years(made, made["activities"], ON).rows() == [(2024, 0, 0, "none")]
    assert measures.thinness(made["activities"]) == {"undated": None, "single": None, "candidate": None}


def test_what_the_ground_lacks() -> None:
    made = frames([deed("visit", "confidence", None), deed("visit", "confidence", "2024-01-01", state="confirmed")])
    assert measures.thinness(made["activities"]) == {"undated": 0.5, "single": 1.0, "candidate": 0.5}
    assert measures.missing_languages(made["sources"], ("id", "en")) == ["id"]


@pytest.mark.parametrize("measure", [measures.profile, measures.partners])
def test_rejected_activities_change_nothing(measure) -> None:  # type: ignore[no-untyped-def]
    made = many(400)["activities"]
    kept = made.filter(made["state"] != "rejected")
    arguments = (ON, "IDN") if measure is measures.profile else ("IDN", ON)
    assert measure(made, *arguments).equals(measure(kept, *arguments))


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2060, 1, 1)))
def test_a_deed_counts_on_a_day_only_if_it_had_begun(on: date) -> None:
    made = frames([deed("visit", "confidence", "2000-02"), deed("visit", "confidence", None)])["activities"]
    assert known(made, on).height == 1 + (on >= date(2000, 2, 1))
