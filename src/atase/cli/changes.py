"""What a newer version of a dataset's file added, changed or no longer has, as rows of a table."""

from typing import TYPE_CHECKING, Any

import polars as pl

if TYPE_CHECKING:
    from atase.register.importing import Change

CHANGES = pl.Schema(
    {  # type: ignore[arg-type]  # polars' stubs do not see through a mixed dict
        "file": pl.String,
        "change": pl.String,  # added, changed or gone
        "row": pl.Int64,  # of the file, or of the version before where it is gone
        "fields": pl.List(pl.String),  # those that changed
        "instrument": pl.String,
        "parties": pl.List(pl.String),
        "date": pl.String,
        "evidence": pl.String,
    }
)


def change_row(file: str, change: "Change") -> tuple[Any, ...]:
    """A row of `CHANGES`."""
    report = change.report
    return (
        file,
        change.kind,
        report.ordinal,
        change.fields,
        report.instrument,
        [code for code, _role in report.parties],
        report.date,
        report.evidence[0]["quote"],
    )
