"""Merging kept up to date: only what a change can touch is clustered again.

Reports that could be linked, directly or through others, form a component; clusters never reach
beyond it. So clustering the components of the reports that came, went or were judged gives the same
as clustering the whole register, whatever the order in which things came.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.db import connections
from django.db.models import Q
from django.utils.timezone import now

from atase.register.batches import batched
from atase.register.ids import allot, digest
from atase.register.judging import judgements
from atase.register.likeness import LONGEST, Claim, kind, rules, score, window, words
from atase.register.merging import Verdict, cluster
from atase.register.models import Activity, Doubt, Judgement, Report
from atase.register.refreshing import refresh
from atase.register.rows import claim, voice

_NEIGHBOURS = """
    SELECT DISTINCT report_id FROM register_block
    WHERE pair IN ({marks}) AND family = %s AND first BETWEEN %s AND %s AND last >= %s AND voice <> %s"""


def regroup(alias: str, fresh: Iterable[Report], touched: Iterable[str] = ()) -> None:
    """Cluster anew what new reports, or activities that changed, can touch, and decide their fields."""
    dirty = set(touched)
    seeds = {report.pk: report for report in fresh}
    for report in _current(alias, activity_id__in=dirty):
        seeds.setdefault(report.pk, report)
    component = _Component(alias)
    component.grow(seeds)
    clusters = cluster(component.claims.values(), judgements(alias, component.claims))
    dirty |= {report.activity_id for report in seeds.values() if report.activity_id}
    dirty |= component.doubted(seeds)
    dirty |= _assign(alias, [[component.by_key[key] for key in keys] for keys in clusters])
    refresh(alias, dirty)


def _current(alias: str, **which: object) -> Iterable[Report]:
    return (
        Report.objects.using(alias)
        .filter(current=True, **which)
        .select_related("source")
        .only(
            *("key", "source_id", "ordinal", "activity_id", "instrument", "parties", "date", "end", "place"),
            *("series", "depth", "event", "detail", "evidence"),
            *("source__date", "source__sha256", "source__origin", "source__kind"),
        )
    )


class _Component:
    """Reports and all that link to them, however far."""

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self.by_key: dict[str, Report] = {}
        self.claims: dict[str, Claim] = {}
        self.doubts: dict[tuple[int, int], float] = {}
        self.seen: dict[int, Report] = {}

    def grow(self, seeds: Mapping[int, Report]) -> None:
        """Find all that the seeds link to."""
        seen = self.seen = dict(seeds)
        frontier = list(seen.values())
        while frontier:
            for report in frontier:
                self.by_key[report.key] = report
                self.claims[report.key] = claim(report)
            near = {report.pk: self._neighbours(self.claims[report.key]) for report in frontier}
            self._load(seen, set().union(*near.values()))
            linked = {pk for report in frontier for pk in near[report.pk] if self._linked(report, seen[pk])}
            linked |= self._bound(seen, frontier)
            frontier = [seen[pk] for pk in sorted(linked) if seen[pk].key not in self.by_key]
        Doubt.objects.using(self.alias).bulk_create(
            [Doubt(left_id=left, right_id=right, score=value) for (left, right), value in self.doubts.items()],
            ignore_conflicts=True,
        )

    def doubted(self, seeds: Mapping[int, Report]) -> set[str]:
        """The activities of reports that are nearly alike enough to a seed, and theirs."""
        near = {pk for both in self.doubts if not seeds.keys().isdisjoint(both) for pk in both}
        return {activity for pk in near if (activity := self.seen[pk].activity_id)}

    def _neighbours(self, of: Claim) -> set[int]:
        days, keys = window(of), words(of)
        if days is None or not keys:
            return set()
        query = _NEIGHBOURS.format(marks=", ".join(["%s"] * len(keys)))
        with connections[self.alias].cursor() as cursor:
            when = days[0] - LONGEST, days[1], days[0]
            cursor.execute(query, [*keys, kind(of), *when, voice(of)])
            return {pk for (pk,) in cursor.fetchall()}

    def _load(self, seen: dict[int, Report], wanted: set[int]) -> None:
        for some in batched(sorted(wanted - seen.keys()), 500):
            seen.update((report.pk, report) for report in _current(self.alias, pk__in=some))

    def _linked(self, one: Report, other: Report) -> bool:
        value = score(self.claims[one.key], claim(other))
        if value is not None and rules().doubt <= value < rules().merge:
            self.doubts[min(one.pk, other.pk), max(one.pk, other.pk)] = value
        return value is not None and value >= rules().merge

    def _bound(self, seen: dict[int, Report], frontier: Sequence[Report]) -> set[int]:
        """Reports that a person, or a former clustering, put together with these."""
        bound: set[int] = set()
        for some in batched(frontier, 500):
            keys = [report.key for report in some]
            ids = {report.activity_id for report in some if report.activity_id}
            same = Judgement.objects.using(self.alias).filter(
                Q(left__in=keys) | Q(right__in=keys), verdict=Verdict.SAME, decision__undone_by=None
            )
            others = {key for two in same.values_list("left", "right") for key in two} - self.by_key.keys()
            found = [*_current(self.alias, key__in=others), *_current(self.alias, activity_id__in=ids)]
            seen.update((report.pk, report) for report in found if report.pk not in seen)
            bound |= {report.pk for report in found}
        return bound


def _assign(alias: str, clusters: Sequence[Sequence[Report]]) -> set[str]:
    """Give each cluster its activity; tell which activities have other reports than before.

    An activity stays with the cluster that has the report which founded it, else with that which has most of its
    reports. One that finds no cluster free is merged into the one that has its reports; one that was merged away
    lives again when the report which founded it is apart.
    """
    votes: dict[str, Counter[int]] = {}
    for index, reports in enumerate(clusters):
        for report in reports:
            if report.activity_id:
                votes.setdefault(report.activity_id, Counter())[index] += 1
    owners: dict[int, str] = {}
    absorbed: dict[str, int] = {}
    founders = [{_founder(report) for report in reports} for reports in clusters]
    for activity, founder in _by_seniority(alias, votes):
        cast = votes[activity]
        ranked = sorted(cast, key=lambda index: (founder not in founders[index], -cast[index], index))
        free = [index for index in ranked if index not in owners]
        if free:
            owners[free[0]] = activity
        else:
            absorbed[activity] = ranked[0]
    _found(alias, clusters, owners)
    for activity, index in absorbed.items():
        Activity.objects.using(alias).filter(id=activity).update(merged_into=owners[index])
    moved = [
        (owners[index], report)
        for index, reports in enumerate(clusters)
        for report in reports
        if report.activity_id != owners[index]
    ]
    with connections[alias].cursor() as cursor:
        cursor.executemany(
            "UPDATE register_report SET activity_id = %s WHERE id = %s",
            [(owner, report.pk) for owner, report in moved],
        )
    changed = {owner for owner, _ in moved} | absorbed.keys()
    return changed | {report.activity_id for _, report in moved if report.activity_id}


def _by_seniority(alias: str, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Those that a person decided on first, then the oldest; each with what stands for its first report."""
    found: list[tuple[bool, object, str, str]] = []
    for some in batched(sorted(ids), 500):
        decided = set(
            Activity.objects.using(alias)
            .filter(Q(decisions__isnull=False) | Q(absorbed__decisions__isnull=False), id__in=some)
            .values_list("id", flat=True)
        )
        rows = Activity.objects.using(alias).filter(id__in=some).values_list("founded", "id", "founder")
        found += [(identifier not in decided, founded, identifier, founder) for founded, identifier, founder in rows]
    return [(identifier, founder) for _, _, identifier, founder in sorted(found)]


