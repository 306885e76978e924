"""A row coded as a report."""

import re
from collections.abc import Iterable
from typing import Any

from atase import when
from atase.datasets.card import Card
from atase.datasets.outcome import RefusedError
from atase.datasets.tables import Row
from atase.i18n import _
from atase.report import Evidence, Party, Report

_NUMBER = re.compile(r"\d{1,15}(\.\d+)?", re.A)


def number(text: str) -> float | None:
    """The number in a cell; None where it is empty.

    Raises:
        RefusedError: there is something else.
    """
    if text and not _NUMBER.fullmatch(text):
        raise RefusedError(_("no number"), text)
    return float(text) if text else None


def report(
    card: Card,
    row: Row,
    instrument: str,
    stage: str,
    parties: Iterable[Party],
    *,
    detail: dict[str, str] | None = None,
    **told: Any,
) -> Report:
    """The report of a row; `told` are further fields of `Report`. Empty details are left out.

    An end before the start is the dataset's mistake: it is kept as the detail `end_as_given`.

    Raises:
        RefusedError: there are not two different parties.
    """
    given = list(parties)
    sorted_parties = tuple(sorted({party.code: party for party in given}.values(), key=lambda party: party.code))
    if len(given) < 2:
        raise RefusedError(_("fewer than two parties"), outside=True)
    if len(sorted_parties) < 2:
        raise RefusedError(_("the parties are one and the same"), given[0].code)
    details = {name: value for name, value in (detail or {}).items() if value}
    start, end = told.get("date"), told.get("end")
    if start and end and when.last_day(end) < when.first_day(start):
        details["end_as_given"] = end
        told["end"] = None
    quote = row.quote
    return Report(
        instrument=instrument,
        parties=sorted_parties,
        stage=stage,
        evidence=(Evidence(0, len(quote), quote),),
        coder=card.name,
        coder_version=card.coder_version,
        confidence=card.confidence,
        detail=details,
        **told,
    )
