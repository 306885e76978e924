"""What a format hands over, and what is said of what it cannot."""

from dataclasses import dataclass, field

from atase.errors import AtaseError

FIELDS = ("id", "text", "title", "date", "lang", "publisher", "url", "licence")
"""What a file may say about a document; the names of columns, JSON keys and front matter lines."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that was left out, and why: one line that says what is wrong and what to do."""

    path: str
    reason: str
    row: int | None = None

    def __str__(self) -> str:
        place = self.path if self.row is None else f"{self.path}, row {self.row}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as its file tells it. `row` counts from 1 in files that hold many."""

    fields: dict[str, str] = field(default_factory=dict)  # of FIELDS; what the file does not say is missing
    row: int | None = None


class UnreadableError(AtaseError):
    """A file, or one row of it, that gives no document. The message is the reason, without the path."""

    def __init__(self, reason: str, row: int | None = None) -> None:
        super().__init__(reason)
        self.row = row
