"""The card of a covariate, from its TOML file: what it is, what it covers, and how its files are laid out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, Literal

from atase.datasets.card import texts
from atase.errors import AtaseError
from atase.i18n import _


@dataclass(frozen=True, slots=True)
class Column:
    """A value that the covariate gives.

    `side`: it belongs to one side of a pair, such as what the one promised to the other. `absent` is what it is for
    members of the state system of whom the file says nothing in the years that it covers; without it, null.
    `difference` names the pair's column that holds the absolute difference of the two states' values. A `flag` is 1
    where the cell is filled, 0 where it is empty.
    """

    name: str
    unit: str
    meaning: str
    type: Literal["int", "float", "flag"] = "int"
    side: bool = False
    absent: int | None = None
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """One form in which the file is given out: our names of the columns and theirs.

    In a workbook of `sheets`, each of which has a row a state and a column a year, theirs are how the sheets' names
    begin. `also` are columns of theirs that are not read but tell the file from others. `missing` marks stand for an
    empty cell; `offset` is added to the year.
    """

    name: str
    columns: Mapping[str, str]
    also: tuple[str, ...] = ()
    missing: tuple[str, ...] = ("", "NA")
    offset: int = 0
    format: Literal["text", "excel", "sheets"] = "text"


@dataclass(frozen=True, slots=True, eq=False)
class Covariate:
    """What a user should know of a covariate before using it.

    `of` tells what a row speaks of: members of the state system, states or pairs. `combine` settles several rows of
    one state or pair and year. `aliases` give the codes of names that only this file uses.
    """

    name: str
    title: str
    authors: str
    version: str
    citation: str
    terms: str
    url: str
    get: str
    years: tuple[int, int]
    places: str
    covers: str
    lacks: str
    of: Literal["members", "states", "pairs"]
    layouts: tuple[Layout, ...]
    columns: tuple[Column, ...] = ()
    combine: Literal["first", "max", "min"] = "first"
    aliases: Mapping[str, str] = field(default_factory=dict)


@cache
def covariates() -> Mapping[str, Covariate]:
    """The cards by name, sorted."""
    return {name: load(name, text) for name, text in texts("atase.datasets.covariates.cards").items()}


def covariate(name: str) -> Covariate:
    """The card of a covariate.

    Raises:
        AtaseError: there is none of that name.
    """
    if name in covariates():
        return covariates()[name]
    raise AtaseError(
        _("no covariate is called {name!r}; there are {names}").format(name=name, names=", ".join(covariates()))
    )


def load(name: str, text: str) -> Covariate:
    """Make a card of the text of its TOML file.

    Raises:
        AtaseError: a field is missing or unknown; the message names file and field.
    """
    told = tomllib.loads(text)
    try:
        layouts = tuple(Layout(**_frozen(layout)) for layout in told.pop("layout"))
        columns = tuple(Column(**column) for column in told.pop("column", ()))
        return Covariate(name=name, layouts=layouts, columns=columns, **_frozen(told))
    except (KeyError, TypeError) as error:
        known = ", ".join(entry.name for entry in (*fields(Covariate), *fields(Layout), *fields(Column)))
        raise AtaseError(f"{name}.toml: {error}; the fields are {known}") from error


def _frozen(told: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
