"""Lists in pages: every activity once, in the order asked for, forwards and backwards."""

from collections.abc import Callable

import pytest

from atase.errors import AtaseError
from atase.register import Author, Filter, Order, Row
from atase.register.intake import Summary
from atase.register.register import Register
from telling import doc

Add = Callable[..., Summary]

TEXTS = [
    *(f"visit IDN,AUS done 2024-{month:02}-12 confidence=0.{month}1" for month in range(1, 9)),
    "visit IDN,AUS done 2023",
    "dialogue IDN,SGP done",
    "exercise IDN,SGP planned",
    "agreement IDN,JPN done 1998 end=2031",
]
DATES = {Order.NEWEST: lambda row: row.date or "", Order.OLDEST: lambda row: row.date or "9"}


@pytest.fixture
def filled(register: Register, add: Add) -> Register:
    add(*(doc(text, date=None, title=f"News {number}") for number, text in enumerate(TEXTS)))
    add(*(doc("visit IDN,AUS done 2024-05-12 confidence=0.2", publisher=f"Paper {each}", id=each) for each in "ab"))
    return register


def pages(register: Register, wanted: Filter, order: Order, limit: int) -> list[list[Row]]:
    """All pages from the first to the last, checked on the way back."""
    found, cursor, cursors = [], None, []
    while True:
        page = register.page(wanted, order, cursor, limit)
        found.append(page.rows)
        cursors.append(page.previous)
        if page.next is None:
            break
        cursor = page.next
    for rows, previous in zip(found[-2::-1], cursors[:0:-1], strict=True):
        back = register.page(wanted, order, previous, limit)
        assert back.rows == rows
        assert back.next is not None
    assert cursors[0] is None
    assert register.page(wanted, order, cursors[1], limit).previous is None if len(found) > 1 else True
    return found


@pytest.mark.parametrize("order", set(Order) - {Order.PRIORITY})
@pytest.mark.parametrize("limit", [1, 3, 4, 100])
@pytest.mark.parametrize("wanted", [Filter(), Filter(parties=["AUS"]), Filter(since="2023-06")])
def test_pages_hold_every_activity_once(filled: Register, order: Order, limit: int, wanted: Filter) -> None:
    found = pages(filled, wanted, order, limit)
    rows = [row for rows in found for row in rows]
    assert {row.activity for row in rows} == set(filled.activities(wanted)["activity"])
    assert len(rows) == len({row.activity for row in rows}) == filled.page(wanted).total
    assert all(len(rows) == limit for rows in found[:-1])


def test_orders(filled: Register) -> None:
    def listed(order: Order, value: Callable[[Row], object]) -> list[object]:
        return [value(row) for rows in pages(filled, Filter(), order, 5) for row in rows]

    dates = listed(Order.NEWEST, lambda row: row.date or "")
    assert dates == sorted(dates, reverse=True)
    dates = listed(Order.OLDEST, lambda row: row.date or "9")
    assert dates == sorted(dates)
    sure = listed(Order.CONFIDENCE, lambda row: row.confidence)
    assert sure == sorted(sure, reverse=True)
    assert listed(Order.SOURCES, lambda row: row.sources)[:2] == [3, 1]
    assert listed(Order.CHANGED, lambda row: row.date)[0] == "2024-05-12"


def test_what_a_person_decides_comes_first_among_changes(filled: Register) -> None:
    last = filled.page(order=Order.OLDEST).rows[0].activity
    filled.confirm(last, Author("Sari"))
    assert filled.page(order=Order.CHANGED).rows[0].activity == last


def test_a_page_stays_in_place_when_activities_come_before_it(filled: Register, add: Add) -> None:
    first = filled.page(limit=3)
    rest = filled.page(after=first.next).rows
    add(doc("visit IDN,USA done 2025-01-01"))
    assert filled.page(after=first.next).rows == rest


def test_a_cursor_is_good_for_its_list_only(filled: Register) -> None:
    cursor = filled.page(limit=3).next or ""
    for wanted, order, after in [
        (Filter(), Order.NEWEST, cursor[:-1] + "_"),
        (Filter(), Order.NEWEST, "'; DROP TABLE"),
        (Filter(), Order.OLDEST, cursor),
        (Filter(parties=["AUS"]), Order.NEWEST, cursor),
    ]:
        with pytest.raises(AtaseError, match="no place in this list"):
            filled.page(wanted, order, after)


def test_the_revision_rises_with_every_write(register: Register, add: Add) -> None:
    start = register.revision()
    add(doc("visit IDN,AUS done 2024-05-12"))
    added = register.revision()
    (row,) = register.page().rows
    assert start < added == row.changed
    number = register.confirm(row.activity, Author("Sari"))
    register.undo(number, Author("Sari"))
    assert register.revision() == register.page().rows[0].changed == added + 2
    register.page()
    assert register.revision() == added + 2
