"""One writer at a time, so that merging sees all that was accepted before it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction

_LOCK = 7_283_104
"""The PostgreSQL advisory lock that a writer holds. SQLite has one writer by itself."""


@contextmanager
def writing(alias: str) -> Iterator[None]:
    """A transaction that waits for the writer before it: all within is kept, or nothing."""
    with transaction.atomic(using=alias):
        if connections[alias].vendor == "postgresql":
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
