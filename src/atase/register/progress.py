"""How far reviewing has come."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from django.utils.timezone import make_aware

from atase.register.models import Decision
from atase.register.searching import count
from atase.register.words import Filter, Progress


def progress(alias: str, day: date, who: str | None) -> Progress:
    """What was decided on a day of the present time zone, by one person or all. What was undone counts as well."""
    start = make_aware(datetime.combine(day, time.min))
    decisions = Decision.objects.using(alias).filter(when__gte=start, when__lt=start + timedelta(days=1))
    if who is not None:
        decisions = decisions.filter(who=who)
    made = list(decisions.values_list("action", "activity"))
    return Progress(
        decisions=dict(Counter(action for action, _ in made)),
        activities=len({activity for _, activity in made}),
        waiting=count(alias, Filter(states=("candidate",))),
    )
