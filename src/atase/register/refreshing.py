"""Activities made anew from their reports and decisions."""

from collections.abc import Iterable

from atase.codebook import instruments
from atase.register.basis import gather
from atase.register.deciding import Fields
from atase.register.listing import enlist, place
from atase.register.models import Activity, Party
from atase.register.writing import revision
from atase.when import first_day

_DECIDED = [
    *("instrument", "stage", "date", "end", "reported", "place", "series", "depth"),
    *("confidence", "reports", "sources"),
]
_DERIVED = ["standing", "state", "group", "day", "themes", "codes"]
_LISTED = ["position", "last", "changed"]


def refresh(alias: str, ids: Iterable[str]) -> None:
    """Decide the fields of these activities anew and keep them, in lists as well."""
    activities = Activity.objects.using(alias).in_bulk(list(ids))
    live = {identifier for identifier, activity in activities.items() if activity.merged_into_id is None}
    gone = [activity.position for activity in activities.values() if activity.position is not None]
    bases = gather(alias, live)
    parties: list[Party] = []
    for identifier, basis in bases.items():
        activity = activities[identifier]
        activity.state, activity.standing = basis.state, basis.standing
        parties += _fill(activity, basis.decide())
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
    told = {identifier: [report for report, _ in basis.current or basis.past] for identifier, basis in bases.items()}
    enlist(alias, gone, activities, told)


def _fill(activity: Activity, fields: Fields) -> list[Party]:
    for name in _DECIDED:
        setattr(activity, name, getattr(fields, name))
    activity.group = instruments()[fields.instrument].group
    activity.day = first_day(fields.date) if fields.date else None
    activity.themes = " ".join(fields.themes)
    activity.codes = " ".join(party.code for party in fields.parties)
    return [Party(activity=activity, code=party.code, role=party.role) for party in fields.parties]
