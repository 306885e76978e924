"""Who acts, and the words that stand for them."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "name",
    "demonym",
    "capital",
    "metonym",
    "office",
    "service",
    "firm",
    "series",
    "forum",
    "person",
    "place",
    "nobody",
]
Implies = Literal["always", "home"]
RANKS = ("working_level", "senior_official", "service_chief", "chief_of_defence", "minister", "leader")
"""Ranks of an office, lowest first."""


def within(on: str, start: str | None, end: str | None) -> bool:
    """Whether a date falls between two others, all ISO 8601 of any precision; None is open.

    Dates are compared as far as the coarser of the two goes: 2024 is within 2024-05-17 and open.
    """
    return (start is None or start[: len(on)] <= on[: len(start)]) and (end is None or on[: len(end)] <= end[: len(on)])


@dataclass(frozen=True, slots=True)
class Spell:
    """A time during which a state or organisation existed: ISO dates, both inclusive, None is open."""

    start: str | None
    end: str | None

    def covers(self, on: str) -> bool:
        """Whether the date `on` falls into it."""
        return within(on, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """A state (ISO 3166 alpha-3 code) or an organisation (code of the codebook).

    `cow` and `gw` are its numbers in the Correlates of War and Gleditsch-Ward lists, the present one
    first. The first of `successors` continues the state, the others broke away from it.
    """

    code: str
    kind: Literal["state", "organisation"]
    name_en: str
    name_id: str
    spells: tuple[Spell, ...]
    iso2: str | None = None
    cow: tuple[int, ...] = ()
    gw: tuple[int, ...] = ()
    region: str | None = None
    successors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    def name(self, lang: str) -> str:
        """Its name in Indonesian (`id`), or in English for every other language."""
        return self.name_id if lang == "id" else self.name_en

    def exists(self, on: str) -> bool:
        """Whether it existed on a date of any precision."""
        return any(spell.covers(on) for spell in self.spells)


@dataclass(frozen=True, slots=True)
class Name:
    """A form that a text may use, and whom it stands for.

    `codes` lists everybody whom it may stand for: one, several where it is ambiguous (or where an
    exercise series has several usual members), or none (kinds `place` and `nobody`: "Indian Ocean" is
    no India, "British Airways" no United Kingdom).
    `code` is that of an unambiguous form, else None. `cased`: only this capitalisation counts.
    `implies` tells how it stands for them: always, or only as the document's own ("Menhan") where
    no other state is named with it. `entry` is the canonical name of the series, forum, firm,
    person or place that the form belongs to. `start` and `end` bound its validity (ISO dates, None is open).
    """

    text: str
    codes: tuple[str, ...]
    kind: Kind
    cased: bool = False
    start: str | None = None
    end: str | None = None
    implies: Implies = "always"
    rank: str | None = None
    entry: str = ""
    why: str = ""

    @property
    def code(self) -> str | None:
        """The one whom it stands for, or None."""
        return self.codes[0] if len(self.codes) == 1 and self.kind != "series" else None

    @property
    def ambiguous(self) -> bool:
        """Whether only the context can tell for whom it stands."""
        return len(self.codes) > 1 and self.kind != "series"

    def valid(self, on: str) -> bool:
        """Whether it stands for them on a date of any precision."""
        return within(on, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring exercise, its usual members and host, and the years it has been held in."""

    name: str
    members: tuple[str, ...]
    host: str | None
    domain: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Forum:
    """A standing meeting: the organisation that it belongs to, its host and, where fixed, its members."""

    name: str
    code: str | None
    host: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A city, base, sea or region that is no party.

    `state` is the one in whose territory it lies; None where several claim it, or none has it.
    """

    name: str
    state: str | None
