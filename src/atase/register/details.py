"""One activity whole: its fields with what each rests on, its reports, its history."""

from dataclasses import dataclass

from django.db.models import Q

from atase.register.basis import Basis, gather
from atase.register.deciding import FIELDS, Fields, supports
from atase.register.lineage import family
from atase.register.models import Activity, Decision, Source
from atase.register.review import twins
from atase.report import Report


@dataclass(frozen=True, slots=True)
class Telling:
    """A report, its identifier, and the version of the source that tells it."""

    id: str
    report: Report
    source: Source
    current: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field's value and what it rests on: the reports that say so, or a person's correction."""

    name: str
    value: object
    reports: tuple[str, ...]
    correction: Decision | None


@dataclass(frozen=True, slots=True)
class Detail:
    """All that the register knows of an activity.

    `version` is the register's revision that changed it last, `concerns` say why a person should look at it
    (`priority.toml`), `twins` are activities that it may be one with, each with its score (`merging.toml`), the
    likeliest first. `history` has decisions undone as well, oldest first.
    """

    id: str
    state: str
    standing: str
    version: int
    concerns: tuple[str, ...]
    decided: Fields
    fields: tuple[Field, ...]
    reports: tuple[Telling, ...]
    twins: tuple[tuple[str, float], ...]
    history: tuple[Decision, ...]


def detail(alias: str, root: str) -> Detail:
    """Everything about an activity that was not merged into another."""
    leads = family(alias, [root])
    basis = gather(alias, [root])[root]
    decided = basis.decide()
    activity = Activity.objects.using(alias).get(id=root)
    about = Decision.objects.using(alias).filter(Q(activity__in=leads) | Q(other__in=leads))
    return Detail(
        id=root,
        state=basis.state,
        standing=basis.standing,
        version=activity.changed,
        concerns=tuple(activity.concerns.split()),
        decided=decided,
        fields=tuple(_field(name, getattr(decided, name), basis) for name in FIELDS),
        reports=tuple(
            Telling(row.identifier, told.report, row.source, row.current) for row, told in (*basis.current, *basis.past)
        ),
        twins=tuple(sorted(twins(alias, [root])[root].items(), key=lambda twin: (-twin[1], twin[0]))),
        history=tuple(about.select_related("undone_by").order_by("id")),
    )


def _field(name: str, value: object, basis: Basis) -> Field:
    corrections = [decision for decision in basis.decisions if name in decision.fields]
    told = basis.current or basis.past
    backing = tuple(row.identifier for row, each in told if supports(each.report, name, value))
    return Field(name, value, backing, corrections[-1] if corrections else None)
