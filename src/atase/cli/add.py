"""`atase add`: documents into the register."""

import os
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from atase.cli.console import answers, errors
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.cli.untrusted import plain
from atase.i18n import _, ngettext

if TYPE_CHECKING:
    from atase.register.intake import Summary


def add(
    paths: Annotated[
        list[str],
        typer.Argument(help=_("Files, folders, globs, web addresses, or - for standard input.")),
    ],
    register: RegisterOption = DEFAULT_REGISTER,
    date: Annotated[str | None, typer.Option(help=_("The documents' date, whatever they say themselves."))] = None,
    publisher: Annotated[str | None, typer.Option(help=_("Their publisher, likewise."))] = None,
    lang: Annotated[str | None, typer.Option(help=_("Their language, likewise: id or en."))] = None,
    jobs: Annotated[
        int, typer.Option(min=1, help=_("Processes that read; as many as there are processors without."))
    ] = os.cpu_count() or 1,
) -> None:
    """Read documents and keep them, with what they report, in the register."""
    from atase.documents import load, plan
    from atase.register import open_register

    documents = load(paths, date=date, publisher=publisher, lang=lang)
    opened = open_register(register)
    with _bar() as bar:
        task = bar.add_task(_("reading"), total=len(plan(paths)))

        def progress(count: int) -> None:
            bar.advance(task, count)
            if (done := bar.tasks[0].completed) > (bar.tasks[0].total or 0):
                bar.update(task, total=done)  # a file may hold many documents

        summary = opened.add(documents, jobs=jobs, progress=progress)
    _tell(summary)
    if summary.failed and not summary.read:
        raise typer.Exit(1)


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal)


def _tell(summary: "Summary") -> None:
    line = ngettext(
        "{read} read: {new} new, {changed} changed, {unchanged} unchanged; {reports} report; {failed} failed",
        "{read} read: {new} new, {changed} changed, {unchanged} unchanged; {reports} reports; {failed} failed",
        summary.reports,
    )
    counts = {name: getattr(summary, name) for name in ("read", "new", "changed", "unchanged", "reports")}
    answers.print(line.format(**counts, failed=len(summary.failed)), markup=False, highlight=False)
    for failure in summary.failed:
        errors.print(f"  {plain(str(failure))}", markup=False, highlight=False, soft_wrap=True)
