import tomllib
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase.codebook import instruments
from atase.measures import promises
from frames import Made, Told, frames

ON = date(2024, 6, 15)


def made(
    instrument: str, stage: str, when: str | None, told: str | None, parties: str = "AUS IDN", **more: object
) -> Made:
    group = "friction" if instrument == "protest" else "confidence"
    return Made(instrument, group, tuple(parties.split()), stage, when, told=(Told("x", told),), **more)  # type: ignore[arg-type]


def test_silence_counts_from_the_newest_source_and_overdue_from_the_last_day_meant() -> None:
    found = promises(frames([made("exercise", "planned", "2024-05", "2024-03-07")])["activities"], "IDN", ON)
    assert found.select("silence", "overdue").row(0) == (100, 15)


def test_nothing_is_overdue_before_its_day_has_passed() -> None:
    found = promises(frames([made("exercise", "planned", "2024", "2024-06-10")])["activities"], "IDN", ON)
    assert found.select("silence", "overdue").row(0) == (5, None)


@pytest.mark.parametrize(
    ("deed", "kept"),
    [
        (made("exercise", "done", "2024-05-01", "2024-05-02"), True),
        (made("exercise", "underway", "2024-05-01", "2024-05-02"), True),
        (made("exercise", "done", "2024-02-28", "2024-05-02"), False),  # older than the promise
        (made("exercise", "done", None, "2024-05-02"), False),  # nobody knows when
        (made("visit", "done", "2024-05-01", "2024-05-02"), False),
        (made("exercise", "planned", "2024-05-01", "2024-05-02"), False),
        (made("exercise", "done", "2024-05-01", "2024-05-02", "AUS JPN"), False),
        (made("exercise", "done", "2024-05-01", "2024-05-02", "AUS IDN JPN"), True),
        (made("exercise", "done", "2024-05-01", "2024-05-02", state="rejected"), False),
        (made("exercise", "done", "2024-05-01", "2024-05-02", series="Pitch Black"), True),
    ],
)
def test_what_keeps_a_promise(deed: Made, kept: bool) -> None:
    promise = made("exercise", "proposed", None, "2024-03-01")
    found = promises(frames([promise, deed])["activities"], "IDN", ON, "AUS")
    assert ("A1" not in found["activity"].to_list()) == kept


def test_another_series_does_not_keep_it() -> None:
    promise = made("exercise", "planned", "2024-04", "2024-03-01", series="Kakadu")
    deed = made("exercise", "done", "2024-05-01", "2024-05-02", series="Pitch Black")
    assert promises(frames([promise, deed])["activities"], "IDN", ON)["activity"].to_list() == ["A1"]


def test_a_planned_declaration_may_turn_out_as_an_agreement() -> None:
    promise, deed = made("declaration", "planned", None, "2024-03-01"), made("agreement", "done", "2024-04-01", None)
    assert promises(frames([promise, deed])["activities"], "IDN", ON).is_empty()


def test_friction_foretold_is_no_promise() -> None:
    assert promises(frames([made("protest", "planned", None, "2024-03-01")])["activities"], "IDN", ON).is_empty()


def test_an_undated_promise_has_no_known_silence_and_comes_last() -> None:
    rows = [made("exercise", "planned", None, None), made("visit", "planned", None, "2024-06-14")]
    assert promises(frames(rows)["activities"], "IDN", ON)["silence"].to_list() == [1, None]


@settings(deadline=None)
@given(st.lists(st.dates(date(2020, 1, 1), date(2024, 6, 15)), min_size=1, max_size=6))
def test_a_further_deed_never_opens_a_promise(days: list[date]) -> None:
    promise = made("exercise", "planned", None, "2022-01-01")
    deeds = [made("exercise", "done", day.isoformat(), day.isoformat()) for day in days]
    numbers = [promises(frames([promise, *deeds[:k]])["activities"], "IDN", ON).height for k in range(len(deeds) + 1)]
    assert numbers == sorted(numbers, reverse=True)


def test_only_instruments_of_the_codebook_keep_promises() -> None:
    listed = tomllib.loads(files("atase.measures").joinpath("fulfilment.toml").read_text("utf-8"))
    assert {*listed, *(by for kept in listed.values() for by in kept)} <= instruments().keys()
