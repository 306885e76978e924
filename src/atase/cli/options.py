"""Options that several commands share, so that they are spelled and explained alike."""

from datetime import date
from typing import Annotated

import typer

from atase.errors import AtaseError
from atase.i18n import _

RegisterOption = Annotated[
    str,
    typer.Option("--register", envvar="ATASE_REGISTER", help=_("The register: a SQLite file, or a PostgreSQL URL.")),
]
DEFAULT_REGISTER = "atase.db"

DayOption = Annotated[
    str | None, typer.Option("--on", metavar="YYYY-MM-DD", help=_("The day that is spoken of; today without."))
]


def day_of(text: str | None) -> date:
    """The day that `--on` names, or today.

    Raises:
        AtaseError: it is no day.
    """
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise AtaseError(_("--on {text}: not a day; write it as YYYY-MM-DD").format(text=text)) from error
