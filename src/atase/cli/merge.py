"""`atase merge`, `atase split`, `atase doubts`: which reports tell one event, where a person knows better."""

from typing import Annotated

import typer
from rich.table import Table

from atase.cli.console import answers
from atase.cli.decide import WhoOption, WhyOption, tell, user
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.errors import AtaseError
from atase.i18n import _


def merge(
    one: Annotated[str, typer.Argument(help=_("An activity."))],
    other: Annotated[str, typer.Argument(help=_("The activity that is the same event, or is not."))],
    refuse: Annotated[bool, typer.Option("--refuse", help=_("They are two events, and stay so."))] = False,
    unsure: Annotated[
        bool, typer.Option("--unsure", help=_("Nobody can tell yet: apart, and marked for review."))
    ] = False,
    why: WhyOption = "",
    who: WhoOption = "",
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Say that two activities are one event, or that they are not."""
    from atase.register import Author, open_register

    if refuse and unsure:
        raise AtaseError(_("--refuse and --unsure exclude each other"))
    opened = open_register(register, create=False)
    say = opened.refuse if refuse else opened.unsure if unsure else opened.merge
    tell(say(one, other, Author(who or user(), why)))


def split(
    activity: Annotated[str, typer.Argument(help=_("The activity that is two events."))],
    reports: Annotated[
        list[str], typer.Argument(help=_("The reports that tell the other, as `atase show` names them."))
    ],
    why: WhyOption = "",
    who: WhoOption = "",
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Part reports from an activity: they become one of their own."""
    from atase.register import Author, open_register

    tell(open_register(register, create=False).split(activity, reports, Author(who or user(), why)))


def doubts(register: RegisterOption = DEFAULT_REGISTER) -> None:
    """List the pairs of activities that may be one event: look at both, then `atase merge` with or without --refuse."""
    from atase.register import open_register

    table = Table(_("activity"), _("other"), _("why"), box=None, pad_edge=False)
    for one, other, score in open_register(register, create=False).doubts():
        reason = _("left unsure") if score == float("inf") else _("likeness {score:.1f}").format(score=score)
        table.add_row(one, other, reason)
    answers.print(table if table.row_count else _("No pair is in doubt."))
