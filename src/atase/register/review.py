"""What a person should look at."""

from collections.abc import Iterator

from atase.register.grouping import batched, judgements
from atase.register.merging import Verdict, pair
from atase.register.models import Doubt, Judgement, Report

_ASKED = float("inf")


def doubts(alias: str) -> Iterator[tuple[str, str, float]]:
    """Pairs of activities that may be one: those that a person left unsure, then by their score.

    The score (`merging.toml`) is infinite where a person was unsure; pairs that were refused are left out.
    """
    unsure = Judgement.objects.using(alias).filter(verdict=Verdict.UNSURE, decision__undone_by=None)
    scored = Doubt.objects.using(alias).filter(left__current=True, right__current=True).order_by("-score", "id")
    found = [(*both, _ASKED) for both in unsure.order_by("id").values_list("left", "right")]
    found += scored.values_list("left__key", "right__key", "score")
    keys = {key for left, right, _ in found for key in (left, right)}
    judged, homes = judgements(alias, keys), _homes(alias, keys)
    seen = set()
    for left, right, score in found:
        one, other = homes.get(left), homes.get(right)
        open_ = judged.get(pair(left, right), Verdict.UNSURE) is Verdict.UNSURE
        if open_ and one and other and one != other and pair(one, other) not in seen:
            seen.add(pair(one, other))
            yield one, other, score


def _homes(alias: str, keys: set[str]) -> dict[str, str | None]:
    """The activity of each report that counts."""
    homes: dict[str, str | None] = {}
    for some in batched(sorted(keys), 500):
        current = Report.objects.using(alias).filter(key__in=some, current=True)
        homes |= dict(current.values_list("key", "activity_id"))
    return homes
