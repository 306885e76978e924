"""What activities weigh: the figures of `weights.toml`, or of a user's copy of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import polars as pl

from atase.codebook import instruments
from atase.errors import AtaseError
from atase.i18n import _

YEAR = 365.25
"""Days of a year."""


@dataclass(frozen=True)
class Weights:
    """The sections of `weights.toml`, with every figure in place.

    `instrument` gives for each code its `weight` (points) and `half_life` (years).
    """

    stage: Mapping[str, float]
    level: Mapping[str, float]
    rank: Mapping[str, float]
    depth: Mapping[str, float]
    instrument: Mapping[str, Mapping[str, float]]

    def worth(self) -> pl.DataFrame:
        """Points and half-life of every instrument at every depth.

        Returns:
            `instrument`, `depth` (null where no source tells it), `worth` (points, before stage, level
            and decay) and `half_life` (days).
        """
        rows = [
            (code, depth, each["weight"] * factor, each["half_life"] * YEAR)
            for code, each in self.instrument.items()
            for depth, factor in self._factors(code).items()
        ]
        schema = {"instrument": pl.String, "depth": pl.String, "worth": pl.Float64, "half_life": pl.Float64}
        return pl.DataFrame(rows, schema=schema, orient="row")

    def _factors(self, code: str) -> dict[str | None, float]:
        scale = [level.code for level in instruments()[code].depth]
        if scale and set(scale) <= self.rank.keys():
            return {None: self.rank["unknown"], **{rank: self.rank[rank] for rank in scale}}
        low, high = self.depth["shallowest"], self.depth["deepest"]
        steps = max(len(scale) - 1, 1)
        found: dict[str | None, float] = {None: self.depth["unknown"]}
        return found | {level: low + (high - low) * place / steps for place, level in enumerate(scale)}


def weights(path: Path | None = None) -> Weights:
    """The weights that Atase comes with, or those of a user's file in the same layout.

    What the file leaves out keeps its value.

    Raises:
        AtaseError: the file cannot be read, or holds something else than known names with figures.
    """
    return Weights(**(_own() if path is None else _laid_over(_own(), _read(path), str(path))))


@cache
def _own() -> dict[str, Any]:
    return tomllib.loads(files("atase.measures").joinpath("weights.toml").read_text("utf-8"))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise AtaseError(
            _("{path}: cannot be read ({reason})").format(path=path, reason=error.strerror or error)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AtaseError(_("{path}: no weights: {reason}").format(path=path, reason=error)) from error


def _laid_over(known: Mapping[str, Any], given: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The known figures with those given in their place; `where` names the file and the table for messages."""
    found = dict(known)
    for name, value in given.items():
        spot = f"{where}: {name}"
        if name not in known:
            message = _("{spot} is no weight; there are {known}")
            raise AtaseError(message.format(spot=spot, known=", ".join(known)))
        if isinstance(known[name], dict):
            if not isinstance(value, dict):
                raise AtaseError(_("{spot} must be a table with names and figures").format(spot=spot))
            found[name] = _laid_over(known[name], value, spot)
        else:
            found[name] = _figure(value, spot, positive=name == "half_life")
    return found


def _figure(value: object, spot: str, positive: bool) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not (0 < value < 1e6 or (value == 0 and not positive)):  # type: ignore[operator]
        least = _("above 0") if positive else _("0 or more")
        raise AtaseError(_("{spot} = {value}: must be a figure, {least}").format(spot=spot, value=value, least=least))
    return float(value)  # type: ignore[arg-type]
