"""What became of promises; a state's triangle; a relation against others."""

import math
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase import measures
from frames import Made, Told, frames, many

ON = date(2024, 6, 15)
PAIR = ("AUS", "IDN")


def made(instrument: str, stage: str, when: str | None, told: str, parties: tuple[str, ...] = PAIR) -> Made:
    return Made(instrument, "confidence", parties, stage, when, told=(Told("x", told),))


def outcomes(*rows: Made) -> list[tuple[str, int | None]]:
    return list(measures.follow_up(frames(list(rows)), "IDN", ON).select("outcome", "days").iter_rows())


def test_a_promise_is_kept_by_a_later_deed_and_the_days_are_counted() -> None:
    assert outcomes(
        made("exercise", "planned", None, "2024-01-01"), made("exercise", "done", "2024-01-31", "2024-02")
    ) == [("kept", 30)]


def test_an_open_promise_waits_until_the_day() -> None:
    assert outcomes(made("exercise", "proposed", None, "2024-06-05")) == [("open", 10)]


def test_what_was_first_told_as_a_plan_and_then_done_is_kept() -> None:
    told = frames([made("exercise", "done", "2024-03-01", "2024-03-02")])
    plan = told["reports"].with_columns(stage=pl.lit("planned"), source=pl.lit("earlier"), report=pl.lit("R0"))
    source = told["sources"].with_columns(source=pl.lit("earlier"), date=pl.lit("2024-02"))
    told |= {"reports": pl.concat([told["reports"], plan]), "sources": pl.concat([told["sources"], source])}
    assert measures.follow_up(told, "IDN", ON).select("outcome", "days").rows() == [("kept", 29)]


def test_a_plan_that_nobody_had_told_of_on_the_day_is_none() -> None:
    assert outcomes(made("exercise", "planned", None, "2024-07-01")) == []


def test_friction_foretold_is_no_promise() -> None:
    threat = Made("sanction", "friction", PAIR, "planned", None, told=(Told("x", "2024-01-01"),))
    assert outcomes(threat) == []


def done(*days: int | None) -> pl.DataFrame:
    """Promises kept after these days; None for one that is still open after ten."""
    rows = [("visit", list(PAIR), 10 if day is None else day, "open" if day is None else "kept") for day in days]
    return pl.DataFrame(rows, schema=["instrument", "parties", "days", "outcome"], orient="row")


@pytest.mark.parametrize(
    ("days", "median"),
    [((4,), 4), ((2, 4, 6), 4), ((2, None), 2), ((2, None, None), None), ((20, None), 20), ((1, 2, 12, None), 2)],
)
def test_the_median_counts_those_who_still_wait(days: tuple[int | None, ...], median: int | None) -> None:
    found = measures.completion(done(*days), "instrument")
    assert found.select("n", "median").row(0) == (len(days), median)


@settings(deadline=None)
@given(st.lists(st.integers(0, 100), min_size=1, max_size=30))
def test_without_open_promises_the_median_is_the_ordinary_one(days: list[int]) -> None:
    ordinary = sorted(days)[(len(days) - 1) // 2]
    assert measures.completion(done(*days), "instrument")["median"].item() == ordinary


def test_rates_by_partner() -> None:
    kept = [made("exercise", "planned", None, "2024-01-01"), made("exercise", "done", "2024-02-01", "2024-02-02")]
    still = made("visit", "planned", None, "2024-01-01", ("IDN", "JPN"))
    found = measures.completion(measures.follow_up(frames([*kept, still]), "IDN", ON), "partner", "IDN")
    assert dict(found.select("partner", "rate").iter_rows()) == {"AUS": 1.0, "JPN": 0.0}


def bought(instrument: str, year: int, seller: str, group: str = "capability") -> Made:
    roles = ("recipient", "supplier")
    return Made(
        instrument, group, ("IDN", seller), "done", f"{year}-05-05", roles=roles, told=(Told("x", f"{year}-06"),)
    )


def test_the_triangle_of_a_state() -> None:
    rows = [bought("arms_transfer", 2017, "USA"), *(bought("arms_transfer", 2022, "KOR") for _n in range(3))]
    rows += [bought("licensing", 2023, "FRA", "industry")]
    sold = Made("arms_transfer", "capability", ("IDN", "PHL"), "done", "2023", roles=("supplier", "recipient"))
    unclear = Made("arms_transfer", "capability", ("IDN", "TUR"), "done", "2023-02-02")
    old, new = measures.triangle(frames([*rows, sold, unclear]), ON, "IDN").iter_rows(named=True)
    assert (old["since"], old["until"], new["since"], new["until"]) == (2015, 2019, 2020, 2024)
    assert (old["hhi"], old["own_part"]) == (1.0, 0.0)
    assert (new["acquisitions"], new["suppliers"], new["undirected"]) == (4, 2, 1)
    assert new["hhi"] == pytest.approx(0.75**2 + 0.25**2)
    assert new["hhi_change"] == pytest.approx(new["hhi"] - 1)
    assert (new["top"], new["top_share"], new["own_part"]) == ("KOR", 0.75, 0.25)
    assert new["position"] == 1.0


def test_a_state_that_the_register_does_not_know_has_no_triangle() -> None:
    found = measures.triangle(many(50), ON, "ZWE").drop("since", "until")
    assert all(value is None for row in found.iter_rows() for value in row)


def test_a_relation_stands_among_the_partners_of_each_side() -> None:
    rows = [
        made("visit", "done", "2024-06-01", "2024-06-02"),
        made("visit", "done", "2024-06-01", "2024-06-02", ("IDN", "JPN")),
    ]
    rows += [made("exercise", "done", "2024-06-01", "2024-06-02", ("IDN", "JPN"))]
    found = measures.compare(frames(rows), "IDN", "AUS", ON)
    ranks = {(row["side"], row["measure"]): (row["rank"], row["partners"]) for row in found.iter_rows(named=True)}
    assert ranks["IDN", "intensity"] == (2, 2)
    assert ranks["IDN", "formal"] == (1, 2)
    assert ranks["AUS", "intensity"] == (1, 1)


def test_an_unknown_relation_has_neither_value_nor_rank() -> None:
    found = measures.compare(many(50), "IDN", "ZWE", ON)
    assert found["value"].drop_nulls().is_empty()
    assert found["rank"].drop_nulls().is_empty()


def test_regions_count_by_how_evenly_deeds_spread_over_them() -> None:
    parties = [("IDN", "AUS"), ("FRA", "IDN"), ("IDN", "JPN")] * 3
    made = [Made("visit", "confidence", tuple(sorted(pair)), "done", "2024-01-05") for pair in parties]
    found = measures.triangle(frames(made), date(2024, 6, 15), "IDN").row(-1, named=True)
    assert found["partners"] == 3
    assert math.isclose(found["regions"], 3.0)
