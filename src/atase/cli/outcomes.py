"""Where the outcomes of an import go: a table with a row a report, and one with a row a reject."""

import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import polars as pl

from atase.cli.spool import spool
from atase.datasets import Outcome, Reject, Told

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


class Outcomes:
    """Writes reports to one file and rejects, where wanted, to another; neither is left behind half."""

    def __init__(self, reports: Path, rejects: Path | None) -> None:
        self._stack = ExitStack()
        self._paths = reports, rejects

    def __enter__(self) -> Self:
        reports, rejects = self._paths
        self._reports = self._stack.enter_context(spool(reports, REPORTS))
        self._rejects = self._stack.enter_context(spool(rejects, REJECTS)) if rejects else None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def write(self, path: Path, outcomes: Iterable[Outcome]) -> None:
        """Write what became of the rows of a file."""
        name = path.name
        for outcome in outcomes:
            if isinstance(outcome, Told):
                self._reports.add(_report(name, outcome))
            elif self._rejects:
                self._rejects.add(_reject(name, outcome))


def _report(file: str, told: Told) -> tuple[Any, ...]:
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


def _reject(file: str, reject: Reject) -> tuple[Any, ...]:
    return file, reject.row, reject.outside, reject.reason, reject.about, reject.cells
