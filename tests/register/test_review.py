"""What a person should look at first, how far they are, and two persons at once."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from atase.errors import AtaseError
from atase.register import Author, ChangedError, Filter, Order
from atase.register.intake import Summary
from atase.register.register import Register
from telling import doc

Add = Callable[..., Summary]

SARI, BUDI = Author("Sari", "read the communiqué"), Author("Budi")
VISIT = "visit IDN,AUS done 2024-05-17"


def concerns(register: Register) -> dict[str, tuple[str, ...]]:
    return {row.instrument: row.concerns for row in register.queue().rows}


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("2024-05-17", "2024-05-17", ()),
        ("2024-05-17", "2024-05", ()),
        ("2024-05-17", "2024-05-18", ("date",)),
        ("2024-05-17 roles=IDN:host", "2024-05-17 roles=IDN:guest series=Garuda", ()),
        ("2024-05-17 depth=leader", "2024-05-17 depth=minister", ("depth", "rank")),
        ("2024-05-17 place=Bali", "2024-05-17 place=Kota_Bali", ()),
    ],
)
def test_sources_that_exclude_each_other_are_told(
    register: Register, add: Add, first: str, second: str, told: tuple[str, ...]
) -> None:
    add(doc(f"visit IDN,AUS done {first}"), doc(f"visit IDN,AUS done {second}"))
    (row,) = [row for row in register.queue().rows if row.reports == 2] or register.queue().rows[:1]
    assert set(row.concerns) - {"doubt"} == set(told)


def test_an_act_that_was_called_off_is_told(register: Register, add: Add) -> None:
    add(doc(VISIT), doc("visit IDN,AUS cancelled 2024-05-17"))
    assert concerns(register) == {"visit": ("stage",)}


def test_what_matters_comes_first(register: Register, add: Add) -> None:
    add(
        doc("exercise IDN,JPN done 2024-02-02 confidence=0.9"),
        doc("protest IDN,CHN done 2024-03-03 confidence=0.3"),
        doc("visit IDN,AUS done 2024-05-17 confidence=0.9"),
        doc("visit IDN,AUS done 2024-05-18 confidence=0.9"),
        doc("dialogue IDN,SGP done 2024-06-06 confidence=0.9"),
        doc("dialogue IDN,SGP done 2024 confidence=0.9"),
    )
    rows = register.queue().rows
    assert [row.instrument for row in rows] == ["dialogue", "dialogue", "visit", "protest", "exercise"]
    assert [row.concerns for row in rows] == [("doubt",), ("doubt",), ("date",), ("unsure",), ()]
    page = register.queue(limit=2)
    assert page.total == 5
    assert [row.instrument for row in register.queue(after=page.next).rows] == ["visit", "protest", "exercise"]
    assert [row.instrument for row in register.queue(Filter(parties=["CHN"])).rows] == ["protest"]


def test_what_is_decided_leaves_the_queue_and_comes_back_when_undone(register: Register, add: Add) -> None:
    add(doc(VISIT), doc("visit IDN,AUS done 2024"))
    one, other = (row.activity for row in register.queue().rows)
    assert [each for each, _score in register.activity(one).twins] == [other]
    register.refuse(one, other, SARI)
    assert concerns(register) == {"visit": ()}
    assert register.activity(one).twins == ()
    number = register.confirm(one, SARI)
    assert [row.activity for row in register.queue().rows] == [other]
    register.undo(number, SARI)
    assert register.queue().total == len(register.queue().rows) == 2


def test_a_corrected_field_is_in_conflict_no_more(register: Register, add: Add) -> None:
    add(doc(VISIT), doc("visit IDN,AUS done 2024-05-18"))
    (row,) = register.queue().rows
    register.correct(row.activity, {"date": "2024-05-17"}, SARI)
    assert concerns(register) == {"visit": ()}


def test_progress_of_the_day(register: Register, add: Add) -> None:
    add(doc(VISIT), doc("exercise IDN,JPN done 2024-02-02"), doc("protest IDN,CHN done 2024-03-03"))
    one, other, _ = (row.activity for row in register.queue().rows)
    register.confirm(one, SARI)
    register.correct(one, {"place": "Bali"}, SARI)
    register.reject(other, BUDI)
    today = datetime.now(UTC).date()
    mine = register.progress(today, "Sari")
    assert (mine.decisions, mine.activities, mine.waiting) == ({"confirm": 1, "correct": 1}, 1, 1)
    assert register.progress(today).activities == 2
    assert register.progress(today.replace(year=2001)).decisions == {}


def test_the_second_of_two_sees_what_the_first_decided_and_nothing_is_lost(register: Register, add: Add) -> None:
    add(doc(VISIT))
    (row,) = register.page().rows
    register.correct(row.activity, {"place": "Bali"}, Author("Sari", "it says so", seen=row.changed))
    with pytest.raises(ChangedError, match=r"Sari: correct \(it says so\)") as error:
        register.reject(row.activity, Author("Budi", seen=row.changed))
    assert (error.value.activity, [each.who for each in error.value.decisions]) == (row.activity, ["Sari"])
    assert isinstance(error.value, AtaseError)
    detail = register.activity(row.activity)
    assert (detail.state, detail.decided.place, len(detail.history)) == ("candidate", "Bali", 1)
    register.reject(row.activity, Author("Budi", seen=detail.version))
    assert register.activity(row.activity).state == "rejected"


def test_a_persons_own_decisions_do_not_stand_in_their_way(register: Register, add: Add) -> None:
    add(doc(VISIT))
    (row,) = register.page().rows
    me = Author("Sari", seen=row.changed)
    register.confirm(row.activity, me)
    register.correct(row.activity, {"place": "Bali"}, me)
    assert len(register.activity(row.activity).history) == 2


def test_a_merge_or_new_reports_count_as_a_change(register: Register, add: Add) -> None:
    add(doc(VISIT), doc("visit IDN,AUS done 2024-09-01"))
    seen = register.revision()
    one, other = (row.activity for row in register.page(order=Order.OLDEST).rows)
    register.merge(one, other, SARI)
    for activity in (one, other):
        with pytest.raises(ChangedError, match="Sari: merge"):
            register.confirm(activity, Author("Budi", seen=seen))
    seen = register.revision()
    add(doc(VISIT, publisher="Antara"))
    with pytest.raises(ChangedError, match="reports came or went"):
        register.confirm(one, Author("Sari", seen=seen))
    add(doc("exercise IDN,JPN done 2024-02-02"))
    register.confirm(one, Author("Sari", seen=register.activity(one).version))
