"""Documents coded by several processes, streamed in the order of the input."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from atase.documents import Failure
from atase.i18n import _
from atase.reader import read
from atase.report import Document, Report
from atase.workers import workers

if TYPE_CHECKING:
    from concurrent.futures import Future

_BATCH = 16
"""Documents handed to a process at once: enough to make the handing cheap."""
_WAITING = 4
"""Batches in the air for each process; what bounds the memory."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A document and the activities that it reports."""

    document: Document
    reports: list[Report]


def code_all(
    entries: Iterable[Document | Failure], min_confidence: float | None, jobs: int
) -> Iterator[Coded | Failure]:
    """Code every document; failures are passed on, and a document that breaks the reader becomes one."""
    batches = _batches(entries)
    if jobs == 1:
        for batch in batches:
            yield from _code(batch, min_confidence)
        return
    with workers(jobs) as pool:
        waiting: deque[Future[list[Coded | Failure]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_code, batch, min_confidence))
            if len(waiting) >= jobs * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _batches(entries: Iterable[Document | Failure]) -> Iterator[list[Document | Failure]]:
    remaining = iter(entries)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _code(batch: list[Document | Failure], min_confidence: float | None) -> list[Coded | Failure]:
    return [entry if isinstance(entry, Failure) else _one(entry, min_confidence) for entry in batch]


def _one(document: Document, min_confidence: float | None) -> Coded | Failure:
    try:
        return Coded(document, read(document, min_confidence=min_confidence))
    except Exception as error:  # one document must not stop a batch of thousands
        name = type(error).__name__
        return Failure(document.path or document.id, _("could not be coded ({name})").format(name=name))
