"""What is asked of a register, and who speaks to it. Free of Django."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """What activities must be: all that is given, with one value of each sequence that is not empty.

    Of `parties` all must take part; of `between` all and nobody else. `since` and `until` are dates of any
    precision; activities whose date nobody tells lie outside both. Codes are taken as they are.
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
    source: str | None = None  # its identifier, or words in its title, publisher or address
    text: str | None = None  # words in the evidence, place, series or a source's title


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, and why."""

    who: str
    why: str = ""
