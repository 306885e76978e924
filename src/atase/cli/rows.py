"""Reports as the rows that commands write."""

from typing import Any

from atase.report import Document, Report


def row_of(document: Document, reports: list[Report]) -> dict[str, Any]:
    """One line of JSON Lines for a document: its id and the activities that it reports."""
    return {"id": document.id, "activities": [activity(report) for report in reports]}


def activity(report: Report) -> dict[str, Any]:
    """A report as plain values, in the evaluation's field names."""
    return {
        "instrument": report.instrument,
        "parties": list(report.codes),
        "stage": report.stage,
        "date": report.date,
        "end": report.end,
        "themes": list(report.themes),
        "evidence": [{"start": e.start, "end": e.end, "quote": e.quote} for e in report.evidence],
        "confidence": report.confidence,
        "roles": {party.code: party.role for party in report.parties},
        "place": report.place,
        "series": report.series,
        "depth": report.depth,
        "quantities": [{"amount": q.amount, "of": q.of} for q in report.quantities],
        "coder": report.coder,
        "coder_version": report.coder_version,
    }
