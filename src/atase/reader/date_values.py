"""What a form of words for a date means, given the day on which it was written."""

from dataclasses import dataclass
from datetime import date, timedelta

PAST, PRESENT, FUTURE = -1, 0, 1


@dataclass(frozen=True, slots=True)
class Told:
    """The parts of a date that a text tells; None for the others."""

    year: int | None = None
    year2: int | None = None
    month: int | None = None
    month2: int | None = None
    day: int | None = None
    day2: int | None = None
    weekday: int | None = None  # 0 for Monday
    direction: int | None = None  # PAST, PRESENT or FUTURE, where words such as "last" or "mendatang" say so
    unit: str | None = None  # day, week, weekend, month or year, counted from the anchor
    shift: int = 0  # how many of them


@dataclass(frozen=True, slots=True)
class Value:
    """First and last day as ISO dates of any precision, and the other day that the words may mean."""

    date: str
    end: str | None = None
    other: str | None = None


def resolve(told: Told, anchor: tuple[date, date] | None) -> Value | None:
    """What `told` means when written between the two days of `anchor`.

    None where no such day exists, or where it depends on a day that is not known well enough.
    """
    try:
        if told.year is not None:
            return _in_year(told, told.year)
        if anchor is None:
            return None
        value = _counted(told, anchor[0])
        return value if value == _counted(told, anchor[1]) else None
    except (ValueError, OverflowError):  # no such day, or beyond the calendar
        return None


def _in_year(told: Told, year: int) -> Value:
    """The date in that year. Raises ValueError where it has no such day."""
    last_year = told.year2 or year
    if told.month is None:
        return Value(f"{year:04}", f"{last_year:04}" if last_year > year else None)
    last_month = told.month2 or told.month
    first = _iso(year, told.month, told.day)
    last = _iso(last_year, last_month, told.day2 or told.day)
    return Value(first, last if last > first else None)


def _iso(year: int, month: int, day: int | None) -> str:
    told = date(year, month, day or 1).isoformat()
    return told if day else told[:7]


def _counted(told: Told, anchor: date) -> Value | None:
    if told.unit == "week" and told.weekday is not None:
        return Value(_in_week(told.weekday, told.shift, anchor).isoformat())
    if told.unit == "year" and told.month is not None:
        return _in_year(told, anchor.year + told.shift)
    if told.unit is not None:
        return _shifted(told.unit, told.shift, anchor)
    if told.weekday is not None and told.month is None:
        return _weekday(told.weekday, told.direction, anchor)
    return _nearest(told, anchor) if told.month is not None else None


def _shifted(unit: str, shift: int, anchor: date) -> Value:
    """A unit of time away from the anchor. A week, which ISO dates of reduced precision lack, is told by its month."""
    match unit:
        case "day":
            return Value((anchor + timedelta(days=shift)).isoformat())
        case "week":
            return Value((anchor + timedelta(weeks=shift)).isoformat()[:7])
        case "weekend":
            saturday = anchor + timedelta(days=5 - anchor.weekday(), weeks=shift)
            return Value(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat())
        case "month":
            months = anchor.year * 12 + anchor.month - 1 + shift
            return Value(_iso(months // 12, months % 12 + 1, None))
    return Value(date(anchor.year + shift, 1, 1).isoformat()[:4])


def _in_week(weekday: int, shift: int, anchor: date) -> date:
    """The weekday of the week (from Monday) that lies `shift` weeks from the anchor's."""
    return anchor + timedelta(days=weekday - anchor.weekday(), weeks=shift)


def _weekday(weekday: int, direction: int | None, anchor: date) -> Value:
    back = (anchor.weekday() - weekday) % 7
    last = anchor - timedelta(days=back)
    following = last + timedelta(days=7)
    if direction == PRESENT:
        return Value(_in_week(weekday, 0, anchor).isoformat())
    if direction == PAST:
        return Value((last if back else last - timedelta(days=7)).isoformat())
    if direction == FUTURE:
        return Value(following.isoformat())
    return Value(last.isoformat(), other=following.isoformat())


def _nearest(told: Told, anchor: date) -> Value | None:
    """A date without its year: the one that lies closest, on the side that the words say."""
    found: list[tuple[int, Value]] = []
    for year in range(anchor.year - 1, anchor.year + 2):
        try:
            value = _in_year(told, year)
        except ValueError:  # 29 February
            continue
        found.append((_days_away(value.date, anchor), value))
    if told.direction == PRESENT:
        found = [item for item in found if item[1].date[:4] == anchor.isoformat()[:4]]
    elif told.direction is not None:
        found = [item for item in found if item[0] * told.direction >= 0]
    if not found:
        return None
    distance, value = min(found, key=lambda item: abs(item[0]))
    across = [item for item in found if item[0] * distance < 0]
    other = min(across, key=lambda item: abs(item[0]))[1].date if across else None
    return Value(value.date, value.end, other)


def _days_away(iso: str, anchor: date) -> int:
    """Days from the anchor to a day; to the anchor's own month it is none."""
    if len(iso) == len("2024-05"):
        return 0 if anchor.isoformat().startswith(iso) else (date.fromisoformat(f"{iso}-15") - anchor).days
    return (date.fromisoformat(iso) - anchor).days
