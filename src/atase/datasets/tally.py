"""Counts of what became of a file's rows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from atase.datasets.outcome import Outcome, Reject


@dataclass(slots=True)
class Tally:
    """Rows, reports, and rejects by reason: of rows outside the scheme, and of rows not understood."""

    reports: int = 0
    outside: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        """All rows: reports and rejects."""
        return self.reports + self.outside.total() + self.unread.total()

    def count(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Pass outcomes on and count them."""
        for outcome in outcomes:
            if isinstance(outcome, Reject):
                (self.outside if outcome.outside else self.unread)[outcome.reason] += 1
            else:
                self.reports += 1
            yield outcome
