"""Claims of one document that tell of the same event -> one, with all of their evidence."""

from dataclasses import dataclass, field

from atase.reader.judging import Claim
from atase.when import agree

_TIGHT = 0.5
"""Share of common parties from which two claims of one instrument are taken for the same event."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What of a claim tells its event apart from others."""

    instrument: str
    date: str | None
    series: str | None
    parties: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Claims of one event. What they tell is kept once, for a text may tell the same a thousand times."""

    claims: list[Claim] = field(default_factory=list)
    told: set[_Told] = field(default_factory=set)

    def takes(self, told: _Told) -> bool:
        return told in self.told or all(_same(told, other) for other in self.told)


def fold(claims: list[Claim]) -> list[list[Claim]]:
    """Group the claims of one event; the surest of a group comes first. Groups keep the text's order."""
    groups: list[_Group] = []
    for claim in sorted(claims, key=lambda claim: -claim.probability):
        told = _told(claim)
        home = next((group for group in groups if group.takes(told)), None)
        if home is None:
            groups.append(home := _Group())
        home.claims.append(claim)
        home.told.add(told)
    return sorted((group.claims for group in groups), key=_place)


def _place(group: list[Claim]) -> tuple[int, int]:
    return min((claim.candidate.sentence.index, claim.candidate.trigger.start) for claim in group)


def _told(claim: Claim) -> _Told:
    mentions = claim.candidate.sentence.mentions
    series = next((mention.name.entry for mention in mentions if mention.name.kind == "series"), None)
    return _Told(claim.candidate.instrument, claim.date, series, claim.parties)


def _same(a: _Told, b: _Told) -> bool:
    if a.instrument != b.instrument or (a.date and b.date and not agree(a.date, b.date)):
        return False
    if a.series and b.series and a.series != b.series:
        return False
    return common(a.parties, b.parties) >= _TIGHT


def common(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The share of all parties that both have (Jaccard)."""
    return len({*a} & {*b}) / len({*a} | {*b})
