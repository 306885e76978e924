"""Every form that stands for somebody, read from the tables in `data/`."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

from atase.actors.model import RANKS, Forum, Implies, Kind, Name, Place, Series
from atase.actors.registry import actors
from atase.actors.tables import DATA, Row, rows
from atase.errors import AtaseError

_NAMES = ("code", "kind", "forms", "cased", "start", "end", "why")
_OFFICES = ("name", "lang", "code", "implies", "rank", "start", "end", "note")
_SERVICES = ("name", "lang", "code", "implies", "branch", "rank", "note")
_FIRMS = ("name", "code", "cased", "note")
_SERIES = ("name", "variants", "members", "host", "domain", "since", "until", "note")
_FORUMS = ("name", "variants", "code", "host", "members", "note")
_PERSONS = ("name", "variants", "code", "office", "rank", "start", "end")
_PLACES = ("name", "variants", "state")

_KINDS_OF_NAMES = ("name", "demonym", "capital", "metonym", "nobody")


@cache
def names(lang: str) -> tuple[Name, ...]:
    """Every form that a text in a language may use.

    Raises:
        AtaseError: no file `names/<lang>.csv` exists.
    """
    return tuple(load_names(DATA, lang))


@cache
def series() -> Mapping[str, Series]:
    """The exercise series by canonical name."""
    known = actors()
    return MappingProxyType({row.text("name"): _series(row, known) for row in rows(DATA / "series.csv", _SERIES)})


@cache
def forums() -> Mapping[str, Forum]:
    """The standing meetings by canonical name."""
    known = actors()
    return MappingProxyType({row.text("name"): _forum(row, known) for row in rows(DATA / "forums.csv", _FORUMS)})


@cache
def places() -> Mapping[str, Place]:
    """The cities, bases, seas and regions by canonical name; they are no parties."""
    known = actors()
    return MappingProxyType(
        {
            row.text("name"): Place(row.text("name"), row.code("state", known))
            for row in rows(DATA / "places.csv", _PLACES)
        }
    )


def languages() -> tuple[str, ...]:
    """The languages that have a file of names."""
    return tuple(sorted(path.stem for path in (DATA / "names").glob("*.csv")))


def load_names(data: Path, lang: str) -> Iterator[Name]:
    """Read and check every form of a language from the tables of a folder.

    Raises:
        AtaseError: the language has no file, or a row is broken; the message names file and line.
    """
    path = data / "names" / f"{lang}.csv"
    if not path.exists():
        raise AtaseError(f"no names in the language {lang!r}: {path.name} is missing in actors/data/names")
    known = actors()
    for row in rows(path, _NAMES):
        yield from _of_names(row, known)
    for row in rows(data / "offices.csv", _OFFICES):
        if row.cells["lang"] in ("", lang):
            yield _of_bearer(row, known, "office", row.period("start", "end"))
    for row in rows(data / "services.csv", _SERVICES):
        if row.cells["lang"] in ("", lang):
            yield _of_bearer(row, known, "service", (None, None))
    for row in rows(data / "firms.csv", _FIRMS):
        cased = row.flag("cased")
        yield from _of_entry(row, "firm", row.codes("code", known), row.forms("name"), cased)
    for row in rows(data / "persons.csv", _PERSONS):
        yield from _of_person(row, known)
    for row in rows(data / "series.csv", _SERIES):
        # "Bright Star" is an exercise, a bright star is none.
        members = row.codes("members", known)
        yield from _of_entry(row, "series", members, row.forms("name", "variants"), cased=True)
    for row in rows(data / "forums.csv", _FORUMS):
        yield from _of_entry(row, "forum", row.codes("code", known), row.forms("name", "variants"))
    for row in rows(data / "places.csv", _PLACES):
        yield from _of_entry(row, "place", (), row.forms("name", "variants"), cased=True)


def _of_names(row: Row, known: Collection[str]) -> Iterator[Name]:
    kind = cast("Kind", row.choice("kind", _KINDS_OF_NAMES))
    codes = row.codes("code", known)
    if (kind == "nobody") != (not codes):
        raise row.error("code must be empty where the kind is nobody, and only there")
    start, end = row.period("start", "end")
    for form in row.forms("forms"):
        yield Name(form, codes, kind, row.flag("cased") or form.isupper(), start, end, why=row.cells["why"])


def _of_bearer(row: Row, known: Collection[str], kind: Kind, period: tuple[str | None, str | None]) -> Name:
    text = row.text("name")
    codes = row.codes("code", known)
    implies = cast("Implies", row.choice("implies", ("always", "home")))
    if implies == "always" and not codes:
        raise row.error("code is empty, so implies must be home")
    return Name(text, codes, kind, text.isupper(), *period, implies, _rank(row), why=row.cells["note"])


def _of_entry(
    row: Row, kind: Kind, codes: tuple[str, ...], forms: tuple[str, ...], cased: bool | None = None
) -> Iterator[Name]:
    """The forms of a row; where it is not told, a single word counts only as it is written."""
    for form in forms:
        exact = form.isupper() or (" " not in form if cased is None else cased)
        yield Name(form, codes, kind, exact, entry=row.text("name"), why=row.cells.get("note", ""))


def _of_person(row: Row, known: Collection[str]) -> Iterator[Name]:
    start, end = row.period("start", "end")
    name = row.text("name")
    for form in row.forms("name", "variants"):
        yield Name(
            form,
            row.codes("code", known),
            "person",
            cased=True,
            start=start,
            end=end,
            rank=_rank(row),
            entry=name,
            why=row.cells["office"],
        )


def _rank(row: Row) -> str | None:
    return row.choice("rank", ("", *RANKS)) or None


def _series(row: Row, known: Collection[str]) -> Series:
    return Series(
        row.text("name"),
        row.codes("members", known),
        row.code("host", known),
        row.cells["domain"],
        *row.period("since", "until"),
    )


def _forum(row: Row, known: Collection[str]) -> Forum:
    return Forum(row.text("name"), row.code("code", known), row.code("host", known), row.codes("members", known))
