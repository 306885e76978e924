"""Documents and their reports into the register, a batch at a time, each batch wholly or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from django.utils.timezone import now

from atase.register.grouping import regroup
from atase.register.ids import allot
from atase.register.lineage import roots
from atase.register.models import Block, Report, Source
from atase.register.rows import block_rows, fingerprint, origin, report_rows, source_row
from atase.register.writing import writing
from atase.report import Document
from atase.report import Report as Coded


class Outcome(Enum):
    """What became of a document."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Known:
    """What the register holds already of some documents."""

    versions: dict[str, list[Source]]  # by origin, all of them
    fingerprints: set[str]  # of current sources, wherever they lie

    def has(self, document: Document) -> bool:
        """Whether its newest version, or a copy of it from elsewhere, is there."""
        current = [version for version in self.versions.get(origin(document), ()) if version.current]
        if current:
            return current[0].fingerprint == fingerprint(document)
        return fingerprint(document) in self.fingerprints


def known(alias: str, documents: Sequence[Document]) -> Known:
    """Look up what the register holds of these documents."""
    sources = Source.objects.using(alias).defer("text")
    versions: dict[str, list[Source]] = {}
    for source in sources.filter(origin__in={origin(document) for document in documents}):
        versions.setdefault(source.origin, []).append(source)
    prints = {fingerprint(document) for document in documents}
    copies = sources.filter(fingerprint__in=prints, current=True).values_list("fingerprint", flat=True)
    return Known(versions, set(copies))


def store(alias: str, read: Sequence[tuple[Document, Sequence[Coded]]]) -> list[Outcome]:
    """Keep documents with their reports, and merge, in one transaction. Gives each one's outcome."""
    with writing(alias):
        batch = _Batch(alias, [document for document, _ in read])
        outcomes = [batch.take(document, reports) for document, reports in read]
        batch.write()
        return outcomes


class _Batch:
    """The rows that one transaction writes."""

    def __init__(self, alias: str, documents: Sequence[Document]) -> None:
        self.alias = alias
        self.known = known(alias, documents)
        self.now = now()
        self.ids = allot("s", map(fingerprint, documents), self._taken)
        self.sources: list[Source] = []
        self.reports: list[Report] = []
        self.superseded: list[Source] = []
        self.restored: list[Source] = []

    def _taken(self, ids: set[str]) -> set[str]:
        return set(Source.objects.using(self.alias).filter(id__in=ids).values_list("id", flat=True))

    def take(self, document: Document, reports: Sequence[Coded]) -> Outcome:
        """Sort a document in. One that returns to an earlier text takes up that version again."""
        if self.known.has(document):
            return Outcome.UNCHANGED
        versions = self.known.versions.setdefault(origin(document), [])
        for old in versions:
            if old.current:
                old.current = False
                self.superseded.append(old)
        again = next((old for old in versions if old.fingerprint == fingerprint(document)), None)
        if again is not None:
            again.current = True
            self.restored.append(again)
            return Outcome.CHANGED
        identifier = self.ids.pop(fingerprint(document))
        source = source_row(document, identifier, len(versions) + 1, self.now)
        versions.append(source)
        self.known.fingerprints.add(source.fingerprint)
        self.sources.append(source)
        self.reports += report_rows(source, reports)
        return Outcome.NEW if len(versions) == 1 else Outcome.CHANGED

    def write(self) -> None:
        """Write the rows and merge what they touch."""
        retired = self._turn(self.superseded, current=False)
        Source.objects.using(self.alias).bulk_create(self.sources)
        self._inherit()
        Report.objects.using(self.alias).bulk_create(self.reports)
        revived = self._turn(self.restored, current=True)
        leads = roots(self.alias, {report.activity_id for report in revived if report.activity_id})
        for report in revived:
            report.activity_id = leads.get(report.activity_id or "")
        Report.objects.using(self.alias).bulk_update(revived, ["activity"])
        fresh = [*self.reports, *revived]
        blocks = chain.from_iterable(block_rows(report) for report in fresh)
        Block.objects.using(self.alias).bulk_create(blocks)
        regroup(self.alias, fresh, {report.activity_id for report in retired if report.activity_id})

    def _inherit(self) -> None:
        """A report that says what an earlier version said stays with that one's activity."""
        keys = [report.key for report in self.reports if report.source.version > 1]
        past = Report.objects.using(self.alias).filter(key__in=keys, current=False).order_by("id")
        heirs = dict(past.values_list("key", "activity_id"))
        leads = roots(self.alias, filter(None, heirs.values()))
        for report in self.reports:
            report.activity_id = leads.get(heirs.get(report.key) or "")

    def _turn(self, sources: Iterable[Source], *, current: bool) -> list[Report]:
        """Make versions of sources current or past, and their reports with them, which are given back."""
        ids = [source.id for source in sources]
        Source.objects.using(self.alias).filter(id__in=ids).update(current=current)
        reports = Report.objects.using(self.alias).filter(source_id__in=ids)
        reports.update(current=current)
        if not current:
            Block.objects.using(self.alias).filter(report__source_id__in=ids).delete()
        return list(reports.select_related("source").defer("source__text"))
