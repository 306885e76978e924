"""The commands: a thin face over the rooms, one file a command."""

import sys
from collections.abc import Iterator, Mapping
from pkgutil import resolve_name
from typing import Any

import typer
from typer.core import TyperGroup

from atase.cli import mistakes
from atase.cli.console import errors
from atase.errors import AtaseError
from atase.i18n import _

COMMANDS = {
    "actor": ("actor:actor", _("Show whom a name stands for, when and why, or the card of a code.")),
    "brief": ("brief:brief", _("Write the brief on a relationship or a party: Markdown, HTML, PDF or Word.")),
    "code": ("code:code", _("Code documents: what they report, with the evidence, without a register.")),
    "codebook": ("codebook:codebook", _("Print what counts and how it is coded: instruments, stages, themes.")),
    "demo": ("demo:demo", _("Do the main job on the documents that come with Atase.")),
    "doctor": ("doctor:doctor", _("Show what is installed, which register is used, and what it covers.")),
    "explain": (
        "explain:explain",
        _("Show why a text is read as it is: names, phrases, candidates, and what weighed."),
    ),
    "add": ("add:add", _("Read documents and keep them, with what they report, in the register.")),
    "datasets": ("datasets:datasets", _("List the datasets that can be imported, or print the card of one.")),
    "import": (
        "importing:import_",
        _("Keep a published dataset's reports in the register; its other rows are listed with the reason."),
    ),
    "panel": ("panel:panel", _("Make a panel of pairs of states, or of states, by year, quarter or month.")),
    "serve": ("serve:serve", _("Serve the register to the browser on this machine.")),
    "measure": ("measure:measure", _("Measure relationships: intensity, balance, profile, network, promises ...")),
    "activities": ("activities:activities", _("List activities by party, date, instrument, stage, source, words ...")),
    "show": ("show:show", _("Print one activity: its fields, reports, evidence and history.")),
    "decide": ("decide:decide", _("Confirm, reject or correct an activity: outranks whatever machines say.")),
    "undo": ("decide:undo", _("Take a decision back; the history keeps both.")),
    "merge": ("merge:merge", _("Say that two activities are one event, or that they are not.")),
    "split": ("merge:split", _("Part reports from an activity: they become one of their own.")),
    "doubts": ("merge:doubts", _("List pairs of activities that may be one event.")),
}
"""Each command: its file and function in this package, and what it is for."""

_SETTINGS = {"help_option_names": ["-h", "--help"]}
_INTERRUPTED = 130
"""What Typer makes of Ctrl-C: 128 and the number of the signal."""


class _Commands(Mapping[str, Any]):
    """The commands as Typer has them; a file is imported when its command is asked for, so that each starts fast."""

    def __getitem__(self, name: str) -> Any:
        place, told = COMMANDS[name]
        single = typer.Typer(add_completion=False)
        single.command(name, help=told, context_settings=_SETTINGS)(resolve_name(f"atase.cli.{place}"))
        return typer.main.get_command(single)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Group(TyperGroup):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings | {"commands": _Commands()})

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            raise mistakes.no_command(args[0], COMMANDS)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="atase",
    cls=_Group,
    help=_("The open defence attaché: documents in, a sourced register and briefs out."),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
)


@app.callback()
def _commands() -> None:
    """Make Typer expect a command name, however many commands there are."""


def main() -> None:
    """Run the command line; a user's mistake becomes one line on standard error and exit code 2."""
    try:
        code = app(prog_name="atase", standalone_mode=False)
    except (AtaseError, typer.TyperException) as error:
        message = mistakes.told(error) if isinstance(error, typer.TyperException) else str(error)
        if message:  # empty where the help was printed instead
            errors.print(f"atase: {message}", markup=False, highlight=False, soft_wrap=True)
        sys.exit(2)
    if code == _INTERRUPTED:
        errors.print(_("Stopped. What was accepted is kept; run the same command again to go on."))
    sys.exit(code if isinstance(code, int) else 0)
