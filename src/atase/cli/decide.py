"""`atase decide`, `atase undo`: a person's word on an activity, and taking it back."""

from getpass import getuser
from typing import Annotated, Literal

import typer

from atase.cli.console import answers
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.errors import AtaseError
from atase.i18n import _

WhyOption = Annotated[str, typer.Option(help=_("The reason, for whoever reads the history."))]
WhoOption = Annotated[str, typer.Option(envvar="ATASE_WHO", help=_("Who decides; your user name without."))]


def user() -> str:
    """The name under which decisions are kept where none is given."""
    try:
        return getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        return "unknown"


def decide(
    activity: Annotated[str, typer.Argument(help=_("Its identifier, as `atase activities` gives it."))],
    verdict: Annotated[
        Literal["confirm", "reject", "correct"],
        typer.Argument(help=_("confirm: it is so; reject: it is not; correct: set fields.")),
    ],
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIELD=VALUE ...", help=_("For correct, such as date=2024-05-17; empty is unknown.")),
    ] = None,
    why: WhyOption = "",
    who: WhoOption = "",
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Confirm, reject or correct an activity. It outranks whatever machines say, now and later."""
    from atase.register import Author, open_register

    opened, author = open_register(register, create=False), Author(who or user(), why)
    if (verdict == "correct") != bool(fields):
        raise AtaseError(_("correct, and only correct, takes fields, such as: correct date=2024-05-17"))
    if verdict == "confirm":
        number = opened.confirm(activity, author)
    elif verdict == "reject":
        number = opened.reject(activity, author)
    else:
        number = opened.correct(activity, dict(map(_assignment, fields or ())), author)
    tell(number)


def undo(
    decision: Annotated[int, typer.Argument(help=_("Its number, as `atase show` gives it."))],
    why: WhyOption = "",
    who: WhoOption = "",
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Take a decision back. The history keeps both."""
    from atase.register import Author, open_register

    tell(open_register(register, create=False).undo(decision, Author(who or user(), why)))


def tell(number: int) -> None:
    """Say how a decision can be taken back."""
    answers.print(
        _("Decision {number} is kept; `atase undo {number}` takes it back.").format(number=number), highlight=False
    )


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise AtaseError(_("{text}: write FIELD=VALUE, such as date=2024-05-17").format(text=text))
    return name.strip(), value
