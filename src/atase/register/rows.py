"""Documents and reports to the register's rows and back."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from atase.register.ids import digest
from atase.register.likeness import Claim, kind, rules, spans, words
from atase.register.models import Report, Source
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
        rows.append(report_row(source, ordinal, key if seen[key] == 1 else digest(key, str(seen[key])), report))
    return rows


def report_row(source: Source, ordinal: int, key: str, report: Coded, event: str | None = None) -> Report:
    """The row of one report."""
    return Report(
        source=source,
        ordinal=ordinal,
        key=key,
        event=event,
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
        source=row.source.voice,
        instrument=row.instrument,
        codes=frozenset(code for code, _ in row.parties),
        roles=frozenset((code, role) for code, role in row.parties),
        date=row.date,
        end=row.end,
        told=row.source.date,
        place=row.place,
        series=row.series,
        depth=row.depth,
        event=row.event,
        item=row.detail.get("designation"),
        said=" ".join(each["quote"] for each in row.evidence).casefold() if rules().names_items(row.instrument) else "",
    )


def voice(told: Claim) -> str:
    """What stands for the source in `Block`."""
    return digest(told.source)


def block_rows(row: Report) -> list[tuple[int, str, str, str, int, int]]:
    """Where merging will look for the report, as `Block` without its key; none where its days are unknown."""
    told = claim(row)
    family, own = kind(told), voice(told)
    return [
        (row.pk, word, family, "" if word[0] == "=" else own, *span) for span in spans(told) for word in words(told)
    ]
