"""What an activity's fields are, given its reports and a person's corrections. Pure.

Each report votes with its confidence. Machines decide by the rules below; what a person corrected is
put in their place afterwards, so that no later report can change it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import prod
from typing import Any

from atase.report import Party, Report
from atase.when import agree, first_day

_PROGRESS = ("proposed", "planned", "underway", "done", "suspended", "cancelled")
_CERTAIN = 0.99
"""No number of machines' reports makes more than this."""


FIELDS = ("instrument", "stage", "date", "end", "place", "series", "depth", "themes", "parties")
"""The fields that are decided and may be corrected."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report and the source that tells it: its identifier and date."""

    report: Report
    source: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Fields:
    """What an activity is taken to be."""

    instrument: str
    stage: str
    date: str | None
    end: str | None
    place: str | None
    series: str | None
    depth: str | None
    themes: tuple[str, ...]
    parties: tuple[Party, ...]
    reported: dt.date | None
    confidence: float
    reports: int
    sources: int


def decide(told: Sequence[Told], scale: Callable[[str], Sequence[str]], corrected: Mapping[str, Any]) -> Fields:
    """Decide the fields of one activity.

    Args:
        told: its reports, at least one, in any order.
        scale: gives the depth levels of an instrument, shallowest first.
        corrected: fields that a person set, by name; `parties` and `themes` as tuples.
    """
    reports = [each.report for each in told]
    instrument = corrected.get("instrument") or _vote((r.instrument, r.confidence) for r in reports)
    assert instrument is not None  # noqa: S101  there is a report, and each has one
    when = corrected["date"] if "date" in corrected else _date(reports)
    fields = Fields(
        instrument=instrument,
        stage=_stage(told),
        date=when,
        end=_end(reports, when),
        place=_vote((r.place, r.confidence) for r in reports),
        series=_vote((r.series, r.confidence) for r in reports),
        depth=_depth(reports, scale(instrument)),
        themes=tuple(sorted({theme for r in reports for theme in r.themes})),
        parties=_parties(reports),
        reported=max((first_day(each.date) for each in told if each.date), default=None),
        confidence=_confidence(told),
        reports=len(told),
        sources=len({each.source for each in told}),
    )
    return replace(fields, **corrected)


def supports(report: Report, field: str, value: Any) -> bool:
    """Whether a report says the same of a field, as far as it goes."""
    told = getattr(report, field)
    if not told or not value:
        return False
    if field == "date":
        return agree(told, value)
    if field == "parties":
        return set(report.codes) <= {party.code for party in value}
    return set(told) <= set(value) if field == "themes" else bool(told == value)


def _vote(ballots: Iterable[tuple[str | None, float]]) -> str | None:
    """The value with the greatest sum of weights; of equals the first in the alphabet."""
    sums: dict[str, float] = {}
    for value, weight in ballots:
        if value:
            sums[value] = sums.get(value, 0.0) + weight
    return min(sums, key=lambda value: (-round(sums[value], 9), value), default=None)


def _date(reports: Sequence[Report]) -> str | None:
    """The most precise date that the weightier sources agree on: first the year, then month and day."""
    decided: str | None = None
    for length in (len("2000"), len("2000-01"), len("2000-01-01")):
        ballots = [
            (r.date[:length], r.confidence)
            for r in reports
            if r.date and len(r.date) >= length and r.date.startswith(decided or "")
        ]
        decided = _vote(ballots) or decided
    return decided


def _end(reports: Sequence[Report], when: str | None) -> str | None:
    if when is None:
        return None
    return _vote((r.end, r.confidence) for r in reports if r.end and r.date and agree(r.date, when) and r.end >= when)


def _stage(told: Sequence[Told]) -> str:
    """What the newest source says, save that what was once done cannot become a plan again."""
    ordered = sorted(told, key=lambda each: (each.date or "", _PROGRESS.index(each.report.stage)))
    newest = ordered[-1].report.stage
    done = any(each.report.stage == "done" for each in told)
    return "done" if done and newest in ("proposed", "planned", "underway") else newest


def _depth(reports: Sequence[Report], scale: Sequence[str]) -> str | None:
    return max((r.depth for r in reports if r.depth in scale), key=lambda d: scale.index(d or ""), default=None)


def _parties(reports: Sequence[Report]) -> tuple[Party, ...]:
    """All parties that any report names; for each the weightiest role, a plain participant's last."""
    ballots = sorted((party.code, party.role, r.confidence) for r in reports for party in r.parties)
    decided = []
    for code, group in groupby(ballots, key=lambda ballot: ballot[0]):
        role = _vote((role if role != "participant" else None, weight) for _, role, weight in group)
        decided.append(Party(code, role or "participant"))
    return tuple(decided)


def _confidence(told: Sequence[Told]) -> float:
    """The chance that at least one source is right, each taken at its best report, if they err apart."""
    best: dict[str, float] = {}
    for each in told:
        best[each.source] = max(best.get(each.source, 0.0), each.report.confidence)
    return round(min(_CERTAIN, 1 - prod(1 - value for value in sorted(best.values()))), 6)
