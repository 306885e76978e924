"""Reports as the rows that commands write."""

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from atase.report import Document, Report

COLUMNS = pl.Schema(
    {  # type: ignore[arg-type]  # polars' stubs do not see through a mixed dict
        "document": pl.String,
        "document_date": pl.String,
        "publisher": pl.String,
        "url": pl.String,
        "instrument": pl.String,
        "parties": pl.List(pl.String),
        "roles": pl.List(pl.String),  # in the order of the parties
        "stage": pl.String,
        "date": pl.String,
        "end": pl.String,
        "place": pl.String,
        "series": pl.String,
        "depth": pl.String,
        "themes": pl.List(pl.String),
        "evidence": pl.List(pl.String),
        "confidence": pl.Float64,
        "coder": pl.String,
        "coder_version": pl.String,
    }
)
"""A table with a row a report."""


def row_of(document: Document, reports: Iterable[Report]) -> dict[str, Any]:
    """A document as one line: its id (or path) and the activities that it reports."""
    return {"id": document.id or document.path, "activities": [activity(report) for report in reports]}


def activity(report: Report) -> dict[str, Any]:
    """A report as plain values; evidence by offsets into the document's text."""
    return {
        **_told(report),
        "parties": list(report.codes),
        "roles": {party.code: party.role for party in report.parties},
        "themes": list(report.themes),
        "evidence": [{"start": piece.start, "end": piece.end, "quote": piece.quote} for piece in report.evidence],
        "quantities": [{"amount": quantity.amount, "of": quantity.of} for quantity in report.quantities],
    }


def flat_rows(document: Document, reports: Iterable[Report]) -> Iterator[dict[str, Any]]:
    """Rows of `COLUMNS`."""
    for report in reports:
        yield {
            "document": document.id or document.path,
            "document_date": document.date,
            "publisher": document.publisher,
            "url": document.url,
            **_told(report),
            "parties": [party.code for party in report.parties],
            "roles": [party.role for party in report.parties],
            "themes": list(report.themes),
            "evidence": [piece.quote for piece in report.evidence],
        }


def _told(report: Report) -> dict[str, Any]:
    return {
        "instrument": report.instrument,
        "stage": report.stage,
        "date": report.date,
        "end": report.end,
        "place": report.place,
        "series": report.series,
        "depth": report.depth,
        "confidence": report.confidence,
        "coder": report.coder,
        "coder_version": report.coder_version,
    }
