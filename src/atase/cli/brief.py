"""`atase brief`: what the register knows of a relationship or a party, as a file to take along."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from atase.cli.console import answers
from atase.cli.options import DEFAULT_REGISTER, DayOption, RegisterOption, day_of
from atase.cli.writing import replacing
from atase.errors import AtaseError
from atase.i18n import _, language


def brief(
    parties: Annotated[
        list[str],
        typer.Argument(help=_("One state or organisation, or two: codes (IDN AUS) or names (Indonesia Australia).")),
    ],
    lang: Annotated[
        Literal["en", "id"] | None, typer.Option(help=_("Language of the brief; the interface's without."))
    ] = None,
    format: Annotated[Literal["md", "html", "pdf", "docx"], typer.Option(help=_("What to make."))] = "md",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=_("The file to write; md goes to the terminal without it.")),
    ] = None,
    on: DayOption = None,
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Write the brief on one party, or on two and their relationship."""
    codes, day, speech = _codes(parties), day_of(on), lang or language()

    from atase.briefs import bilateral, country, render
    from atase.register import open_register

    frames = open_register(register, create=False).frames()
    if len(codes) == 2:
        made = bilateral(frames, codes[0], codes[1], day, speech)
    else:
        made = country(frames, codes[0], day, speech)
    content = render(made, format)
    if format == "md" and output is None:
        _show(content.decode())
        return
    path = output or Path(f"{'-'.join(codes)}-{day}-{speech}.{format}")
    with replacing(path) as part:
        part.write_bytes(content)
    answers.print(_("The brief is in {path}").format(path=path), markup=False, highlight=False, soft_wrap=True)


def _show(text: str) -> None:
    """Markdown drawn for a terminal, and as it is for a pipe."""
    if answers.is_terminal:
        from rich.markdown import Markdown

        answers.print(Markdown(text))
    else:
        answers.out(text, end="", highlight=False)


def _codes(parties: list[str]) -> list[str]:
    from atase.actors import find_code

    codes = [find_code(text) for text in parties]
    if len(codes) > 2:
        raise AtaseError(_("a brief is on one party or on two, not on {n}").format(n=len(codes)))
    if len(set(codes)) < len(codes):
        raise AtaseError(_("{code} has no relationship with itself: name another party").format(code=codes[0]))
    return codes
