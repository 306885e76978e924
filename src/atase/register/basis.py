"""What activities are made from: reports and decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from atase.codebook import instruments
from atase.register.deciding import Fields, Told, decide
from atase.register.lineage import family
from atase.register.models import Activity, Decision, Report
from atase.register.rows import coded
from atase.report import Party as Taker


def scale(instrument: str) -> Sequence[str]:
    """The codes of an instrument's depth levels, shallowest first."""
    return [level.code for level in instruments()[instrument].depth]


@dataclass
class Basis:
    """What an activity is made from: its reports now and before, and the decisions that stand."""

    current: list[tuple[Report, Told]] = field(default_factory=list)
    past: list[tuple[Report, Told]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    @property
    def state(self) -> str:
        """What the last person who confirmed, reported or rejected it said; else machines only stand behind it."""
        for decision in reversed(self.decisions):
            if decision.action in (Decision.Action.CONFIRM, Decision.Action.REPORT):
                return Activity.State.CONFIRMED
            if decision.action == Decision.Action.REJECT:
                return Activity.State.REJECTED
        return Activity.State.CANDIDATE

    @property
    def standing(self) -> str:
        """Whether it rests on the newest versions, is upheld by a person alone, or rests on nothing."""
        if self.current:
            return Activity.Standing.CURRENT
        upheld = self.state == Activity.State.CONFIRMED or (self.corrections and self.state != Activity.State.REJECTED)
        return Activity.Standing.HISTORY if upheld and self.past else Activity.Standing.NOTHING

    @property
    def corrections(self) -> dict[str, Any]:
        """The fields that a person set, the latest value of each."""
        fields: dict[str, Any] = {}
        for decision in self.decisions:
            fields |= decision.fields
        if "themes" in fields:
            fields["themes"] = tuple(fields["themes"])
        if "parties" in fields:
            fields["parties"] = tuple(Taker(code, role) for code, role in fields["parties"])
        return fields

    @property
    def told(self) -> list[Told]:
        """What its fields are decided from."""
        return [told for _, told in self.current or self.past]

    def decide(self) -> Fields:
        """Its fields, from what stands."""
        return decide(self.told, scale, self.corrections)


def gather(alias: str, ids: Iterable[str]) -> dict[str, Basis]:
    """The basis of each of these activities, with that of those merged into it."""
    leads = family(alias, ids)
    bases = {root: Basis() for root in leads.values()}
    reports = Report.objects.using(alias).filter(activity__in=leads).select_related("source")
    for row in reports.defer("source__text").order_by("id"):
        basis = bases[leads[row.activity_id or ""]]
        told = Told(coded(row), row.source.voice, row.source.date)
        (basis.current if row.current else basis.past).append((row, told))
    decisions = Decision.objects.using(alias).filter(activity__in=leads, undone_by=None)
    for decision in decisions.exclude(action=Decision.Action.UNDO).order_by("id"):
        bases[leads[decision.activity_id]].decisions.append(decision)
    return bases
