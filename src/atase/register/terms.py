"""The terms under which an activity is found, and what is asked of them. Pure.

Everything that a list can be filtered by is a word in an inverted index: what is coded (`party_aus`,
`instrument_visit`), and the words of the evidence and its sources. So any combination of filters is one walk along
a few sorted lists, in SQLite's FTS5 as in PostgreSQL's tsvector (`atase.register.engines`).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from atase.register.words import Filter

COLUMNS = ("codes", "told", "title", "publisher")
_TEXT = ("told", "title")
_SOURCE = ("title", "publisher")
_PIECE = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other in one of the columns; of the last perhaps the beginning only."""

    columns: tuple[str, ...]
    words: tuple[str, ...]
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """All of the parts, at least one."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of the parts, at least one."""

    parts: tuple["Query", ...]


Query = Phrase | Every | Either
_NOTHING = Phrase(("codes",), ("nothing",))  # codes have an underscore: nobody has this


@dataclass(frozen=True, slots=True)
class Terms:
    """An activity's words in each of `COLUMNS`, with a space between."""

    codes: str
    told: str
    title: str
    publisher: str


def words(text: str) -> list[str]:
    """The words of a text: without accents and capitals."""
    plain = unicodedata.normalize("NFKD", text)
    return re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold())


def text(parts: Iterable[str | None]) -> str:
    """The words of some texts, each text once."""
    return " ".join(word for part in dict.fromkeys(filter(None, parts)) for word in words(part))


def code(kind: str, *values: str) -> str:
    """The one word that stands for a code of a kind."""
    return "_".join([kind, *words(" ".join(values))])


def sureness(confidence: float) -> list[str]:
    """The words for a confidence: its tenth and its hundredth."""
    hundredth = hundredths(confidence)
    return [f"tenth_{hundredth // 10}", f"hundredth_{hundredth}"]


def hundredths(confidence: float) -> int:
    """A confidence as people read it, in whole hundredths."""
    return min(max(round(confidence * 100), 0), 100)


def during(first: date, last: date) -> list[str]:
    """The words for the years that a spell touches; none for a single day."""
    return [f"during_{year}" for year in range(first.year, last.year + 1)] if last > first else []


def asked(wanted: Filter) -> list[Query]:
    """What a filter asks of an activity's terms: every one of these. Its dates are not among them."""
    found: list[Query] = [_coded("party", each) for each in dict.fromkeys(wanted.parties)]
    if wanted.between:
        found.append(_coded("all", *sorted(set(wanted.between))))
    choices = {
        "instrument": wanted.instruments,
        "group": wanted.groups,
        "stage": wanted.stages,
        "state": wanted.states,
        "theme": wanted.themes,
        "depth": wanted.depths,
    }
    found += [Either(tuple(_coded(kind, each) for each in values)) for kind, values in choices.items() if values]
    if wanted.confidence is not None:
        found.append(_sure(wanted.confidence))
    if wanted.source:
        found.append(Either((_coded("source", wanted.source), Every(tuple(_pieces(_SOURCE, wanted.source))))))
    if wanted.text:
        found += _pieces(_TEXT, wanted.text)
    return found


def _coded(kind: str, *values: str) -> Phrase:
    return Phrase(("codes",), (code(kind, *values),))


def touching(year: int) -> Phrase:
    """Whether a spell touches a year."""
    return Phrase(("codes",), (f"during_{year}",))


def _sure(least: float) -> Either:
    floor = hundredths(least)
    tenth = -(-floor // 10)
    known = [f"hundredth_{each}" for each in range(floor, tenth * 10)]
    return Either(tuple(Phrase(("codes",), (word,)) for word in [*known, *(f"tenth_{n}" for n in range(tenth, 11))]))


def _pieces(columns: tuple[str, ...], said: str) -> Iterator[Query]:
    """Each word and each phrase in quotation marks of what a user typed."""
    pieces = [(quoted or bare, bare.endswith("*")) for quoted, bare in _PIECE.findall(said)]
    known = [(tuple(words(piece)), beginning) for piece, beginning in pieces if words(piece)]
    yield from [Phrase(columns, *each) for each in known] or [_NOTHING]
