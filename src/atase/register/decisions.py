"""A person's word: confirm, reject, correct, merge, refuse, unsure, split, undo. Only ever added to."""

from collections.abc import Collection, Iterable, Mapping
from itertools import product
from typing import Any

from django.db.models import Q
from django.utils.timezone import now

from atase.errors import AtaseError
from atase.i18n import _
from atase.register.basis import gather
from atase.register.errors import ChangedError
from atase.register.grouping import regroup
from atase.register.lineage import family, roots
from atase.register.merging import Pair, Verdict, pair
from atase.register.models import Activity, Decision, Judgement, Report
from atase.register.versions import withdraw
from atase.register.words import Author
from atase.register.writing import revision, writing

Action = Decision.Action
_VERDICTS = {
    Action.MERGE: Verdict.SAME,
    Action.REFUSE: Verdict.DIFFERENT,
    Action.UNSURE: Verdict.UNSURE,
    Action.SPLIT: Verdict.DIFFERENT,
}


def find(alias: str, identifier: str) -> str:
    """The activity that an identifier stands for now.

    Raises:
        AtaseError: there is none.
    """
    found = roots(alias, [identifier]).get(identifier)
    if found is None:
        raise AtaseError(_("no activity {id}; `atase activities` lists those that there are").format(id=identifier))
    return found


def unchanged(alias: str, roots: Collection[str], author: Author) -> None:
    """Make sure that the author decides on what they saw; what they decided themselves since is no surprise.

    Raises:
        ChangedError: one of the activities changed after the revision that the author saw.
    """
    seen = author.seen
    if seen is None:
        return
    for root, changed in (
        Activity.objects.using(alias).filter(id__in=roots, changed__gt=seen).values_list("id", "changed")
    ):
        about = family(alias, [root])
        made = Decision.objects.using(alias).filter(Q(activity__in=about) | Q(other__in=about), revision__gt=seen)
        decisions = list(made.order_by("id"))
        others = [decision for decision in decisions if decision.who != author.who]
        if others or changed > max((decision.revision for decision in decisions), default=seen):
            raise ChangedError(root, others)


def decide(alias: str, activity: str, action: Action, author: Author, fields: Mapping[str, Any] | None = None) -> int:
    """Confirm, reject or correct an activity. Its reports belong together from now on.

    `fields` are the checked values of a correction (`atase.register.correcting`). Gives the decision's
    number.
    """
    with writing(alias):
        root = find(alias, activity)
        unchanged(alias, [root], author)
        keys = [row.key for row in _rows(alias, root)]
        decision = record(alias, root, action, author, fields=dict(fields or {}))
        judge(alias, decision, product(keys[:1], keys[1:]), Verdict.SAME)
        regroup(alias, (), [root])
        return decision.pk


def compare(alias: str, one: str, other: str, action: Action, author: Author) -> int:
    """Merge two activities, refuse to, or leave it unsure.

    Raises:
        AtaseError: one of them does not exist, or they are one already.
    """
    with writing(alias):
        left, right = find(alias, one), find(alias, other)
        if left == right:
            raise AtaseError(_("{one} and {other} are one activity already").format(one=one, other=other))
        unchanged(alias, [left, right], author)
        crossed = product([row.key for row in _rows(alias, left)], [row.key for row in _rows(alias, right)])
        decision = record(alias, left, action, author, other_id=right)
        judge(alias, decision, crossed, _VERDICTS[action])
        regroup(alias, (), [left, right])
        return decision.pk


def split(alias: str, activity: str, reports: Collection[str], author: Author) -> int:
    """Part some reports from their activity: they become one of their own.

    Raises:
        AtaseError: a report is not the activity's, or none would be left on one side.
    """
    with writing(alias):
        root = find(alias, activity)
        unchanged(alias, [root], author)
        rows = {row.identifier: row.key for row in _rows(alias, root)}
        for report in reports:
            if report not in rows:
                raise AtaseError(
                    _("{report} is no report of {activity}; `atase show {activity}` lists them").format(
                        report=report, activity=root
                    )
                )
        apart = [rows[report] for report in reports]
        rest = [key for key in rows.values() if key not in apart]
        if not apart or not rest:
            raise AtaseError(_("a split leaves at least one report on each side"))
        decision = record(alias, root, Action.SPLIT, author)
        judge(alias, decision, product(apart, rest), Verdict.DIFFERENT)
        judge(alias, decision, product(apart[:1], apart[1:]), Verdict.SAME)
        regroup(alias, (), [root])
        return decision.pk


def undo(alias: str, number: int, author: Author) -> int:
    """Take back a decision: everything is as if it had not been made, and the history shows both.

    Raises:
        AtaseError: there is no such decision, or it was undone before.
    """
    with writing(alias):
        decision = Decision.objects.using(alias).filter(pk=number).exclude(action=Action.UNDO).first()
        if decision is None:
            raise AtaseError(_("no decision {number}; `atase show` lists them").format(number=number))
        if Decision.objects.using(alias).filter(undoes=decision).exists():
            raise AtaseError(_("decision {number} was undone before").format(number=number))
        if decision.report_id:
            withdraw(alias, [decision.report_id])
        back = record(alias, decision.activity_id, Action.UNDO, author, undoes=decision)
        ids = [decision.activity_id, *filter(None, [decision.other_id])]
        regroup(alias, (), set(roots(alias, ids).values()))
        return back.pk


def current_keys(alias: str, root: str) -> list[str]:
    """What stands for each report of an activity."""
    return [row.key for row in _rows(alias, root)]


def _rows(alias: str, root: str) -> list[Report]:
    basis = gather(alias, [root])[root]
    return [row for row, _told in basis.current or basis.past]


def record(alias: str, root: str, action: Action, author: Author, **more: Any) -> Decision:
    """Add a decision to the history."""
    return Decision.objects.using(alias).create(
        activity=Activity.objects.using(alias).get(id=root),
        action=action,
        who=author.who,
        why=author.why,
        when=now(),
        revision=revision(alias),
        **more,
    )


def judge(alias: str, decision: Decision, crossed: Iterable[Pair], verdict: Verdict) -> None:
    """Keep a decision's word on pairs of reports."""
    ordered = [pair(*both) for both in crossed]
    Judgement.objects.using(alias).bulk_create(
        [Judgement(decision=decision, left=left, right=right, verdict=verdict) for left, right in ordered]
    )
