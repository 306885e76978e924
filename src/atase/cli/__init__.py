"""The commands: a thin face over the rooms, one file a command."""

import sys

import typer

from atase.cli import doctor
from atase.cli.console import errors
from atase.errors import AtaseError
from atase.i18n import _

app = typer.Typer(
    name="atase",
    help=_("The open defence attaché: documents in, a sourced register and briefs out."),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("doctor", help=_("Show what is installed, which register is used, and what it covers."))(doctor.doctor)


def main() -> None:
    """Run the command line; a user's mistake becomes one line on standard error and exit code 2."""
    try:
        app()
    except AtaseError as error:
        errors.print(f"atase: {error}", markup=False, highlight=False, soft_wrap=True)
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output, such as `head`, has had enough
        sys.stderr.close()
        sys.exit(0)
