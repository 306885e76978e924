"""Activities made anew from their reports and decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from atase.codebook import instruments
from atase.register.deciding import Fields, Told, decide
from atase.register.models import Activity, Decision, Party, Report
from atase.register.rows import coded
from atase.report import Party as Taker
from atase.when import first_day

_DERIVED = [
    *(
        "standing",
        "state",
        "instrument",
        "group",
        "stage",
        "date",
        "day",
        "end",
        "reported",
        "place",
        "series",
    ),
    *("depth", "themes", "codes", "confidence", "reports", "sources"),
]


@dataclass
class Basis:
    """What an activity is made from: its reports now and before, and the decisions that stand."""

    current: list[Told] = field(default_factory=list)
    past: list[Told] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    @property
    def state(self) -> str:
        """What the last person who confirmed or rejected it said; else machines only stand behind it."""
        for decision in reversed(self.decisions):
            if decision.action == Decision.Action.CONFIRM:
                return Activity.State.CONFIRMED
            if decision.action == Decision.Action.REJECT:
                return Activity.State.REJECTED
        return Activity.State.CANDIDATE

    @property
    def standing(self) -> str:
        """Whether it rests on the newest versions, is upheld by a person alone, or rests on nothing."""
        if self.current:
            return Activity.Standing.CURRENT
        upheld = self.state == Activity.State.CONFIRMED or (
            self.corrections and self.state != Activity.State.REJECTED
        )
        return Activity.Standing.HISTORY if upheld and self.past else Activity.Standing.NOTHING

    @property
    def corrections(self) -> dict[str, Any]:
        """The fields that a person set, the latest value of each."""
        fields: dict[str, Any] = {}
        for decision in self.decisions:
            fields |= decision.what.get("fields", {})
        if "themes" in fields:
            fields["themes"] = tuple(fields["themes"])
        if "parties" in fields:
            fields["parties"] = tuple(Taker(code, role) for code, role in fields["parties"])
        return fields

    def decide(self) -> Fields:
        """Its fields, from what stands."""
        told = self.current or self.past
        return decide(told, lambda code: instruments()[code].scale, self.corrections)


def gather(alias: str, ids: Iterable[str]) -> dict[str, Basis]:
    """The basis of each of these activities, with that of those merged into it."""
    roots = {identifier: identifier for identifier in ids}
    bases = {identifier: Basis() for identifier in roots}
    layer: Sequence[str] = list(roots)
    while layer:
        children = (
            Activity.objects.using(alias).filter(merged_into__in=layer).values_list("id", "merged_into_id")
        )
        found = {
            child: roots[parent] for child, parent in children if parent is not None and child not in roots
        }
        roots |= found
        layer = list(found)
    reports = (
        Report.objects.using(alias).filter(activity__in=roots).select_related("source").defer("source__text")
    )
    for row in reports.order_by("id"):
        basis = bases[roots[row.activity_id or ""]]
        told = Told(coded(row), row.source.origin, row.source.date)
        (basis.current if row.current else basis.past).append(told)
    for decision in standing_decisions(alias, roots):
        bases[roots[decision.activity_id]].decisions.append(decision)
    return bases


def standing_decisions(alias: str, ids: Iterable[str]) -> Iterable[Decision]:
    """The decisions on these activities that were not undone, oldest first."""
    decisions = Decision.objects.using(alias).filter(activity__in=list(ids), undone_by=None)
    return decisions.exclude(action=Decision.Action.UNDO).order_by("id")


def refresh(alias: str, ids: Iterable[str]) -> None:
    """Decide the fields of these activities anew and keep them."""
    activities = Activity.objects.using(alias).in_bulk(list(ids))
    live = {identifier for identifier, activity in activities.items() if activity.merged_into_id is None}
    bases = gather(alias, live)
    parties: list[Party] = []
    for identifier, basis in bases.items():
        activity = activities[identifier]
        activity.state, activity.standing = basis.state, basis.standing
        if basis.current or basis.past:
            parties += _fill(activity, basis.decide())
    Party.objects.using(alias).filter(activity__in=list(activities)).delete()
    Activity.objects.using(alias).bulk_create(
        [activities[identifier] for identifier in bases],
        update_conflicts=True,
        update_fields=_DERIVED,
        unique_fields=["id"],
    )
    Party.objects.using(alias).bulk_create(parties)


def _fill(activity: Activity, fields: Fields) -> list[Party]:
    plain: Mapping[str, Any] = {name: getattr(fields, name) for name in _DERIVED if hasattr(fields, name)}
    for name, value in plain.items():
        setattr(activity, name, value)
    activity.group = instruments()[fields.instrument].group
    activity.day = first_day(fields.date) if fields.date else None
    activity.themes = " ".join(fields.themes)
    activity.codes = " ".join(party.code for party in fields.parties)
    return [Party(activity=activity, code=party.code, role=party.role) for party in fields.parties]
