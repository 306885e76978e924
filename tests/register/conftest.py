import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connections

from atase.register import open_register
from atase.register.intake import Summary
from atase.register.register import Register
from atase.report import Document
from telling import told

Add = Callable[..., Summary]

POSTGRES = os.environ.get("ATASE_TEST_POSTGRES")  # an address with {name} for a database; SQLite without (.ci/postgres)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    opened = open_register(new_database() if POSTGRES else str(tmp_path / "r.db"))
    yield opened
    connections[opened.alias].close()


def new_database() -> str:
    import psycopg

    name = f"r{uuid4().hex}"
    with psycopg.connect(str(POSTGRES).format(name="postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return str(POSTGRES).format(name=name)


@pytest.fixture
def add(register: Register) -> Add:
    def adding(*documents: Document) -> Summary:
        return register.add(documents, told)

    return adding
