"""`atase codebook`: what counts, and how it is coded."""

import json
from difflib import get_close_matches
from typing import Annotated, Literal

import typer
from rich.markdown import Markdown

from atase.cli.console import answers
from atase.codebook import Entry
from atase.codebook import codebook as the_codebook
from atase.codebook.page import card, page
from atase.codebook.record import record, records
from atase.codebook.skos import turtle
from atase.errors import AtaseError
from atase.i18n import _, language, speaking

_READABLE = 100
"""Columns of a line that can still be read, however wide the terminal or endless the pipe."""


def codebook(
    code: Annotated[
        str | None,
        typer.Argument(help=_("An instrument, group, stage or theme; the whole codebook without.")),
    ] = None,
    lang: Annotated[
        Literal["en", "id"] | None, typer.Option(help=_("Language of text and md; the interface's without."))
    ] = None,
    format: Annotated[
        Literal["text", "md", "json", "skos"],
        typer.Option(help=_("For reading (text, md) or for programs, in all languages (json, skos as Turtle).")),
    ] = "text",
) -> None:
    """Print the codebook or one entry of it."""
    book = the_codebook()
    entry = _find(code) if code else None
    if format == "skos":
        if entry:
            raise AtaseError(_("--format skos gives the whole codebook: leave out {code}").format(code=code))
        answers.out(turtle(book), end="", highlight=False)
    elif format == "json":
        told = record(entry) if entry else records(book)
        answers.out(json.dumps(told, ensure_ascii=False, indent=2), highlight=False)
    else:
        with speaking(lang or language()):
            text = card(book, entry) if entry else page(book)
        if format == "md":
            answers.out(text, end="", highlight=False)
        else:
            answers.print(Markdown(text), width=min(answers.width, _READABLE))


def _find(code: str) -> Entry:
    entries = the_codebook().entries()
    if code in entries:
        return entries[code]
    near = get_close_matches(code.lower(), entries, n=1)
    hint = _("did you mean {near}?").format(near=near[0]) if near else _("run `atase codebook` for all of them")
    raise AtaseError(_("no code {code!r} in the codebook; {hint}").format(code=code, hint=hint))
