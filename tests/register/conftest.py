from collections.abc import Callable
from pathlib import Path

import pytest

from atase.register import open_register
from atase.register.intake import Summary
from atase.register.register import Register
from atase.report import Document
from telling import told

Add = Callable[..., Summary]


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(str(tmp_path / "r.db"))


@pytest.fixture
def add(register: Register) -> Add:
    def adding(*documents: Document) -> Summary:
        return register.add(documents, told)

    return adding
