"""Many documents into the register: what is there already is left alone, the rest is read and stored."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from atase.documents import Failure
from atase.register.adding import Outcome, known, store
from atase.register.reading import Read, ReadingPool
from atase.register.rows import origin
from atase.report import Document

_BATCH = 50
"""Documents that are kept in one transaction: a run that is killed loses no more than these."""


@dataclass
class Summary:
    """What became of the documents that were to be added. `reports` counts those of new and changed ones."""

    new: int = 0
    unchanged: int = 0
    changed: int = 0
    reports: int = 0
    failed: list[Failure] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many documents are in the register now, whether by this run or before."""
        return self.new + self.unchanged + self.changed

    def count(self, outcome: Outcome, reports: int) -> None:
        """One more document that came to this."""
        if outcome is Outcome.UNCHANGED:
            self.unchanged += 1
            return
        self.reports += reports
        if outcome is Outcome.NEW:
            self.new += 1
        else:
            self.changed += 1


class Intake:
    """One run of adding. `progress` is called with the number of documents dealt with since the last call."""

    def __init__(self, alias: str, pool: ReadingPool, progress: Callable[[int], None]) -> None:
        self.alias, self.pool, self.progress = alias, pool, progress
        self.summary = Summary()

    def run(self, documents: Iterable[Document | Failure]) -> Summary:
        """Take the documents in, a batch at a time."""
        for batch in self.pool.read(self._fresh(_batches(self._readable(documents)))):
            self._store(batch)
        return self.summary

    def _readable(self, documents: Iterable[Document | Failure]) -> Iterator[Document]:
        for document in documents:
            if isinstance(document, Document):
                yield document
            else:
                self.summary.failed.append(document)
                self.progress(1)

    def _fresh(self, batches: Iterable[list[Document]]) -> Iterator[list[Document]]:
        for batch in batches:
            there = known(self.alias, batch)
            fresh = [document for document in batch if not there.has(document)]
            self.summary.unchanged += len(batch) - len(fresh)
            self.progress(len(batch) - len(fresh))
            if fresh:
                yield fresh

    def _store(self, batch: list[Read]) -> None:
        read = [(document, reports) for document, reports in batch if not isinstance(reports, str)]
        for (_, reports), outcome in zip(read, store(self.alias, read), strict=True):
            self.summary.count(outcome, len(reports))
        for document, why in batch:
            if isinstance(why, str):
                name = document.path or document.url or document.id or document.title
                self.summary.failed.append(Failure(name, why))
        self.progress(len(batch))


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Batches in which no two documents are versions of one source."""
    batch: dict[str, Document] = {}
    for document in documents:
        if origin(document) in batch or len(batch) == _BATCH:
            yield list(batch.values())
            batch = {}
        batch[origin(document)] = document
    if batch:
        yield list(batch.values())
