"""Activities made ready for lists: each has its place in time, and lies there in the index of terms.

A position is the first day, and within the day the identifier; those of no day lie before all others. So the index
hands activities out by date without sorting them, and a position is a cursor.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from atase import when
from atase.register.engines import replace
from atase.register.ids import number
from atase.register.models import Activity, Report
from atase.register.terms import Terms, code, during, sureness, text

_LETTERS = 32  # bits of an identifier
DATED = 1 << _LETTERS
"""The first position that has a day."""
END = (date.max.toordinal() + 1) << _LETTERS
"""Behind all positions."""


def position(day: date | None, identifier: str) -> int:
    """Where an activity lies."""
    return since(day) + number(identifier)


def since(day: date | None) -> int:
    """The first position of a day."""
    return day.toordinal() << _LETTERS if day else 0


def place(activity: Activity) -> None:
    """Set where an activity lies in lists; nowhere where it counts no longer."""
    counts = activity.merged_into_id is None and activity.standing != Activity.Standing.NOTHING
    activity.position = position(activity.day, activity.id) if counts else None
    ends = [when.last_day(each) for each in (activity.date, activity.end) if each]
    activity.last = max(ends) if activity.date else None


def enlist(
    alias: str, gone: Iterable[int], activities: Mapping[str, Activity], told: Mapping[str, list[Report]]
) -> None:
    """Keep the index in step: take out what lay at some positions, put activities in by what their reports say."""
    rows = {
        activity.position: _terms(activity, told[identifier])
        for identifier, activity in activities.items()
        if activity.position is not None
    }
    replace(alias, gone, rows)


def _terms(activity: Activity, reports: list[Report]) -> Terms:
    sources = {report.source_id: report.source for report in reports}.values()
    codes = [
        *(code("party", each) for each in activity.codes.split()),
        code("all", *activity.codes.split()),
        code("instrument", activity.instrument),
        code("group", activity.group),
        code("stage", activity.stage),
        code("state", activity.state),
        *(code("theme", each) for each in activity.themes.split()),
        *([code("depth", activity.depth)] if activity.depth else []),
        *sureness(activity.confidence),
        *(during(activity.day, activity.last) if activity.day and activity.last else []),
        *(code("source", source.id) for source in sources),
    ]
    evidence = [each["quote"] for report in reports for each in report.evidence]
    named = [activity.place, activity.series]
    named += [name for report in reports for name in (report.place, report.series)]
    return Terms(
        " ".join(codes),
        text([*evidence, *named]),
        text(source.title for source in sources),
        text(part for source in sources for part in (source.publisher, source.url, source.path)),
    )
