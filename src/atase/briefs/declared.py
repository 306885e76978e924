"""Which datasets tell of a relation, and which of them cover what: the part of the brief on what it rests on."""

import polars as pl

from atase import measures
from atase.briefs import words
from atase.briefs.subject import Subject
from atase.briefs.tree import Block, Column, Statement, Table
from atase.i18n import _


def datasets(subject: Subject) -> tuple[Block, ...]:
    """A row each dataset: what it covers of these parties, when, and how many of the activities it tells."""
    coverage = subject.frames["coverage"]
    titles = dict(coverage.join(subject.frames["sources"], on="source").select("dataset", "title").rows())
    told = _told(subject, coverage)
    covered = {name: rows for (name,), rows in subject.kinds.group_by("dataset", maintain_order=True)}
    rows = tuple(
        (
            Statement(titles[name]),
            Statement(_kinds(covered[name]) if name in covered else "–"),
            Statement(_years(covered[name]) if name in covered else "–"),
            Statement(words.count(told.get(name, 0))),
        )
        for name in sorted(titles)
        if name in covered or name in told
    )
    if not rows:
        return ()
    columns = (
        Column(_("Dataset"), 3),
        Column(_("Covers as a whole"), 2.6),
        Column(_("Years"), 1.6),
        Column(_("Told here"), 1, number=True),
    )
    note = _(
        "Of what a dataset covers as a whole, nothing shown in these years means that it knew of none. A dash: it "
        "tells of some and covers nothing as a whole. Other kinds and years are not covered by any. What each "
        "lacks: `atase datasets`."
    )
    return (Table(columns, rows, note),)


def _told(subject: Subject, coverage: pl.DataFrame) -> dict[str, int]:
    """How many of the activities each dataset tells."""
    reports = subject.frames["reports"].join(subject.activities, on="activity", how="semi")
    each = reports.join(coverage.select("source", "dataset"), on="source").unique(["activity", "dataset"])
    return dict(each.group_by("dataset").len().rows())


def _kinds(rows: pl.DataFrame) -> str:
    return words.listed(words.instrument(code).lower() for code in rows["instrument"].unique().sort())


def _years(rows: pl.DataFrame) -> str:
    return words.listed(measures.runs(rows["year"].unique().sort()))
