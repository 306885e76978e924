"""`atase demo`: the main job on the documents that the package carries."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from atase.cli.add import add
from atase.cli.brief import brief
from atase.cli.console import answers
from atase.errors import AtaseError
from atase.i18n import _

DEFAULT_FOLDER = Path("demo")


def demo(
    folder: Annotated[Path, typer.Option(help=_("Where the register and the PDF go."))] = DEFAULT_FOLDER,
) -> None:
    """Read the bundled documents into a register, print the Indonesia-Australia brief, write its PDF."""
    register = str(folder / "atase.db")
    pdf = folder / "indonesia-australia.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("{folder}: cannot be made a folder ({reason}); name another with --folder")
        raise AtaseError(message.format(folder=folder, reason=error.strerror)) from error
    with as_file(files("atase") / "demo") as documents:
        add([str(documents / lang) for lang in ("en", "id")], register=register)
    brief(["IDN", "AUS"], register=register)
    brief(["IDN", "AUS"], format="pdf", output=pdf, register=register)
    answers.print(
        _("Ask on: atase activities --with AUS --register {register}").format(register=register),
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
