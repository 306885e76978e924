"""`atase import`: a dataset's files into the register, or into a file."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from atase.actors import actors, find_code
from atase.cli import told
from atase.cli.changes import CHANGES, change_row
from atase.cli.console import errors
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.cli.outcomes import REJECTS, REPORTS, reject_row, report_row
from atase.cli.spool import Spool, spool
from atase.datasets import Card, Reject, Tally, Told, card, read
from atase.errors import AtaseError
from atase.i18n import _

if TYPE_CHECKING:
    from atase.register.register import Register


def import_(
    name: Annotated[str, typer.Argument(metavar="DATASET", help=_("What the files are: see `atase datasets`."))],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("The publisher's files, as downloaded."))],
    register: RegisterOption = DEFAULT_REGISTER,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=_("Write the reports to this file instead of the register: .parquet, .jsonl or .csv."),
        ),
    ] = None,
    rejects: Annotated[
        Path | None, typer.Option(help=_("Where to list the rows that gave no report, with the reasons: .csv ..."))
    ] = None,
    diff: Annotated[
        Path | None,
        typer.Option(help=_("Where to list what a newer version added, changed or no longer has: .csv ...")),
    ] = None,
    places: Annotated[
        str | None,
        typer.Option(help=_("Whose activities an extract holds whole: IDN,AUS or ASEAN, for its members, or world.")),
    ] = None,
    years: Annotated[str | None, typer.Option(help=_("The years that an extract covers: 1995:2025."))] = None,
) -> None:
    """Keep the reports of a dataset's files, and tell what became of all rows."""
    found, covered, span = card(name), _places(places), _years(years)
    with ExitStack() as stack:
        rejected = stack.enter_context(spool(rejects, REJECTS)) if rejects else None
        if output:
            reports = stack.enter_context(spool(output, REPORTS))
            for path in files:
                _to_file(found, path, reports, rejected)
            return
        changes = stack.enter_context(spool(diff, CHANGES)) if diff else None
        from atase.register import open_register

        opened = open_register(register)
        for path in files:
            _to_register(opened, found, path, (covered, span), rejected, changes)


def _to_file(card: Card, path: Path, reports: Spool, rejected: Spool | None) -> None:
    tally = Tally()
    for outcome in tally.count(read(card.name, path)):
        if isinstance(outcome, Told):
            reports.add(report_row(path.name, outcome))
        elif rejected:
            rejected.add(reject_row(path.name, outcome))
    told.rows(card, path, tally)


def _to_register(
    register: "Register",
    card: Card,
    path: Path,
    covered: tuple[list[str], tuple[int, int] | None],
    rejected: Spool | None,
    changes: Spool | None,
) -> None:
    def reject(row: Reject) -> None:
        if rejected:
            rejected.add(reject_row(path.name, row))

    with errors.status(_("importing {path}").format(path=path)):
        imported = register.take(card.name, path, places=covered[0], years=covered[1], rejected=reject)
    told.imported(card, path, imported, bool(covered[0]))
    for change in imported.changes if changes else ():
        assert changes is not None  # noqa: S101  the line above sees to it
        changes.add(change_row(path.name, change))


def _places(text: str | None) -> list[str]:
    """Codes of states and organisations; an organisation stands for its members, too."""
    if text is None or text.strip().lower() == "world":
        return ["world"] if text else []
    codes = [find_code(part) for part in text.split(",")]
    return sorted({member for code in codes for member in (code, *actors()[code].members)})


def _years(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    first, _colon, last = text.partition(":")
    if not (first.isdecimal() and last.isdecimal() and len(first) == len(last) == 4 and first <= last):
        raise AtaseError(_("--years {text}: write the first and the last year as 1995:2025").format(text=text))
    return int(first), int(last)
