"""One writer at a time, so that merging sees all that was accepted before it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction
from django.db.models import F

from atase.register.models import Mark

_LOCK = 7_283_104
"""The PostgreSQL advisory lock that a writer holds. SQLite has one writer by itself."""


@contextmanager
def alone(alias: str) -> Iterator[None]:
    """A transaction that waits for the writer before it: all within is kept, or nothing."""
    with transaction.atomic(using=alias):
        if connections[alias].vendor == "postgresql":
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield


@contextmanager
def writing(alias: str) -> Iterator[None]:
    """Write alone, and make the next revision of the register."""
    with alone(alias):
        Mark.objects.using(alias).update(revision=F("revision") + 1)
        yield


def revision(alias: str) -> int:
    """How often the register was written to."""
    return Mark.objects.using(alias).values_list("revision", flat=True).get()
