"""A dataset's file and its rows as the register's rows.

A file is one source and a row one of its reports, whose place among them is the row's number: `s7k2mfa-1042` is row
1042. So the register holds a card's particulars once, and three rows of one dataset do not pass for three sources.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from atase.datasets import Card, Tally, Told, part
from atase.register.ids import digest
from atase.register.models import DATASET, Coverage, Report, Source
from atase.register.rows import report_row
from atase.report import Report as Coded
from atase.when import first_day, last_day

_STRAYS = 200
"""Of so many rows, the first and the last may be misdated."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of a dataset. `places` and `years` are what its user says that it covers, where it is an extract."""

    card: Card
    path: Path
    sha256: str
    part: str
    places: Sequence[str] = ()
    years: tuple[int, int] | None = None

    @property
    def origin(self) -> str:
        """The same for all versions of the file."""
        return f"dataset:{self.card.name}#{self.part}"

    @property
    def fingerprint(self) -> str:
        """Stands for its content and for how it is coded."""
        return digest(self.sha256, self.card.coder_version)


def data_file(card: Card, path: Path, places: Sequence[str], years: tuple[int, int] | None) -> DataFile:
    """Look at a file.

    Raises:
        AtaseError: it cannot be read, or has no layout of the dataset.
    """
    named = part(card, path)
    with path.open("rb") as stream:
        return DataFile(card, path, file_digest(stream, "sha256").hexdigest(), named, places, years)


def source_row(file: DataFile, identifier: str, version: int, now: datetime) -> Source:
    """The row of a new version of a file."""
    card = file.card
    return Source(
        id=identifier,
        origin=file.origin,
        kind=DATASET,
        title=f"{card.title}, {card.version}",
        publisher=card.authors,
        date=None,
        lang="en",
        url=card.url,
        licence=card.terms,
        path=str(file.path),
        sha256=file.sha256,
        fingerprint=file.fingerprint,
        version=version,
        current=True,
        added=now,
        text="",
    )


def report_rows(source: Source, card: Card, told: Iterable[Told]) -> list[Report]:
    """The rows of a file's reports. What tells a row from the others (`Card.identity`) makes its key."""
    seen: Counter[str] = Counter()
    rows = []
    for each in told:
        identity = digest(card.name, *_values(each.report, card.identity or ("instrument", "codes", "quote")))
        seen[identity] += 1
        own = digest(identity, str(seen[identity]))
        event = digest(card.name, *_values(each.report, card.event)) if card.event else own if card.parts else None
        rows.append(report_row(source, each.row, digest(source.origin, own), each.report, event))
    return rows


def _values(report: Coded, names: Iterable[str]) -> list[str]:
    """Details of a report, or fields of it."""
    fields = {
        "instrument": report.instrument,
        "codes": " ".join(report.codes),
        "date": report.date or "",
        "quote": report.evidence[0].quote,
    }
    return [report.detail.get(name) or fields.get(name, "") for name in names]


def coverage_row(source: Source, file: DataFile, told: Sequence[Told], tally: Tally) -> Coverage:
    """What a file covers: as its card says where it is whole, else as its user says, else nobody's whole activity.

    The days of a part or an extract are those that its rows tell, but for a few at either end: mistyped years.
    """
    card = file.card
    whole = card.whole(tally.rows)
    first, last = _days(file, told, whole)
    named = {code for each in told for code in each.report.codes} - set(card.always)
    areas = sorted(named) if card.areas == ("named",) else card.areas
    return Coverage(
        source=source,
        dataset=card.name,
        version=card.version,
        first=first,
        last=last,
        places=" ".join(file.places or (areas if whole else ())),
        instruments=" ".join(card.complete),
        population=" ".join(card.always),
        note=card.lacks,
        rows=tally.rows,
        rejects=dict(tally.outside + tally.unread),
    )


def span(years: tuple[int, int]) -> tuple[str, str]:
    """The first and last day of a span of years."""
    return f"{years[0]:04}-01-01", f"{years[1]:04}-12-31"


def _days(file: DataFile, told: Sequence[Told], whole: bool) -> tuple[str, str]:
    first, last = span(file.years or file.card.years)
    dates = sorted(each.report.date for each in told if each.report.date)
    if file.years or not dates or (whole and not file.card.parts):
        return first, last
    strays = len(dates) // _STRAYS
    told_first, told_last = first_day(dates[strays]), last_day(dates[-1 - strays])
    return max(first, told_first.isoformat()), min(last, told_last.isoformat())
