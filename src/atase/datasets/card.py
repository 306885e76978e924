"""The card of a dataset, from its TOML file: what it is, what it covers, and how its files are laid out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from atase.errors import AtaseError
from atase.i18n import _

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """One form in which the publisher gives the dataset out.

    `columns` must all be in the header, whatever else is there; without a `header` they are all the columns.
    `rows` are the fewest and the most rows that a whole file has. `missing` marks stand for an empty cell.
    `evidence` are the columns that a report quotes; all that are filled where there are none named.
    `trailing` is what some copies put at the end of every line.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[int, int]
    format: Literal["text", "excel"] = "text"
    separator: str = ","
    quoted: bool = True
    header: bool = True
    encoding: str = "utf-8-sig"
    sheet: str | None = None
    trailing: str = ""
    missing: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """What a user should know of a dataset before using it, and what its importer knows.

    `version` is the publisher's, `revision` counts changes of the importer. `confidence` is the probability
    that a report made of a row is right. `areas` tells whose activities a whole file covers: ["world"], codes,
    ["named"] (those whom its rows name), or nobody's; of `always`, one takes part in all of them. `complete` are the
    instruments of which no row means that its makers knew of none; of others a file tells but some. `parts` are
    datasets that come in many files, each of which is a part and none a newer version of another. `identity`
    names what tells a row from all others in every version, `event` what rows of one event have in common:
    details of the reports or their fields. `aliases` give the codes of names that only this dataset uses;
    `nobody` lists its names that stand for no state or organisation of the register.
    `tables` are the importer's own mappings.
    """

    name: str
    title: str
    authors: str
    version: str
    revision: int
    citation: str
    terms: str
    url: str
    get: str
    years: tuple[int, int]
    places: str
    instruments: tuple[str, ...]
    covers: str
    lacks: str
    confidence: float
    layouts: tuple[Layout, ...]
    areas: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()
    parts: bool = False
    identity: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    aliases: Names = field(default_factory=dict)
    tables: Mapping[str, Any] = field(default_factory=dict)

    @property
    def coder_version(self) -> str:
        """Version of the dataset and revision of the importer: `7+2`."""
        return f"{self.version}+{self.revision}"

    def whole(self, rows: int) -> bool:
        """Whether a file of so many rows is whole, and no extract."""
        return any(low <= rows <= high for low, high in (layout.rows for layout in self.layouts))


@cache
def cards() -> Mapping[str, Card]:
    """The cards of all datasets by name, sorted."""
    return {name: load(name, text) for name, text in texts("atase.datasets.sources").items()}


def texts(package: str) -> dict[str, str]:
    """What the TOML files of a package say, by their names, sorted."""
    found = (path for path in files(package).iterdir() if path.name.endswith(".toml"))
    return dict(sorted((path.name.removesuffix(".toml"), path.read_text("utf-8")) for path in found))


def card(name: str) -> Card:
    """The card of a dataset.

    Raises:
        AtaseError: there is none of that name.
    """
    if name in cards():
        return cards()[name]
    message = _("no dataset is called {name!r}; there are {names}")
    raise AtaseError(message.format(name=name, names=", ".join(cards())))


def load(name: str, text: str) -> Card:
    """Make a card of the text of its TOML file.

    Raises:
        AtaseError: a field is missing or unknown; the message names file and field.
    """
    told = _frozen(tomllib.loads(text))
    try:
        layouts = tuple(Layout(**layout) for layout in told.pop("layout"))
        return Card(name=name, layouts=layouts, **told)
    except (KeyError, TypeError) as error:
        known = ", ".join(entry.name for entry in (*fields(Card), *fields(Layout)))
        raise AtaseError(f"{name}.toml: {error}; the fields are {known}") from error


def _frozen(told: dict[str, Any]) -> dict[str, Any]:
    """Lists as tuples, in tables too."""
    return {key: _value(value) for key, value in told.items()}


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return _frozen(value)
    return tuple(map(_value, value)) if isinstance(value, list) else value
