"""Claims of one document that tell of the same event -> one, with all of their evidence."""

from atase.reader.judging import Claim
from atase.when import agree

_TIGHT = 0.5
"""Share of common parties from which two claims of one instrument are taken for the same event."""


def fold(claims: list[Claim]) -> list[list[Claim]]:
    """Group the claims of one event; the surest of a group comes first. Groups keep the text's order."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: -claim.probability):
        home = next((group for group in groups if all(_same(claim, other) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return sorted(groups, key=_place)


def _place(group: list[Claim]) -> tuple[int, int]:
    return min((claim.candidate.sentence.index, claim.candidate.trigger.start) for claim in group)


def _same(a: Claim, b: Claim) -> bool:
    one, other = a.candidate, b.candidate
    if one.instrument != other.instrument or (a.date and b.date and not agree(a.date, b.date)):
        return False
    if (s := _series(a)) and (t := _series(b)) and s != t:
        return False
    return common(a.parties, b.parties) >= _TIGHT


def common(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The share of all parties that both have (Jaccard)."""
    return len({*a} & {*b}) / len({*a} | {*b})


def _series(claim: Claim) -> str | None:
    return next((m.name.entry for m in claim.candidate.sentence.mentions if m.name.kind == "series"), None)
