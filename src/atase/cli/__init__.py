"""The commands: a thin face over the rooms, one file a command."""

import sys

import typer

from atase.cli import (
    activities,
    actor,
    add,
    brief,
    code,
    codebook,
    datasets,
    decide,
    demo,
    doctor,
    explain,
    merge,
    show,
)
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
app.command("actor", help=_("Show whom a name stands for, when and why, or the card of a code."))(actor.actor)
app.command("brief", help=_("Write the brief on a relationship or a party: Markdown, HTML, PDF or Word."))(brief.brief)
app.command("code", help=_("Code documents: what they report, with the evidence, without a register."))(code.code)
app.command("codebook", help=_("Print what counts and how it is coded: instruments, stages, themes."))(
    codebook.codebook
)
app.command("demo", help=_("Do the main job on the documents that come with Atase."))(demo.demo)
app.command("doctor", help=_("Show what is installed, which register is used, and what it covers."))(doctor.doctor)
app.command("explain", help=_("Show why a text is read as it is: names, phrases, candidates, and what weighed."))(
    explain.explain
)
app.command("add", help=_("Read documents and keep them, with what they report, in the register."))(add.add)
app.command("datasets", help=_("List the datasets that can be imported, or print the card of one."))(datasets.datasets)
app.command("import", help=_("Code a published dataset: its rows become reports, or are listed with the reason."))(
    datasets.import_
)
app.command("activities", help=_("List activities by party, date, instrument, stage, source, words ..."))(
    activities.activities
)
app.command("show", help=_("Print one activity: its fields, reports, evidence and history."))(show.show)
app.command("decide", help=_("Confirm, reject or correct an activity: outranks whatever machines say."))(decide.decide)
app.command("undo", help=_("Take a decision back; the history keeps both."))(decide.undo)
app.command("merge", help=_("Say that two activities are one event, or that they are not."))(merge.merge)
app.command("split", help=_("Part reports from an activity: they become one of their own."))(merge.split)
app.command("doubts", help=_("List pairs of activities that may be one event."))(merge.doubts)


_INTERRUPTED = 130
"""What Typer makes of Ctrl-C: 128 and the number of the signal."""


@app.callback()
def _commands() -> None:
    """Make Typer expect a command name, however many commands there are."""


def main() -> None:
    """Run the command line; a user's mistake becomes one line on standard error and exit code 2."""
    try:
        code = app(standalone_mode=False)
    except (AtaseError, typer.TyperException) as error:
        message = error.format_message() if isinstance(error, typer.TyperException) else str(error)
        if message:  # empty where the help was printed instead
            errors.print(f"atase: {message}", markup=False, highlight=False, soft_wrap=True)
        sys.exit(2)
    if code == _INTERRUPTED:
        errors.print(_("Stopped. What was accepted is kept; run the same command again to go on."))
    sys.exit(code if isinstance(code, int) else 0)
