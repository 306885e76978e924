"""New versions of sources: what is told now, what was told before, and what both tell alike."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from django.db import connections

from atase.register.batches import batched
from atase.register.lineage import roots
from atase.register.models import Block, Report, Source
from atase.register.rows import block_rows

_BLOCK = """
    INSERT INTO register_block (report_id, pair, family, voice, first, last) VALUES (%s, %s, %s, %s, %s, %s)"""
_ROWS = 5_000
"""Rows that one statement or list holds at the most."""


def turn(alias: str, sources: Iterable[Source], *, current: bool) -> list[Report]:
    """Make versions of sources current or past, and their reports with them, which are given back."""
    ids = [source.id for source in sources]
    Source.objects.using(alias).filter(id__in=ids).update(current=current)
    reports = Report.objects.using(alias).filter(source_id__in=ids, withdrawn=False)
    reports.update(current=current)
    if not current:
        Block.objects.using(alias).filter(report__source_id__in=ids).delete()
    return list(reports.select_related("source").defer("source__text"))


def withdraw(alias: str, reports: Collection[int]) -> None:
    """Count reports no longer, in whatever version of their source."""
    Report.objects.using(alias).filter(pk__in=reports).update(current=False, withdrawn=True)
    Block.objects.using(alias).filter(report__in=reports).delete()


def inherit(alias: str, reports: Iterable[Report]) -> None:
    """A report that says what an earlier version said stays with that one's activity."""
    later = {report.key: report for report in reports if report.source.version > 1}
    for keys in batched(later, _ROWS):
        past = Report.objects.using(alias).filter(key__in=keys, current=False).order_by("id")
        heirs = dict(past.values_list("key", "activity_id"))
        leads = roots(alias, filter(None, heirs.values()))
        for key in keys:
            later[key].activity_id = leads.get(heirs.get(key) or "")


def revive(alias: str, reports: Sequence[Report]) -> None:
    """Lead reports that are told again to what their activities have become since."""
    for some in batched(reports, _ROWS):
        leads = roots(alias, {report.activity_id for report in some if report.activity_id})
        for report in some:
            report.activity_id = leads.get(report.activity_id or "")
        Report.objects.using(alias).bulk_update(some, ["activity"], batch_size=_ROWS)


def open_to_merging(alias: str, reports: Iterable[Report]) -> None:
    """Let merging find these reports."""
    with connections[alias].cursor() as cursor:
        for some in batched(chain.from_iterable(map(block_rows, reports)), _ROWS):
            cursor.executemany(_BLOCK, some)
