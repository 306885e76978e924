"""`atase serve`: the workbench, in the browser of the person at this machine."""

from typing import Annotated

import typer

from atase.cli.console import answers
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.i18n import _


def serve(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help=_("The port to listen on; 0 for any that is free."))
    ] = 8321,
    open: Annotated[bool, typer.Option("--open", help=_("Open the browser as well."))] = False,
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Serve the register to the browser on this machine, until Ctrl-C. The link that is printed signs in once."""
    from atase.web import serving

    def announce(link: str, first: bool) -> None:
        said = _("The workbench is open. Sign in with: {link}") if first else _("To sign in elsewhere: {link}")
        answers.print(said.format(link=link), markup=False, highlight=False, soft_wrap=True)
        if first and open:
            typer.launch(link)

    serving.serve(register, port, announce)
