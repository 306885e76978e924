"""Documents read in batches, in this process or several, while the register is being written."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import chain, islice

from atase.errors import AtaseError
from atase.i18n import _
from atase.report import Document, Report
from atase.workers import workers

Reader = Callable[[Document], list[Report]]
Read = tuple[Document, list[Report] | str]
"""A document with its reports, or with the reason why it could not be read."""


@dataclass(frozen=True, slots=True)
class ReadingPool:
    """Reads batches in the order in which they come, in up to `jobs` processes, a little ahead."""

    reader: Reader
    jobs: int

    def read(self, batches: Iterable[Sequence[Document]]) -> Iterator[list[Read]]:
        """Read every batch. Other processes are only started where there is more than one."""
        coming = iter(batches)
        first = list(islice(coming, 2))
        if self.jobs == 1 or len(first) < 2:
            yield from (_read(self.reader, batch) for batch in chain(first, coming))
            return
        with workers(self.jobs, "spawn") as pool:
            yield from self._ahead(pool, chain(first, coming))

    def _ahead(self, pool: Executor, batches: Iterable[Sequence[Document]]) -> Iterator[list[Read]]:
        waiting: deque[Future[list[Read]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_read, self.reader, batch))
            if len(waiting) > self.jobs + 1:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _read(reader: Reader, batch: Sequence[Document]) -> list[Read]:
    return [(document, _reports(reader, document)) for document in batch]


def _reports(reader: Reader, document: Document) -> list[Report] | str:
    try:
        return reader(document)
    except AtaseError as error:
        return str(error)
    except Exception as error:  # one document that trips the reader must not stop the others
        return _("the reader failed: {error}").format(error=repr(error))
