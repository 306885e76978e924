"""Which reports tell the same event. Pure: no database, no clock, and no dependence on any order.

Two reports are likened by a score (`merging.toml` has the weights and what they mean). Links are
taken from the strongest to the weakest, and join two groups only where every report of the one may be
the same event as every report of the other, so that chains do not drift; reports of one source never
come together. A person's judgements come first and are never gone against.
"""

import tomllib
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import combinations, product
from typing import Any

from atase.when import agree, first_day, last_day

Pair = tuple[str, str]


class Verdict(StrEnum):
    """What a person said about two reports."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Claim:
    """What merging looks at of a report. `key` tells it from all others; `told` is its source's date."""

    key: str
    source: str
    instrument: str
    codes: frozenset[str]
    roles: frozenset[tuple[str, str]] = frozenset()
    date: str | None = None
    end: str | None = None
    told: str | None = None
    place: str | None = None
    series: str | None = None
    depth: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """`merging.toml`, made ready."""

    merge: float
    doubt: float
    weights: Mapping[str, float]
    families: Mapping[str, str]
    days: Mapping[str, int]
    series: int
    news: int
    opposed: frozenset[tuple[str, str]]

    def family(self, instrument: str) -> str:
        """The name under which the instrument is compared with others."""
        return self.families.get(instrument, instrument)

    def slack(self, instrument: str) -> int:
        """Days by which two sources may differ about one event of this kind; a family has the most of its own."""
        return self.days.get(instrument, self.days["default"])


@cache
def rules() -> Rules:
    """The rules that Atase comes with."""
    data: dict[str, Any] = tomllib.loads((files(__package__) / "merging.toml").read_text("utf-8"))
    days, families = data["days"], data["families"]
    kin = {
        code: max(days.get(each, days["default"]) for each in codes) for codes in families.values() for code in codes
    }
    return Rules(
        merge=data["merge"],
        doubt=data["doubt"],
        weights=data["weights"],
        families={code: family for family, codes in families.items() for code in codes},
        days={**days, **kin},
        series=data["spells"]["series"],
        news=data["spells"]["news"],
        opposed=frozenset(pair for a, b in data["roles"]["opposed"] for pair in ((a, b), (b, a))),
    )


def pair(a: str, b: str) -> Pair:
    """Two keys in the order in which pairs are kept."""
    return (a, b) if a <= b else (b, a)


def window(claim: Claim) -> tuple[int, int] | None:
    """First and last day (proleptic ordinals) on which the event may lie; None where nothing tells."""
    by = rules()
    if claim.date is not None:
        slack = by.series if claim.series else by.slack(claim.instrument)
        return first_day(claim.date).toordinal(), last_day(claim.end or claim.date).toordinal() + slack
    if claim.told is not None:
        return first_day(claim.told).toordinal() - by.news, last_day(claim.told).toordinal() + by.news
    return None


def pairs(claim: Claim) -> list[str]:
    """Each two of its parties, as one word. Two reports of one event share at least one."""
    return ["-".join(two) for two in combinations(sorted(claim.codes), 2)]


def score(a: Claim, b: Claim) -> float | None:
    """How alike two reports are; None where they cannot tell the same event."""
    by = rules()
    if a.source == b.source or by.family(a.instrument) != by.family(b.instrument):
        return None
    if a.series and b.series and a.series.casefold() != b.series.casefold():
        return None
    features = [_parties(a, b), _dates(a, b, by)]
    if None in features:
        return None
    features.append("same_instrument" if a.instrument == b.instrument else "related_instrument")
    features += _particulars(a, b, by)
    return sum(by.weights[feature] for feature in features if feature)


def _parties(a: Claim, b: Claim) -> str | None:
    if a.codes == b.codes:
        return "parties_equal"
    if len(a.codes & b.codes) < 2:
        return None
    if a.codes < b.codes or b.codes < a.codes:
        return "parties_subset"
    return "parties_overlap" if a.series and b.series else None


