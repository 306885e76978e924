"""Documents and their reports into the register, a batch at a time, each batch wholly or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.timezone import now

from atase.register.grouping import regroup
from atase.register.ids import allot
from atase.register.models import Report, Source
from atase.register.rows import fingerprint, origin, report_rows, source_row
from atase.register.versions import inherit, open_to_merging, revive, turn
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
        retired = turn(self.alias, self.superseded, current=False)
        Source.objects.using(self.alias).bulk_create(self.sources)
        inherit(self.alias, self.reports)
        Report.objects.using(self.alias).bulk_create(self.reports)
        revived = turn(self.alias, self.restored, current=True)
        revive(self.alias, revived)
        fresh = [*self.reports, *revived]
        open_to_merging(self.alias, fresh)
        regroup(self.alias, fresh, {report.activity_id for report in retired if report.activity_id})
