"""`atase demo`: the main job on the documents that the package carries."""

import sys
from importlib.resources import as_file, files
from pathlib import Path
from shutil import which
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
    answers.print(_next_steps(register), markup=False, highlight=False, soft_wrap=True)


def _next_steps(register: str) -> str:
    called = sys.argv[0]
    atase = called if Path(called).stem == "atase" and which("atase") != called else "atase"
    steps = (
        (f"{atase} activities --with AUS --register {register}", _("what the register holds")),
        (f"{atase} brief IDN --format html --register {register}", _("the brief on one country, as a page")),
        (f"{atase} add FOLDER", _("your own documents, into atase.db here")),
    )
    width = max(len(command) for command, _told in steps)
    return "\n".join([_("Next:"), *(f"  {command:{width}}  {told}" for command, told in steps)])
