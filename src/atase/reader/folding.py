"""Candidates of one document that tell of the same event -> one, with all of their evidence."""

from dataclasses import dataclass

from atase.reader.candidates import Candidate
from atase.when import agree

_TIGHT = 0.5
"""Share of common parties from which two claims of one instrument are taken for the same event."""


@dataclass(slots=True)
class Claim:
    """A judged candidate, dated and staged."""

    candidate: Candidate
    probability: float
    stage: str
    date: str | None
    end: str | None


def fold(claims: list[Claim]) -> list[list[Claim]]:
    """Group the claims of one event; the surest of a group comes first. Groups keep the text's order."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: -claim.probability):
        home = next((group for group in groups if all(_same(claim, other) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return sorted(groups, key=lambda group: min(claim.candidate.trigger for claim in group))


def _same(a: Claim, b: Claim) -> bool:
    one, other = a.candidate, b.candidate
    if one.instrument != other.instrument or (a.date and b.date and not agree(a.date, b.date)):
        return False
    if one.series and other.series and one.series != other.series:
        return False
    mine, theirs = set(one.parties), set(other.parties)
    return len(mine & theirs) / len(mine | theirs) >= _TIGHT