def _founder(report: Report) -> str:
    return digest(report.source.sha256, str(report.ordinal))


def _found(alias: str, clusters: Sequence[Sequence[Report]], owners: dict[int, str]) -> None:
    """Find an activity for each cluster that has none: one that was merged away, or a new one."""
    orphans = {index: sorted(map(_founder, reports)) for index, reports in enumerate(clusters) if index not in owners}
    activities = Activity.objects.using(alias)
    split = [
        founder
        for index, founders in orphans.items()
        if any(report.activity_id for report in clusters[index])
        for founder in founders
    ]
    asleep = activities.filter(founder__in=split, merged_into__isnull=False)
    former = dict(asleep.order_by("-founded").values_list("founder", "id"))
    for index, founders in list(orphans.items()):
        again = next((former[founder] for founder in founders if founder in former), None)
        if again is not None:
            owners[index] = again
            former = {founder: other for founder, other in former.items() if other != again}
            del orphans[index]
            activities.filter(id=again).update(merged_into=None)
    seeds: dict[str, int] = {}
    for index, founders in orphans.items():  # the same text of two publishers founds two activities
        seed = founders[0] if founders[0] not in seeds else digest(*sorted(report.key for report in clusters[index]))
        seeds[seed] = index
    ids = allot("a", seeds, lambda wanted: set(activities.filter(id__in=wanted).values_list("id", flat=True)))
    time = now()
    new = {index: Activity(id=ids[seed], founder=orphans[index][0], founded=time) for seed, index in seeds.items()}
    activities.bulk_create(new.values())
    owners.update((index, activity.id) for index, activity in new.items())