def _dates(a: Claim, b: Claim, by: Rules) -> str | None:
    here, there = window(a), window(b)
    if here is None or there is None or here[0] > there[1] or there[0] > here[1]:
        return None
    if a.date is None or b.date is None:
        return "same_news"
    coarser = min(len(a.date), len(b.date))
    if coarser < len("2000-01-01"):
        if not agree(a.date, b.date):
            return None
        return "same_month" if coarser == len("2000-01") else "same_year"
    gap = max(first_day(a.date) - last_day(b.end or b.date), first_day(b.date) - last_day(a.end or a.date)).days
    if gap <= 0:
        return "same_day"
    series = a.series is not None and b.series is not None
    return "near_days" if gap <= (by.series if series else by.slack(a.instrument)) else None


def _particulars(a: Claim, b: Claim, by: Rules) -> Iterator[str]:
    if a.series and b.series:
        yield "same_series"
    if a.place and b.place:
        yield "same_place" if _alike(a.place, b.place) else "other_place"
    if a.depth and b.depth and a.depth != b.depth:
        yield "other_depth"
    roles = dict(b.roles)
    if any((role, roles.get(code, "")) in by.opposed for code, role in a.roles):
        yield "opposed_roles"


def _alike(a: str, b: str) -> bool:
    return not set(a.casefold().split()).isdisjoint(b.casefold().split())


def cluster(claims: Iterable[Claim], judged: Mapping[Pair, Verdict] | None = None) -> list[tuple[str, ...]]:
    """Group the reports by event: sorted tuples of keys, in sorted order, each key in one of them.

    `judged` holds a person's word on pairs of keys (`pair` gives their order): the same event, different
    events, or unsure, which leaves them apart.
    """
    known = {claim.key: claim for claim in claims}
    judged = {two: verdict for two, verdict in (judged or {}).items() if two[0] in known and two[1] in known}
    groups: dict[str, tuple[str, ...]] = {key: (key,) for key in known}
    scores: dict[Pair, float | None] = {}

    def likeness(two: Pair) -> float | None:
        if two not in scores:
            scores[two] = score(known[two[0]], known[two[1]])
        return scores[two]

    def allowed(two: Pair) -> bool:
        crossed = (pair(one, other) for one, other in product(groups[two[0]], groups[two[1]]))
        return all(judged.get(both, Verdict.SAME) is Verdict.SAME for both in crossed)

    def alike(one: str, other: str) -> bool:
        return likeness(pair(one, other)) is not None

    def excused(one: str, other: str) -> bool:
        """Whether `other` is unlike only as it is unlike a report that a person put it together with."""
        return any(alike(one, each) and not alike(each, other) for each in by_hand[other])

    def fitting(two: Pair) -> bool:
        left, right = groups[two[0]], groups[two[1]]
        if not {known[key].source for key in left}.isdisjoint(known[key].source for key in right):
            return False
        return all(
            alike(one, other) or excused(one, other) or excused(other, one) for one, other in product(left, right)
        )

    def join(two: Pair) -> None:
        together = tuple(sorted(groups[two[0]] + groups[two[1]]))
        groups.update(dict.fromkeys(together, together))

    for two in sorted(two for two, verdict in judged.items() if verdict is Verdict.SAME):
        if groups[two[0]] is not groups[two[1]] and allowed(two):
            join(two)
    by_hand = dict(groups)
    links = ((likeness(two), two) for two in _candidates(known.values()))
    strong = [(-found, two) for found, two in links if found is not None and found >= rules().merge]
    for _, two in sorted(strong):
        if groups[two[0]] is not groups[two[1]] and allowed(two) and fitting(two):
            join(two)
    return sorted(set(groups.values()))


def _candidates(claims: Iterable[Claim]) -> set[Pair]:
    """The pairs worth scoring: two parties in common, one family, and days that overlap."""
    blocks: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for claim in claims:
        days = window(claim)
        if days is not None:
            for two in pairs(claim):
                insort(blocks.setdefault((two, rules().family(claim.instrument)), []), (*days, claim.key))
    found: set[Pair] = set()
    for block in blocks.values():
        for index, (_, last, key) in enumerate(block):
            for first, _, other in block[index + 1 :]:
                if first > last:
                    break
                found.add(pair(key, other))
    return found
