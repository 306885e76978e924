"""A dataset's file into the register: wholly or not at all, and compared with its last version."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from django.utils.timezone import now

from atase.datasets import Reject, Tally, Told, read
from atase.register.adding import Outcome
from atase.register.batches import batched
from atase.register.datafiles import DataFile, coverage_row, report_rows, source_row, span
from atase.register.grouping import regroup
from atase.register.ids import allot
from atase.register.models import Coverage, Report, Source
from atase.register.versions import inherit, open_to_merging, revive, turn
from atase.register.writing import writing

_ROWS = 1_000
"""Reports that are merged at once."""
_SAID = (
    *("instrument", "stage", "date", "end", "place", "series", "depth", "themes", "parties", "evidence"),
    *("quantities", "detail", "confidence"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """A report that a new version added, changed or no longer has; `fields` are those that differ."""

    kind: Literal["added", "changed", "gone"]
    report: Report
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file. `changes` compare it with the version before, and are none without one."""

    outcome: Outcome
    tally: Tally
    changes: list[Change] = field(default_factory=list)


def take(alias: str, file: DataFile, rejected: Callable[[Reject], None]) -> Imported:
    """Keep a file's reports, and merge, in one transaction. A file that is there already is not read again."""
    current = Source.objects.using(alias).filter(origin=file.origin, current=True).first()
    if current is not None and current.fingerprint == file.fingerprint:
        _declare_anew(alias, current, file)
        return Imported(Outcome.UNCHANGED, Tally())
    tally = Tally()
    told = list(_told(file, tally, rejected))
    with writing(alias):
        versions = list(Source.objects.using(alias).filter(origin=file.origin))
        past = turn(alias, [version for version in versions if version.current], current=False)
        again = next((version for version in versions if version.fingerprint == file.fingerprint), None)
        fresh = _restored(alias, again) if again else _added(alias, file, len(versions) + 1, told, tally)
        open_to_merging(alias, fresh)
        _merge(alias, [report.pk for report in fresh], {report.activity_id for report in past if report.activity_id})
    return Imported(
        Outcome.CHANGED if versions else Outcome.NEW, tally, list(_changes(past, fresh)) if versions else []
    )


def _told(file: DataFile, tally: Tally, rejected: Callable[[Reject], None]) -> Iterator[Told]:
    for outcome in tally.count(read(file.card.name, file.path)):
        if isinstance(outcome, Told):
            yield outcome
        else:
            rejected(outcome)


def _added(alias: str, file: DataFile, version: int, told: list[Told], tally: Tally) -> list[Report]:
    sources = Source.objects.using(alias)
    [identifier] = allot(
        "s", [file.fingerprint], lambda ids: set(sources.filter(id__in=ids).values_list("id", flat=True))
    ).values()
    source = source_row(file, identifier, version, now())
    reports = report_rows(source, file.card, told)
    sources.bulk_create([source])
    Coverage.objects.using(alias).bulk_create([coverage_row(source, file, told, tally)])
    inherit(alias, reports)
    Report.objects.using(alias).bulk_create(reports, batch_size=_ROWS)
    return reports


def _restored(alias: str, version: Source) -> list[Report]:
    """A file that returns to an earlier content takes up that version again."""
    reports = turn(alias, [version], current=True)
    revive(alias, reports)
    return reports


def _merge(alias: str, reports: list[int], touched: set[str]) -> None:
    """Merge a part at a time: the result is the same, and memory stays small."""
    for some in batched(reports, _ROWS):
        regroup(alias, Report.objects.using(alias).filter(pk__in=some).select_related("source").defer("source__text"))
    for activities in batched(sorted(touched), _ROWS):
        regroup(alias, (), activities)


def _changes(past: list[Report], fresh: list[Report]) -> Iterator[Change]:
    before = {report.key: report for report in past}
    for report in fresh:
        old = before.pop(report.key, None)
        if old is None:
            yield Change("added", report)
        elif fields := tuple(name for name in _SAID if getattr(old, name) != getattr(report, name)):
            yield Change("changed", report, fields)
    for gone in before.values():
        yield Change("gone", gone)


def _declare_anew(alias: str, source: Source, file: DataFile) -> None:
    """What its user says now of what a file covers, where it was not said so when it came."""
    told: dict[str, str] = {"places": " ".join(file.places)} if file.places else {}
    if file.years:
        told |= dict(zip(("first", "last"), span(file.years), strict=True))
    if told:
        Coverage.objects.using(alias).filter(source=source).update(**told)
