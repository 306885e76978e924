"""Options that several commands share, so that they are spelled and explained alike."""

from typing import Annotated

import typer

from atase.i18n import _

RegisterOption = Annotated[
    str,
    typer.Option("--register", envvar="ATASE_REGISTER", help=_("The register: a SQLite file, or a PostgreSQL URL.")),
]
DEFAULT_REGISTER = "atase.db"
