"""A workbench on a small made-up register, and somebody who has signed in."""

from pathlib import Path

import pytest
from django.test import Client, override_settings

from atase.register.register import Register
from atase.web import link, middleware
from web_register import filled

HOST = "127.0.0.1:8321"


@pytest.fixture
def location(tmp_path: Path) -> str:
    """A register of its own for each test, which the workbench serves."""
    return filled(tmp_path / "web.db")


@pytest.fixture
def register(location: str) -> Register:
    return middleware.opened(location)


@pytest.fixture
def anybody(location: str):  # type: ignore[no-untyped-def]
    """A browser that nobody has signed in with."""
    with override_settings(REGISTER=location):
        yield Client(HTTP_HOST=HOST)


@pytest.fixture
def client(anybody: Client) -> Client:
    """A browser that somebody has signed in with."""
    anybody.get("/sign-in", {"token": link.start(lambda token: None)})
    return anybody
