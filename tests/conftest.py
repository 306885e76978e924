"""What all tests share."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(autouse=True, scope="session")
def registers(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let tests open registers of their own, in folders of their own, as users do."""
    with django_db_blocker.unblock():
        yield
