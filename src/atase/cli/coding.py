"""Documents coded by several processes, streamed in the order of the input."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atase.documents import Failure
from atase.i18n import _
from atase.reader import read
from atase.report import Document, Report
from atase.workers import workers

if TYPE_CHECKING:
    from concurrent.futures import Future

_BATCH = 64
_BATCH_SIZE = 200_000
"""Documents, and characters, after which a batch is handed to a process: enough to make the handing cheap."""
_WAITING = 4
"""Batches in the air for each process; what bounds the memory."""

Entry = Document | Failure


@dataclass(frozen=True, slots=True)
class Coded:
    """A document and the activities that it reports."""

    document: Document
    reports: list[Report]


def code_all(entries: Iterable[Entry], min_confidence: float | None, jobs: int) -> Iterator[Coded | Failure]:
    """Code every document; failures are passed on, and a document that breaks the reader becomes one."""
    batches = _batches(entries)
    if jobs == 1:
        for batch in batches:
            yield from _with_documents(batch, _code(batch, min_confidence))
        return
    with workers(jobs) as pool:
        waiting: deque[tuple[list[Entry], Future[list[list[Report] | Failure]]]] = deque()
        for batch in batches:
            waiting.append((batch, pool.submit(_code, batch, min_confidence)))
            if len(waiting) >= jobs * _WAITING:
                first, coded = waiting.popleft()
                yield from _with_documents(first, coded.result())
        for first, coded in waiting:
            yield from _with_documents(first, coded.result())


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        batch.append(entry)
        size += len(entry.text) if isinstance(entry, Document) else 0
        if len(batch) >= _BATCH or size >= _BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _with_documents(batch: list[Entry], coded: list[list[Report] | Failure]) -> Iterator[Coded | Failure]:
    """What was made of a batch, beside its documents, which are not sent back."""
    for entry, made in zip(batch, coded, strict=True):
        if isinstance(made, Failure):
            yield made
        elif isinstance(entry, Document):
            yield Coded(entry, made)


def _code(batch: list[Entry], min_confidence: float | None) -> list[list[Report] | Failure]:
    return [entry if isinstance(entry, Failure) else _one(entry, min_confidence) for entry in batch]


def _one(document: Document, min_confidence: float | None) -> list[Report] | Failure:
    try:
        return read(document, min_confidence=min_confidence)
    except Exception as error:  # one document must not stop a batch of thousands
        name = type(error).__name__
        return Failure(document.path or document.id, _("could not be coded ({name})").format(name=name))
