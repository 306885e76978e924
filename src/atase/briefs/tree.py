"""What a brief is: a tree of plain text that every format draws in its own way.

All texts in the tree are plain: no markup of any format, no control characters. A renderer escapes
each of them, so nothing that a source says can become markup.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

State = Literal["candidate", "confirmed"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said, and the numbers of the references that it rests on. Also a cell of a table.

    `lead` are its first words, set apart; `state` marks what a person has confirmed and what only a
    machine has read; `quote` is the sentence that a reader should see at once, in the language of its source.
    """

    text: str
    evidence: tuple[int, ...] = ()
    state: State | None = None
    lead: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows, up to the next one."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Statements in a list."""

    items: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Statements in a frame: what to know when there is time for nothing else. A note tells how to read them."""

    title: str
    items: tuple[Statement, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column. `weight` is its share of the width; numbers stand to the right."""

    title: str
    weight: float = 1
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of statements under column heads, and a note on what is left out or how to read it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Statement, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a Vega-Lite specification: its title, the same in words for who cannot see it, a note."""

    title: str
    spec: dict[str, Any] = field(hash=False)
    alt: str
    note: str = ""


Block = Heading | Statement | Bullets | Box | Table | Picture


@dataclass(frozen=True, slots=True)
class Reference:
    """One sentence in one source. `date` is written in the brief's language; `url` is http(s) or empty.

    `activity` is the first activity that it was cited for.
    """

    number: int
    quote: str
    title: str
    publisher: str
    date: str
    lang: str
    url: str
    coder: str
    activity: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """The answer that a person takes along. `appendix` holds what was too long for `body`."""

    title: str
    kind: str  # what sort of brief this is, in words
    lang: str
    on: date
    dated: str  # the day `on`, written in the brief's language
    basis: str  # one line: which sources the brief rests on
    body: tuple[Block, ...]
    appendix: tuple[Block, ...]
    references: tuple[Reference, ...]
