"""The panel: a frame with a row a unit and period, and what its columns come from."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

import polars as pl

from atase.datasets.covariates import Values, find, read
from atase.errors import AtaseError
from atase.i18n import _
from atase.measures.coverage import Frames
from atase.measures.panel.counting import By, counted
from atase.measures.panel.joining import joined
from atase.measures.panel.legend import cited, legend
from atase.measures.panel.members import BEGINS, NUMBER, System, listed_spells, own_spells, units
from atase.measures.panel.periods import Period, keys, periods, span


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Pairs of states or states by period. Adding to it gives a new one; the rows stay those that they are.

    `frame` begins with the period (`year`, and `quarter` or `month`) and the units: `code` (ISO 3166) and `ccode`
    (Correlates of War; null where the state is no member of that system), and `gwcode` for the system of Gleditsch and
    Ward; each with 1 and 2 for the sides of a pair. An undirected pair stands there once, the lower unit first.
    """

    frame: pl.DataFrame
    of: Literal["pairs", "states"]
    system: System
    period: Period
    files: dict[str, Path]
    directed: bool = False
    used: tuple[Values, ...] = ()

    def add(self, name: str, path: str | Path | None = None) -> "Panel":
        """Add a covariate's columns, by year; a state's to both sides of a pair, with 1 and 2.

        What its file does not cover is null. `path` is its file; without it, that of the folder of data.

        Raises:
            AtaseError: there is no such covariate, file or column, or it speaks of pairs and the panel of states.
        """
        found = Path(path).expanduser() if path else self.files.get(name)
        if found is None:
            message = _("no file of {name} is known: name it, or the folder that it is in with --data or ATASE_DATA")
            raise AtaseError(message.format(name=name))
        values = read(name, found)
        return replace(self, frame=joined(self.frame, self.of, values), used=(*self.used, values))

    def activities(self, frames: Frames, on: date, by: By = "instrument", only: Sequence[str] = ()) -> "Panel":
        """Add how many of a register's activities each pair or state had in each period.

        Args:
            frames: of a register (`atase.frames`).
            on: the day that counts as today: later deeds do not count.
            by: what is counted apart: `instrument`, `group` or `stage`.
            only: count these instruments, groups or stages alone.

        Raises:
            AtaseError: `by` or one of `only` is unknown.
        """
        return replace(self, frame=counted(self.frame, self.of, self.directed, self.period, frames, on, by, only))

    def legend(self) -> pl.DataFrame:
        """A row each column that a covariate gave: `column`, `meaning`, `unit`, `source`, `years`."""
        return legend(self.used, self.of)

    def cite(self) -> str:
        """How to cite all that was used, a line each."""
        return cited(self.used, self.system)


def dyads(
    years: str,
    directed: bool = False,
    system: System = "cow",
    period: Period = "year",
    data: str | Path | None = None,
) -> Panel:
    """Every pair of states that were members on a same day of the period.

    Args:
        years: the first and last, `1980:2025`.
        directed: both orders of a pair, or one.
        system: `cow` (Correlates of War), `gw` (Gleditsch and Ward) or `iso` (the project's list of states).
        period: `year`, `quarter` or `month`.
        data: the folder with the user's files; ATASE_DATA without it. Its lists of members are used where it has
            them, else the project's list of states since 1945.

    Raises:
        AtaseError: the years are misspelled or before what is known, or the folder is not there.
    """
    panel = states(years, system, period, data)
    unit, when = NUMBER[system], keys(period)
    one, two = (panel.frame.lazy().select(*when, pl.exclude(*when).name.suffix(side)) for side in "12")
    order = pl.col(f"{unit}1") != pl.col(f"{unit}2") if directed else pl.col(f"{unit}1") < pl.col(f"{unit}2")
    pairs = one.join(two, on=when).filter(
        order, pl.col("since1") <= pl.col("until2"), pl.col("since2") <= pl.col("until1")
    )
    frame = pairs.drop("since1", "until1", "since2", "until2").sort(*when, f"{unit}1", f"{unit}2").collect()
    return replace(panel, frame=frame, of="pairs", directed=directed)


def states(years: str, system: System = "cow", period: Period = "year", data: str | Path | None = None) -> Panel:
    """Every state that was a member on some day of the period; arguments and errors as for `dyads`.

    Its frame has also `since` and `until`, the first and last day of membership in the period.
    """
    files = _files(data)
    lists = {
        name: read(f"{name}_states", files[f"{name}_states"]) for name in ("cow", "gw") if f"{name}_states" in files
    }
    if system not in lists and span(years)[0] < BEGINS.year:
        message = _("years {years}: the project's list of states begins in 1945; give a list of members with --data")
        raise AtaseError(message.format(years=years))
    spells, cow = (
        listed_spells(lists[name].frame, name) if name in lists else own_spells(name) for name in (system, "cow")
    )
    frame = units(system, spells, cow, periods(years, period), period)
    used = tuple(lists[name] for name in dict.fromkeys((system, "cow")) if name in lists)
    return Panel(frame, "states", system, period, files, used=used)


def _files(data: str | Path | None) -> dict[str, Path]:
    """The covariates of the folder of data, by name; none without a folder."""
    named = data or os.environ.get("ATASE_DATA")
    if not named:
        return {}
    folder = Path(named).expanduser()
    if not folder.is_dir():
        raise AtaseError(_("{path}: there is no such folder of data").format(path=folder))
    return dict(find(folder))
