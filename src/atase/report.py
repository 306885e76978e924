"""The words that every room shares: a document, a report about it, and the evidence for that.

The chain is Source -> Report -> Activity -> Relation -> Brief (docs/architecture.md). What a source
says travels through it as these frozen dataclasses; they know no database and no file format.
"""

from dataclasses import dataclass, field
from hashlib import sha256

TITLE = -1
"""Offset of evidence that stands in the title alone."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what its file, page or user says about it. `text` excludes the title.

    `date` is an ISO 8601 date, perhaps of reduced precision (`atase.when`), or None where unknown;
    `lang` is an ISO 639-1 code, or None to have the reader find it.
    """

    text: str
    title: str = ""
    date: str | None = None
    lang: str | None = None
    id: str = ""
    publisher: str = ""
    url: str = ""
    licence: str = ""
    path: str = ""

    @property
    def sha256(self) -> str:
        """Hex digest of title and text: the identity of this version's content."""
        return sha256(f"{self.title}\n{self.text}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the source says so: character offsets into the text, end exclusive, and the words.

    `start == end == TITLE` where the evidence stands in the title alone.
    """

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Party:
    """A state (ISO 3166 alpha-3) or organisation (codebook code) and its part in the activity."""

    code: str
    role: str = "participant"  # or host, guest, supplier, recipient, contributor, actor, target, mediator


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count given in the source: 200 troops, 6 ships, 1.1e9 EUR. `of` names what is counted."""

    amount: float
    of: str  # troops, ships, aircraft, vehicles, units, or an ISO 4217 currency


@dataclass(frozen=True, slots=True)
class Report:
    """One claim in one source. Immutable: a correction is a decision about it, not a change to it.

    `parties` are sorted by code; `themes` likewise. `date` is when it happens or happened (its first
    day), `end` its last where told. `confidence` is a probability between 0 and 1.
    """

    instrument: str
    parties: tuple[Party, ...]
    stage: str
    evidence: tuple[Evidence, ...]
    coder: str
    coder_version: str
    confidence: float
    date: str | None = None
    end: str | None = None
    place: str | None = None
    series: str | None = None
    depth: str | None = None  # a level of the instrument's depth scale in the codebook
    themes: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    detail: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def codes(self) -> tuple[str, ...]:
        """The parties' codes, sorted, each once."""
        return tuple(sorted({party.code for party in self.parties}))
