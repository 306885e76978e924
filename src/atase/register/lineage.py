"""Which activity an identifier stands for now: one that was merged into another leads to it."""

from collections.abc import Iterable

from atase.register.models import Activity


def roots(alias: str, ids: Iterable[str]) -> dict[str, str]:
    """For each of these identifiers that exists, the activity that it has become."""
    leads: dict[str, str | None] = {}
    wanted = set(ids)
    while wanted:
        found = Activity.objects.using(alias).filter(id__in=wanted).values_list("id", "merged_into_id")
        leads |= dict(found)
        wanted = {into for into in leads.values() if into is not None} - leads.keys()
    ends: dict[str, str] = {}
    for identifier in leads:
        end = identifier
        while (into := leads[end]) is not None:
            end = into
        ends[identifier] = end
    return ends


def family(alias: str, ids: Iterable[str]) -> dict[str, str]:
    """These activities and all that were merged into them, each with the one that it leads to."""
    leads = {identifier: identifier for identifier in ids}
    layer = list(leads)
    while layer:
        children = Activity.objects.using(alias).filter(merged_into__in=layer)
        found = {
            child: leads[into]
            for child, into in children.values_list("id", "merged_into_id")
            if into is not None and child not in leads
        }
        leads |= found
        layer = list(found)
    return leads
