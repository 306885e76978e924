"""`atase doctor`: what is installed, which register, versions, coverage."""

import platform
from datetime import date
from importlib.metadata import requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from atase.cli import labels
from atase.cli.console import answers
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.cli.untrusted import plain
from atase.i18n import _

if TYPE_CHECKING:
    import polars as pl


def doctor(register: RegisterOption = DEFAULT_REGISTER) -> None:
    """Print the versions of Atase and what it needs, and what the register holds and covers."""
    answers.print(_installed())
    if "://" not in register and not Path(register).exists():
        answers.print(_("register: {path} is not there yet; `atase add` makes it").format(path=register), markup=False)
        return
    from atase.register import open_register

    answers.print(_covered(register, open_register(register, create=False).frames()))


def _installed() -> Table:
    from packaging.requirements import Requirement

    table = Table(_("part"), _("version"))
    table.add_row("atase", version("atase"))
    table.add_row("python", platform.python_version())
    for requirement in map(Requirement, requires("atase") or []):
        if requirement.marker is None:
            table.add_row(requirement.name, version(requirement.name))
    return table


def _covered(register: str, frames: "dict[str, pl.DataFrame]") -> Table:
    import polars as pl

    from atase.measures import coverage

    sources, activities = frames["sources"], frames["activities"]
    states = dict(activities["state"].value_counts().iter_rows())
    years = coverage.years(frames, activities, date.today()).filter(pl.col("coverage") == "covered")["year"]
    table = Table(_("register"), plain(register))
    table.add_row(_("sources"), str(sources.height))
    table.add_row(_("reports"), str(frames["reports"].height))
    counted = ", ".join(f"{count} {labels.state(state)}" for state, count in sorted(states.items()))
    table.add_row(_("activities"), counted or "0")
    table.add_row(_("languages"), ", ".join(sorted(sources["lang"].drop_nulls().unique())) or _("none"))
    table.add_row(_("years covered"), ", ".join(coverage.runs(years)) or _("none"))
    kinds = coverage.kinds(frames["coverage"], date.today())
    for name, edition in frames["coverage"].select("dataset", "version").unique().sort("dataset").rows():
        covered = kinds.filter(dataset=name)
        spans = ", ".join(coverage.runs(covered["year"].unique().sort()))
        told = (
            f"{', '.join(covered['instrument'].unique().sort())}: {spans}" if spans else _("covers nothing as a whole")
        )
        table.add_row(plain(f"{name} {edition}"), told)
    return table
