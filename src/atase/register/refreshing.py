"""Activities made anew from their reports and decisions."""

from collections.abc import Iterable, Mapping

from atase.codebook import instruments
from atase.register.basis import Basis, gather, scale
from atase.register.batches import batched
from atase.register.deciding import Fields
from atase.register.listing import enlist, place
from atase.register.models import Activity, Mark, Party, Report
from atase.register.priority import priority
from atase.register.review import twins
from atase.register.writing import revision
from atase.when import first_day

LISTS = 2
"""Counts how lists are made: a register with lists of an earlier version gets new ones when it is opened."""

_AT_ONCE = 1_000
_DECIDED = [
    *("instrument", "stage", "date", "end", "reported", "place", "series", "depth"),
    *("confidence", "reports", "sources"),
]
_DERIVED = ["standing", "state", "group", "day", "themes", "codes"]
_LISTED = ["position", "last", "changed", "priority", "concerns"]


def refresh(alias: str, ids: Iterable[str]) -> None:
    """Decide the fields of these activities anew and keep them, in lists as well."""
    activities = Activity.objects.using(alias).in_bulk(list(ids))
    live = {identifier for identifier, activity in activities.items() if activity.merged_into_id is None}
    gone = [activity.position for activity in activities.values() if activity.position is not None]
    bases = gather(alias, live)
    alike = twins(alias, live)
    parties: list[Party] = []
    for identifier, basis in bases.items():
        parties += _fill(activities[identifier], basis, bool(alike[identifier]))
    now = revision(alias)
    for activity in activities.values():
        activity.changed = now
        place(activity)
    Party.objects.using(alias).filter(activity__in=list(activities)).delete()
    Activity.objects.using(alias).bulk_create(
        activities.values(),
        update_conflicts=True,
        update_fields=[*_DECIDED, *_DERIVED, *_LISTED],
        unique_fields=["id"],
    )
    Party.objects.using(alias).bulk_create(parties)
    enlist(alias, gone, activities, _reports(bases))


def relist(alias: str) -> None:
    """Fill the lists of a register that an earlier version made, with its activities as they are."""
    Mark.objects.using(alias).update(listed=LISTS)
    ids = Activity.objects.using(alias).order_by("day", "id").values_list("id", flat=True)
    for some in batched(list(ids), _AT_ONCE):
        activities = Activity.objects.using(alias).in_bulk(some)
        live = {identifier for identifier, activity in activities.items() if activity.merged_into_id is None}
        gone = [activity.position for activity in activities.values() if activity.position is not None]
        bases, alike = gather(alias, live), twins(alias, live)
        for identifier, activity in activities.items():
            place(activity)
            if identifier in live and bases[identifier].told:
                _rate(activity, bases[identifier], bases[identifier].decide(), bool(alike[identifier]))
        Activity.objects.using(alias).bulk_update(activities.values(), _LISTED, batch_size=200)
        enlist(alias, gone, activities, _reports(bases))


def _reports(bases: Mapping[str, Basis]) -> dict[str, list[Report]]:
    """Those that each activity rests on."""
    return {identifier: [row for row, _ in basis.current or basis.past] for identifier, basis in bases.items()}


def _fill(activity: Activity, basis: Basis, doubtful: bool) -> list[Party]:
    fields = basis.decide()
    for name in _DECIDED:
        setattr(activity, name, getattr(fields, name))
    activity.state, activity.standing = basis.state, basis.standing
    activity.group = instruments()[fields.instrument].group
    activity.day = first_day(fields.date) if fields.date else None
    activity.themes = " ".join(fields.themes)
    activity.codes = " ".join(party.code for party in fields.parties)
    _rate(activity, basis, fields, doubtful)
    return [Party(activity=activity, code=party.code, role=party.role) for party in fields.parties]


def _rate(activity: Activity, basis: Basis, fields: Fields, doubtful: bool) -> None:
    """How soon a person should look at it; never, where one has decided."""
    activity.priority, activity.concerns = None, ""
    if activity.state == Activity.State.CANDIDATE:
        depths = scale(fields.instrument)
        activity.priority, concerns = priority(basis.told, fields, depths, basis.corrections, doubtful)
        activity.concerns = " ".join(concerns)
