"""Lists of activities, a page at a time, by where the last page ended: as quick on the last page as on the first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import connections

from atase.register import cursors
from atase.register.cursors import Cursor
from atase.register.listing import DATED, END
from atase.register.models import Activity
from atase.register.searching import Stretch, count, positions, stretches
from atase.register.words import Filter, Order, Page, Row

_COLUMNS = {
    Order.CONFIDENCE: "confidence",
    Order.SOURCES: "sources",
    Order.CHANGED: "changed",
    Order.PRIORITY: "priority",
}
_REVIEWED = ("candidate",)
_DATED, _UNDATED = (DATED, END), (0, DATED)


def page(alias: str, wanted: Filter, order: Order, after: str | None, limit: int) -> Page:
    """Some activities of a list, from a cursor on or from its start."""
    cursor = cursors.read(after, wanted, order) if after else None
    back = cursor is not None and cursor.back
    asked = replace(wanted, states=()) if order is Order.PRIORITY else wanted  # no others have a priority
    found = _walk(alias, stretches(asked), order, cursor, limit + 1)
    more, found = len(found) > limit, found[:limit]
    activities = _activities(alias, found[::-1] if back else found)

    def place(index: int, back: bool) -> str:
        key = getattr(activities[index], _COLUMNS[order]) if order in _COLUMNS else None
        return cursors.write(Cursor(key, activities[index].position or 0, back), wanted, order)

    return Page(
        rows=[row(activity) for activity in activities],
        next=place(-1, False) if activities and (more or back) else None,
        previous=place(0, True) if activities and (more if back else cursor) else None,
        total=count(alias, replace(wanted, states=_REVIEWED) if order is Order.PRIORITY else wanted),
    )


def row(activity: Activity) -> Row:
    """An activity as lists show it."""
    return Row(
        activity=activity.id,
        state=activity.state,
        standing=activity.standing,
        instrument=activity.instrument,
        group=activity.group,
        stage=activity.stage,
        date=activity.date,
        day=activity.day,
        end=activity.end,
        reported=activity.reported,
        place=activity.place,
        series=activity.series,
        depth=activity.depth,
        themes=tuple(activity.themes.split()),
        parties=tuple(activity.codes.split()),
        confidence=activity.confidence,
        reports=activity.reports,
        sources=activity.sources,
        changed=activity.changed,
        concerns=tuple(activity.concerns.split()),
    )


def _activities(alias: str, found: Sequence[int]) -> list[Activity]:
    known = {each.position: each for each in Activity.objects.using(alias).filter(position__in=found)}
    return [known[position] for position in found]


def _walk(alias: str, found: list[Stretch], order: Order, cursor: Cursor | None, limit: int) -> list[int]:
    if order in _COLUMNS:
        return _by_column(alias, found, _COLUMNS[order], cursor, limit)
    return _by_date(alias, found, order is Order.OLDEST, cursor, limit)


def _by_date(alias: str, found: list[Stretch], oldest: bool, cursor: Cursor | None, limit: int) -> list[int]:
    """The undated ones come last in either order."""
    back = cursor is not None and cursor.back
    rising = oldest != back
    ranges = [_DATED, _UNDATED][:: -1 if back else 1]
    if cursor:
        here = 0 if (cursor.position >= DATED) != back else 1
        low, high = ranges[here]
        ranges = [(cursor.position + 1, high) if rising else (low, cursor.position), *ranges[here + 1 :]]
    walked: list[int] = []
    for low, high in ranges:
        query, values = positions(alias, [stretch.within(low, high) for stretch in found])
        ordered = f"{query} ORDER BY 1 {'ASC' if rising else 'DESC'} LIMIT %s"
        walked += _run(alias, ordered, (*values, limit - len(walked)))
        if len(walked) == limit:
            break
    return walked


def _by_column(alias: str, found: list[Stretch], column: str, cursor: Cursor | None, limit: int) -> list[int]:
    """Along the column's index; the plus keeps the database from looking up each that the filter lets through."""
    direction, sign = ("ASC", ">") if cursor and cursor.back else ("DESC", "<")
    conditions, values = [f"position IS NOT NULL AND {column} IS NOT NULL"], tuple[Any, ...]()
    if found != [Stretch(())]:
        inner, values = positions(alias, found)
        conditions.append(f"+position IN ({inner})")
    if cursor:
        conditions.append(f"({column}, position) {sign} (%s, %s)")
        values = (*values, cursor.key, cursor.position)
    query = (
        f"SELECT position FROM register_activity WHERE {' AND '.join(conditions)}"  # noqa: S608  columns of ours
        f" ORDER BY {column} {direction}, position {direction} LIMIT %s"
    )
    return _run(alias, query, (*values, limit))


def _run(alias: str, query: str, values: Sequence[Any]) -> list[int]:
    with connections[alias].cursor() as cursor:
        cursor.execute(query, values)
        return [position for (position,) in cursor.fetchall()]
