"""Persons in office: one holder of an office at a time, and forms that name one person's state."""

from collections import defaultdict
from itertools import combinations

import pytest

from atase.actors import Name, fold, names, resolve
from atase.actors.lookup import OWN
from atase.actors.tables import DATA, Row, rows
from atase.when import first_day, last_day

SHARED = {
    "Deputy Prime Minister",
    "Deputy Minister of Defence",
    "Deputy Minister of Foreign Affairs",
    "Vice Chairman of the Central Military Commission",
    "Spokesperson of the Ministry of Defence",
    "Spokesperson of the Ministry of Foreign Affairs",
}
"""Offices that several persons hold at once."""

COLUMNS = ("name", "variants", "code", "office", "rank", "start", "end")
PERSONS = list(rows(DATA / "persons.csv", COLUMNS))


def surely_overlap(a: Row, b: Row) -> bool:
    """Whether two terms share a day however their coarse dates are read; a day of handover does not count."""
    (start_a, end_a), (start_b, end_b) = a.period("start", "end"), b.period("start", "end")
    latest_start = max(last_day(start_a or "0001"), last_day(start_b or "0001"))
    return latest_start < min(first_day(end_a or "9999"), first_day(end_b or "9999"))


def by(*columns: str) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in PERSONS:
        groups[tuple(row.cells[column] for column in columns)].append(row)
    return groups


def test_an_office_has_one_holder_on_a_day() -> None:
    both = [
        (code, office, a.cells["name"], b.cells["name"])
        for (code, office), held in by("code", "office").items()
        for a, b in combinations(held, 2)
        if surely_overlap(a, b) and (office not in SHARED or a.cells["name"] == b.cells["name"])
    ]
    assert both == []


def test_every_term_of_office_has_a_state_a_rank_and_a_start() -> None:
    missing = [row.line for row in PERSONS for column in ("code", "office", "rank", "start") if not row.cells[column]]
    assert missing == []


def test_an_office_has_one_rank() -> None:
    assert {
        key: ranks for key, held in by("office").items() if len(ranks := {row.cells["rank"] for row in held}) > 1
    } == {}


def test_a_person_has_the_same_forms_in_every_office() -> None:
    assert {
        key: forms
        for key, held in by("name", "code").items()
        if len(forms := {row.cells["variants"] for row in held}) > 1
    } == {}


def test_a_form_stands_for_one_state_at_a_time() -> None:
    forms: dict[str, set[Name]] = defaultdict(set)
    for name in names("en"):
        if name.kind == "person":
            forms[fold(name.text)].add(name)
    clashes = [
        (a.text, a.code, b.code)
        for found in forms.values()
        for a, b in combinations(sorted(found, key=lambda name: name.start or ""), 2)
        if a.code != b.code and (a.end or "9999") > (b.start or "")
    ]
    assert clashes == []


@pytest.mark.parametrize("lang", ["en", "id"])
def test_no_form_of_a_person_is_that_of_a_state_or_place(lang: str) -> None:
    others = {fold(name.text) for name in names(lang) if name.kind in (*OWN, "place", "nobody")}
    assert {name.text for name in names(lang) if name.kind == "person" and fold(name.text) in others} == set()


@pytest.mark.parametrize(
    ("form", "day", "office"),
    [
        ("Prabowo", "2022-07-21", "Minister of Defence"),
        ("Prabowo", "2025-01-10", "President"),
        ("Marty Natalegawa", "2011-11-18", "Minister of Foreign Affairs"),
        ("Moeldoko", "2014-06", "Chief of Defence"),
    ],
)
def test_a_person_is_known_by_the_office_held_on_the_day(form: str, day: str, office: str) -> None:
    found = resolve(form, day)
    assert found.codes == ("IDN",)
    assert {candidate.name.why for candidate in found.candidates if candidate.valid} == {office}
