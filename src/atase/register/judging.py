"""What people said of two reports."""

from collections.abc import Iterable

from atase.register.batches import batched
from atase.register.merging import Pair, Verdict
from atase.register.models import Judgement


def judgements(alias: str, keys: Iterable[str]) -> dict[Pair, Verdict]:
    """A person's standing word on each two of these reports that one was given on: the last holds."""
    known, found = set(keys), {}
    for some in batched(sorted(known), 500):
        rows = Judgement.objects.using(alias).filter(left__in=some, decision__undone_by=None)
        for row in rows.order_by("decision_id"):
            if row.right in known:
                found[row.left, row.right] = Verdict(row.verdict)
    return found
