"""`atase code PATHS`: text in, coded reports out, without a register."""

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from atase.cli.coding import code_all
from atase.cli.console import errors
from atase.cli.sinks import Scheme, open_sink
from atase.documents import Failure, load
from atase.i18n import _, ngettext


def code(
    paths: Annotated[
        list[str], typer.Argument(help=_("Files, folders, globs, web addresses, or - for standard input."))
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help=_("Where to write: .jsonl, .parquet or .csv. JSON Lines to the screen if left out.")
        ),
    ] = None,
    scheme: Annotated[
        Scheme, typer.Option("--as", help=_("Atase's own reports, or PLOVER's events as JSON Lines."))
    ] = "atase",
    min_confidence: Annotated[
        float | None,
        typer.Option(min=0, max=1, help=_("Keep only reports at least this sure. Left out: the threshold of best F1.")),
    ] = None,
    date: Annotated[
        str | None, typer.Option(help=_("The day on which the documents were written, whatever they say."))
    ] = None,
    publisher: Annotated[str | None, typer.Option(help=_("Who published the documents, whatever they say."))] = None,
    lang: Annotated[str | None, typer.Option(help=_("Their language, such as id, whatever they say."))] = None,
    jobs: Annotated[
        int, typer.Option(min=1, help=_("Processes to share the work between; the result is the same with any number."))
    ] = os.cpu_count() or 1,
) -> None:
    """Code documents and write their reports in the order of the input."""
    failures: list[Failure] = []
    documents = reports = 0
    entries = load(paths, date=date, publisher=publisher, lang=lang)
    with open_sink(output, scheme) as sink, _progress() as progress:
        task = progress.add_task("", total=None)
        for found in code_all(entries, min_confidence, jobs):
            if isinstance(found, Failure):
                failures.append(found)
                continue
            sink.write(found)
            documents += 1
            reports += len(found.reports)
            progress.update(task, description=_told(documents, reports))
    _summary(documents, reports, failures)


def _progress() -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )


def _told(documents: int, reports: int) -> str:
    read = ngettext("{n} document", "{n} documents", documents).format(n=documents)
    found = ngettext("{n} report", "{n} reports", reports).format(n=reports)
    return f"{read}, {found}"


def _summary(documents: int, reports: int, failures: list[Failure]) -> None:
    for failure in failures:
        errors.print(escape(str(failure)), highlight=False, soft_wrap=True)
    told = _told(documents, reports)
    if failures:
        told += ", " + ngettext("{n} failed", "{n} failed", len(failures)).format(n=len(failures))
    errors.print(told, highlight=False)
    if failures and not documents:
        raise typer.Exit(1)
