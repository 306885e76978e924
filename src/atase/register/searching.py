"""Activities by what they are: the filters of `atase activities`, for any other face too."""

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from atase import when
from atase.register.models import Activity, Report
from atase.register.words import Filter


def matching(alias: str, wanted: Filter) -> QuerySet[Activity]:
    """The activities that the filter lets through, each once."""
    activities = Activity.objects.using(alias).filter(merged_into=None)
    activities = activities.exclude(standing=Activity.Standing.NOTHING)
    for code in {*wanted.parties, *wanted.between}:
        activities = activities.filter(parties__code=code)
    if wanted.between:
        activities = activities.filter(codes=" ".join(sorted(set(wanted.between))))
    choices = {
        "instrument__in": wanted.instruments,
        "group__in": wanted.groups,
        "stage__in": wanted.stages,
        "state__in": wanted.states,
    }
    activities = activities.filter(**{lookup: values for lookup, values in choices.items() if values})
    for condition in (_days(wanted), _themes(wanted), _source(alias, wanted), _text(alias, wanted)):
        activities = activities.filter(condition)
    return activities.distinct()


def _days(wanted: Filter) -> Q:
    """A date that is known to the year or month only lies within where a part of it does."""
    condition = Q()
    if wanted.since:
        first = when.first_day(wanted.since)
        coarse = [str(first)[:4], str(first)[:7]]
        condition &= Q(day__gte=first) | Q(date__in=coarse) | Q(end__gte=str(first))
    if wanted.until:
        condition &= Q(day__lte=when.last_day(wanted.until))
    return condition


def _themes(wanted: Filter) -> Q:
    condition = Q()
    for theme in wanted.themes:
        condition |= Q(themes__regex=rf"(^| ){theme}( |$)")
    return condition


def _source(alias: str, wanted: Filter) -> Q:
    if not wanted.source:
        return Q()
    words = ("source__title", "source__publisher", "source__url", "source__path")
    named = Q(source_id=wanted.source)
    for column in words:
        named |= Q(**{f"{column}__icontains": wanted.source})
    return Q(id__in=Report.objects.using(alias).filter(named).values("activity_id"))


def _text(alias: str, wanted: Filter) -> Q:
    if not wanted.text:
        return Q()
    reports = Report.objects.using(alias).annotate(said=Cast("evidence", TextField()))
    telling = reports.filter(Q(said__icontains=wanted.text) | Q(source__title__icontains=wanted.text))
    own = Q(place__icontains=wanted.text) | Q(series__icontains=wanted.text)
    return own | Q(id__in=telling.values("activity_id"))
