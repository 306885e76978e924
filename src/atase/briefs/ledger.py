"""The numbers behind the statements: each leads to one sentence in one source."""

import textwrap

import polars as pl

from atase.briefs.tree import Reference
from atase.briefs.untrusted import Frames, plain, shortened
from atase.briefs.words import day

QUOTED = 150
"""Characters of a sentence that is quoted beside a statement; the evidence at the end has all of it."""
PER_ACTIVITY = 3
"""References that one activity is given at most: its surest reports, each of another source."""


class Ledger:
    """Numbers the evidence in the order in which a brief first needs it."""

    def __init__(self, frames: Frames) -> None:
        """Args:
        frames: the register's, as `atase.briefs.untrusted.cleaned` gives them.
        """
        self._frames = frames
        self._told: dict[str, list[dict[str, str]]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._references: list[Reference] = []

    def cite(self, *activities: str) -> tuple[int, ...]:
        """The numbers of the references for these activities, sorted."""
        self._look_up([identifier for identifier in activities if identifier not in self._told])
        told = [row for identifier in activities for row in self._told[identifier]]
        return tuple(sorted({self._number(row) for row in told}))

    def quote(self, activity: str) -> str:
        """The surest sentence that tells of it, shortened to fit under a line of a table; empty where there is none."""
        self._look_up([activity] if activity not in self._told else [])
        words = next((row["quote"] for row in self._told[activity]), "")
        return textwrap.shorten(words, QUOTED, placeholder=" …")

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everything cited so far, in the order of the numbers."""
        return tuple(self._references)

    def prepare(self, activities: pl.Series) -> None:
        """Look the evidence of many activities up at once; `cite` does it one by one where it must."""
        self._look_up([identifier for identifier in activities if identifier not in self._told])

    def _look_up(self, wanted: list[str]) -> None:
        if not wanted:
            return
        self._told |= {identifier: [] for identifier in wanted}
        for row in _evidence(self._frames, wanted).iter_rows(named=True):
            self._told[row["activity"]].append(row)

    def _number(self, row: dict[str, str]) -> int:
        key = (row["source"], row["quote"])
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._references.append(
                Reference(
                    number=self._numbers[key],
                    quote=row["quote"],
                    title=row["title"],
                    publisher=row["publisher"],
                    date=day(row["date"]),
                    lang=row["lang"],
                    url=row["url"],
                    coder=row["coder"],
                    activity=row["activity"],
                )
            )
        return self._numbers[key]


def _evidence(frames: Frames, activities: list[str]) -> pl.DataFrame:
    """A row for each activity and source, surest first: the first sentence of its best report, plain."""
    quote = pl.col("evidence").list.first().struct.field("quote")
    return (
        frames["reports"]
        .filter(pl.col("activity").is_in(activities))
        .sort("activity", "confidence", "report", descending=[False, True, False])
        .unique(["activity", "source"], keep="first", maintain_order=True)
        .join(frames["sources"], on="source", how="left", maintain_order="left", suffix="_source")
        .group_by("activity", maintain_order=True)
        .head(PER_ACTIVITY)
        .select(
            "activity",
            "source",
            quote=shortened(plain(quote)),
            title=pl.col("title").fill_null(""),
            publisher=pl.col("publisher").fill_null(""),
            date=pl.col("date_source"),
            lang=pl.col("lang").fill_null(""),
            url=pl.col("url").fill_null(""),
            coder=plain(pl.col("coder") + " " + pl.col("coder_version")),
        )
    )
