"""The outcomes of an import as rows of tables: one for the reports, and one for the rejects."""

import json
from typing import Any

import polars as pl

from atase.datasets import Reject, Told

REPORTS = pl.Schema(
    {  # type: ignore[arg-type]  # polars' stubs do not see through a mixed dict
        "coder": pl.String,  # the dataset
        "coder_version": pl.String,
        "file": pl.String,
        "row": pl.Int64,  # rows of data, from 1
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
        "quantities": pl.List(pl.String),  # "12 units"
        "confidence": pl.Float64,
        "detail": pl.String,  # a JSON object
        "evidence": pl.String,  # the cells of the row
    }
)
REJECTS = pl.Schema(
    {
        "file": pl.String,
        "row": pl.Int64,
        "outside": pl.Boolean,  # a sound row, but no activity; otherwise one not understood
        "reason": pl.String,
        "about": pl.String,
        "cells": pl.String,
    }
)


def report_row(file: str, told: Told) -> tuple[Any, ...]:
    """A row of `REPORTS`."""
    report = told.report
    return (
        report.coder,
        report.coder_version,
        file,
        told.row,
        report.instrument,
        [party.code for party in report.parties],
        [party.role for party in report.parties],
        report.stage,
        report.date,
        report.end,
        report.place,
        report.series,
        report.depth,
        report.themes,
        [f"{quantity.amount:g} {quantity.of}" for quantity in report.quantities],
        report.confidence,
        json.dumps(report.detail, ensure_ascii=False),
        report.evidence[0].quote,
    )


def reject_row(file: str, reject: Reject) -> tuple[Any, ...]:
    """A row of `REJECTS`."""
    return file, reject.row, reject.outside, reject.reason, reject.about, reject.cells
