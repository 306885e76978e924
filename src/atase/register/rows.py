"""Documents and reports to the register's rows and back."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from atase.register.ids import digest
from atase.register.merging import Claim, pairs, rules, window
from atase.register.models import Block, Report, Source
from atase.report import Document, Evidence, Party, Quantity
from atase.report import Report as Coded


def origin(document: Document) -> str:
    """Where a document was found: two texts of one origin are versions of one source.

    An identifier that is made of the path, as given, says no more than its rest: the row of a file.
    """
    place = document.url or (str(Path(document.path).absolute()) if document.path else "")
    own = document.id.removeprefix(document.path).removeprefix("#")
    return f"{place}#{own}" if place or own else fingerprint(document)


def fingerprint(document: Document) -> str:
    """Stands for all that a document says and what is said of it, but not for where it lies."""
    said = (document.title, document.text, document.date, document.lang)
    return digest(*(part or "" for part in (*said, document.publisher, document.licence)))


def source_row(document: Document, identifier: str, version: int, now: datetime) -> Source:
    """The row of a new version of a source. A language that it does not tell is found from its text."""
    from atase.reader import identify  # only where something is read: its dictionaries are slow to import

    return Source(
        id=identifier,
        origin=origin(document),
        title=document.title,
        publisher=document.publisher,
        date=document.date,
        lang=document.lang or identify(document.text),
        url=document.url,
        licence=document.licence,
        path=document.path,
        sha256=document.sha256,
        fingerprint=fingerprint(document),
        version=version,
        current=True,
        added=now,
        text=document.text,
    )


def report_rows(source: Source, reports: Sequence[Coded]) -> list[Report]:
    """The rows of what a source reports. Reports alike but for their order get keys apart."""
    rows: list[Report] = []
    seen: dict[str, int] = {}
    for ordinal, report in enumerate(reports, start=1):
        quotes = " ".join(" ".join(each.quote for each in report.evidence).split())
        key = digest(source.origin, report.instrument, *report.codes, quotes)
        seen[key] = seen.get(key, 0) + 1
        rows.append(
            Report(
                source=source,
                ordinal=ordinal,
                key=key if seen[key] == 1 else digest(key, str(seen[key])),
                instrument=report.instrument,
                stage=report.stage,
                date=report.date,
                end=report.end,
                place=report.place,
                series=report.series,
                depth=report.depth,
                themes=" ".join(report.themes),
                parties=[[party.code, party.role] for party in report.parties],
                evidence=[asdict(each) for each in report.evidence],
                quantities=[[each.amount, each.of] for each in report.quantities],
                detail=report.detail,
                coder=report.coder,
                coder_version=report.coder_version,
                confidence=report.confidence,
            )
        )
    return rows


def coded(row: Report) -> Coded:
    """The report as it was read."""
    return Coded(
        instrument=row.instrument,
        parties=tuple(Party(code, role) for code, role in row.parties),
        stage=row.stage,
        evidence=tuple(Evidence(**each) for each in row.evidence),
        coder=row.coder,
        coder_version=row.coder_version,
        confidence=row.confidence,
        date=row.date,
        end=row.end,
        place=row.place,
        series=row.series,
        depth=row.depth,
        themes=tuple(row.themes.split()),
        quantities=tuple(Quantity(amount, of) for amount, of in row.quantities),
        detail=row.detail,
    )


def claim(row: Report) -> Claim:
    """What merging looks at; `row.source` must be at hand."""
    return Claim(
        key=row.key,
        source=row.source_id,
        instrument=row.instrument,
        codes=frozenset(code for code, _ in row.parties),
        roles=frozenset((code, role) for code, role in row.parties),
        date=row.date,
        end=row.end,
        told=row.source.date,
        place=row.place,
        series=row.series,
        depth=row.depth,
    )


def block_rows(row: Report) -> list[Block]:
    """Where merging will look for the report; none where its days are unknown."""
    told = claim(row)
    days = window(told)
    if days is None:
        return []
    family = rules().family(row.instrument)
    return [Block(report=row, pair=two, family=family, first=days[0], last=days[1]) for two in pairs(told)]
