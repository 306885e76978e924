"""`atase doctor`: what is installed, which register, versions, coverage."""

import platform
from importlib.metadata import requires, version

from packaging.requirements import Requirement
from rich.table import Table

from atase.cli.console import answers
from atase.i18n import _


def doctor() -> None:
    """Print the versions of Atase, of Python and of each library that the base install needs."""
    table = Table(_("part"), _("version"))
    table.add_row("atase", version("atase"))
    table.add_row("python", platform.python_version())
    for requirement in map(Requirement, requires("atase") or []):
        if requirement.marker is None:
            table.add_row(requirement.name, version(requirement.name))
    answers.print(table)
