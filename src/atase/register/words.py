"""What is asked of a register, what it lists, and who speaks to it. Free of Django."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Filter:
    """What activities must be: all that is given, with one value of each sequence that is not empty.

    Of `parties` all must take part; of `between` all and nobody else. `since` and `until` are dates of any
    precision; activities whose date nobody tells lie outside both. Codes are taken as they are. Of `source` and
    `text` all words must be there, whole, however they are capitalised or accented; `"two words"` are looked for in
    that order, `latih*` for a beginning.
    """

    parties: Sequence[str] = ()
    between: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    instruments: Sequence[str] = ()
    groups: Sequence[str] = ()
    stages: Sequence[str] = ()
    states: Sequence[str] = ()
    themes: Sequence[str] = ()
    depths: Sequence[str] = ()  # levels of the instruments' depth scales, such as minister
    confidence: float | None = None  # at least; in hundredths
    source: str | None = None  # its identifier, or words in its title, publisher or address
    text: str | None = None  # words in the evidence, place, series or a source's title


class Order(StrEnum):
    """How activities are listed; those that are alike in it from the newest on. Undated ones are last by date."""

    NEWEST = "newest"
    OLDEST = "oldest"
    CONFIDENCE = "confidence"  # the surest first
    SOURCES = "sources"  # those that most sources tell first
    CHANGED = "changed"  # what came or changed last first
    PRIORITY = "priority"  # what a person should look at first (`priority.toml`): candidates, no others


@dataclass(frozen=True, slots=True)
class Row:
    """An activity in a list: the columns of `atase.schema.ACTIVITIES`, and what the register keeps beside them."""

    activity: str
    state: str
    standing: str  # current, or history where only a person's decision upholds it
    instrument: str
    group: str
    stage: str
    date: str | None
    day: dt.date | None
    end: str | None
    reported: dt.date | None
    place: str | None
    series: str | None
    depth: str | None
    themes: tuple[str, ...]
    parties: tuple[str, ...]
    confidence: float
    reports: int
    sources: int
    changed: int  # the register's revision that changed it last: its version
    concerns: tuple[str, ...]  # why a person should look at it, by the names in `priority.toml`


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list. `next` and `previous` are cursors, None at the ends; `total` counts the whole list."""

    rows: list[Row]
    next: str | None
    previous: str | None
    total: int


@dataclass(frozen=True, slots=True)
class Progress:
    """What was decided on a day: how often each action was taken, and on how many activities; how many candidates
    wait.
    """

    decisions: dict[str, int]
    activities: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, and why.

    `seen` is the register's revision, or the activity's version, that they look at: what changed since is not decided
    on, but told (`atase.register.errors.ChangedError`). None decides whatever it has become.
    """

    who: str
    why: str = ""
    seen: int | None = None
