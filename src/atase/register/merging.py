"""Which reports tell the same event. Pure: no database, no clock, and no dependence on any order.

Links are taken from the strongest to the weakest (`atase.register.likeness`), and join two groups only where every
report of the one may be the same event as every report of the other, so that chains do not drift; what one source
tells apart never comes together. A person's judgements come first and are never gone against.
"""

from bisect import insort
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import product

from atase.register.likeness import Claim, apart, kind, pairs, rules, score, window

Pair = tuple[str, str]


class Verdict(StrEnum):
    """What a person said about two reports."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def pair(a: str, b: str) -> Pair:
    """Two keys in the order in which pairs are kept."""
    return (a, b) if a <= b else (b, a)


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
        if any(apart(known[one], known[other]) for one, other in product(left, right)):
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
    known = {claim.key: claim for claim in claims}
    for claim in known.values():
        days = window(claim)
        if days is not None:
            for two in pairs(claim):
                insort(blocks.setdefault((two, kind(claim)), []), (*days, claim.key))
    found: set[Pair] = set()
    for block in blocks.values():
        for index, (_, last, key) in enumerate(block):
            for first, _, other in block[index + 1 :]:
                if first > last:
                    break
                if not apart(known[key], known[other]):
                    found.add(pair(key, other))
    return found
