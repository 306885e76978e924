"""The register as other rooms use it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atase.register import frames as framing
from atase.register.adding import Outcome, known, store
from atase.register.errors import plainly
from atase.register.reading import Reader, ReadingPool
from atase.register.rows import origin
from atase.report import Document

if TYPE_CHECKING:
    import polars as pl

_BATCH = 50


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that was not added, and why."""

    path: str
    reason: str


@dataclass
class Summary:
    """What became of the documents that were to be added."""

    new: int = 0
    unchanged: int = 0
    changed: int = 0
    reports: int = 0
    failed: list[Failure] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many documents are in the register now, whether by this run or before."""
        return self.new + self.unchanged + self.changed


@dataclass(frozen=True, slots=True)
class Register:
    """An open register. `alias` is Django's name for its database, `location` the user's."""

    alias: str
    location: str

    def add(
        self,
        documents: Iterable[Document | Failure],
        reader: Reader | None = None,
        jobs: int = 1,
        progress: Callable[[int], None] | None = None,
    ) -> Summary:
        """Read documents and keep them with their reports, merged with what is there.

        What is committed stays, however the run ends; a run that was stopped goes on when it is started
        again, for documents that are there already are not read again.

        Args:
            documents: what is to be added; failures among them are listed in the summary.
            reader: makes reports of a document, as `atase.reader` does by default; importable by name where
                `jobs` exceeds 1.
            jobs: how many processes read.
            progress: called with the number of documents that were dealt with since the last call.

        Raises:
            AtaseError: the register cannot be written.
        """
        summary = Summary()
        done = progress or (lambda count: None)
        with plainly(self.location):
            fresh = self._fresh(_batches(documents, summary, done), summary, done)
            for batch in ReadingPool(reader or _reader(), jobs).read(fresh):
                readable = [(document, reports) for document, reports in batch if not isinstance(reports, str)]
                outcomes = store(self.alias, readable)
                for (_, reports), outcome in zip(readable, outcomes, strict=True):
                    _count(summary, outcome)
                    summary.reports += 0 if outcome is Outcome.UNCHANGED else len(reports)
                summary.failed += [Failure(_name(document), why) for document, why in batch if isinstance(why, str)]
                done(len(batch))
        return summary

    def frames(self) -> "dict[str, pl.DataFrame]":
        """Its content as Polars frames, one for each schema of `atase.schema.FRAMES`."""
        with plainly(self.location):
            return framing.frames(self.alias)

    def _fresh(
        self, batches: Iterable[list[Document]], summary: Summary, done: Callable[[int], None]
    ) -> Iterator[list[Document]]:
        """The documents that are not there yet."""
        for batch in batches:
            there = known(self.alias, batch)
            fresh = [document for document in batch if not there.has(document)]
            summary.unchanged += len(batch) - len(fresh)
            done(len(batch) - len(fresh))
            if fresh:
                yield fresh


def _reader() -> Reader:
    from atase.reader.reading import read  # its dictionaries are only loaded where something is read

    return read


def _count(summary: Summary, outcome: Outcome) -> None:
    setattr(summary, outcome.value, getattr(summary, outcome.value) + 1)


def _name(document: Document) -> str:
    return document.path or document.url or document.id or document.title


def _batches(
    documents: Iterable[Document | Failure], summary: Summary, done: Callable[[int], None]
) -> Iterator[list[Document]]:
    """Batches in which no two documents are versions of one source."""
    batch: dict[str, Document] = {}
    for document in documents:
        if isinstance(document, Failure):
            summary.failed.append(document)
            done(1)
            continue
        if origin(document) in batch or len(batch) == _BATCH:
            yield list(batch.values())
            batch = {}
        batch[origin(document)] = document
    if batch:
        yield list(batch.values())
