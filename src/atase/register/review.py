"""Pairs of activities that may be one: for a person to say."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Q, QuerySet

from atase.register.batches import batched
from atase.register.judging import judgements
from atase.register.merging import Verdict, pair
from atase.register.models import Doubt, Judgement, Report

Pairing = tuple[str, str, float]
"""Two reports by their keys, or two activities, and how alike they are (`merging.toml`)."""

_ASKED = float("inf")
"""How alike those are which a person left unsure: they come first."""
_AT_ONCE = 500


def doubts(alias: str) -> Iterator[Pairing]:
    """Pairs of activities that may be one: those that a person left unsure, then by their score.

    Pairs that were refused are left out.
    """
    seen: set[tuple[str, str]] = set()
    for some in batched(_pairs(alias), _AT_ONCE):
        for one, other, score in _open(alias, some):
            if (one, other) not in seen:
                seen.add((one, other))
                yield one, other, score


def twins(alias: str, activities: Collection[str]) -> dict[str, dict[str, float]]:
    """The activities that each of these may be one with, and how alike they are."""
    found: dict[str, dict[str, float]] = {activity: {} for activity in activities}
    for some in batched(activities, _AT_ONCE):
        keys = set(Report.objects.using(alias).filter(activity__in=some, current=True).values_list("key", flat=True))
        here = [*_scored(alias, Q(left__activity__in=some)), *_scored(alias, Q(right__activity__in=some))]
        for asked in batched(sorted(keys), _AT_ONCE):
            here += _unsure(alias, Q(left__in=asked) | Q(right__in=asked))
        for one, other, score in _open(alias, here):
            for mine, its in ((one, other), (other, one)):
                if mine in found:
                    found[mine][its] = max(score, found[mine].get(its, 0.0))
    return found


def _pairs(alias: str) -> Iterator[Pairing]:
    yield from _unsure(alias, Q())
    yield from _scored(alias, Q()).order_by("-score", "id").iterator(_AT_ONCE)


def _scored(alias: str, which: Q) -> QuerySet[Doubt, Pairing]:
    doubts = Doubt.objects.using(alias).filter(which, left__current=True, right__current=True)
    return doubts.values_list("left__key", "right__key", "score")


def _unsure(alias: str, which: Q) -> Iterable[Pairing]:
    asked = Judgement.objects.using(alias).filter(which, verdict=Verdict.UNSURE, decision__undone_by=None)
    return ((left, right, _ASKED) for left, right in asked.order_by("id").values_list("left", "right"))


def _open(alias: str, found: Collection[Pairing]) -> Iterator[Pairing]:
    """The pairs of activities of these reports that nobody has decided on."""
    keys = {key for left, right, _ in found for key in (left, right)}
    judged = judgements(alias, keys)
    homes: dict[str, str | None] = {}
    for some in batched(sorted(keys), _AT_ONCE):
        current = Report.objects.using(alias).filter(key__in=some, current=True)
        homes |= dict(current.values_list("key", "activity_id"))
    for left, right, score in found:
        one, other = homes.get(left), homes.get(right)
        open_ = judged.get(pair(left, right), Verdict.UNSURE) is Verdict.UNSURE
        if open_ and one and other and one != other:
            yield *pair(one, other), score
