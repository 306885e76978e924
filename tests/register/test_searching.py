"""Finding activities by what they are."""

from collections.abc import Callable

import pytest

from atase.register import Filter
from atase.register.intake import Summary
from atase.register.register import Register
from telling import doc

TEXTS = {
    "visit": "visit IDN,AUS done 2024-05-17 themes=cyber place=Café_Batavia",
    "wide": "exercise IDN,AUS,USA planned 2024-08 themes=maritime_security,cyber series=Kakadu",
    "year": "agreement IDN,JPN done 2023",
    "undated": "dialogue IDN,SGP done",
}


@pytest.fixture
def filled(register: Register, add: Callable[..., Summary]) -> Register:
    add(*(doc(text, id=name, title=f"News {name}", publisher="Antara") for name, text in TEXTS.items()))
    return register


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), ["exercise", "visit", "agreement", "dialogue"]),
        (Filter(parties=["AUS"]), ["exercise", "visit"]),
        (Filter(parties=["AUS", "USA"]), ["exercise"]),
        (Filter(between=["AUS", "IDN"]), ["visit"]),
        (Filter(since="2024"), ["exercise", "visit"]),
        (Filter(since="2023-06", until="2023"), ["agreement"]),
        (Filter(since="2024-08-15"), ["exercise"]),
        (Filter(until="2024-05-17"), ["visit", "agreement"]),
        (Filter(instruments=["visit", "dialogue"]), ["visit", "dialogue"]),
        (Filter(groups=["industry"]), []),
        (Filter(stages=["planned"]), ["exercise"]),
        (Filter(states=["confirmed"]), []),
        (Filter(themes=["cyber"]), ["exercise", "visit"]),
        (Filter(themes=["maritime_security"]), ["exercise"]),
        (Filter(source="news VISIT"), ["visit"]),
        (Filter(source="antara", text="kakadu"), ["exercise"]),
        (Filter(text="Café"), ["visit"]),
        (Filter(text="100%"), []),
    ],
)
def test_filters(filled: Register, wanted: Filter, found: list[str]) -> None:
    assert filled.activities(wanted)["instrument"].to_list() == found
    assert filled.count(wanted) == len(found)


def test_a_limit_takes_the_latest(filled: Register) -> None:
    assert filled.activities(Filter(), limit=1)["instrument"].to_list() == ["exercise"]
