"""What is kept is made once for each state of the register."""

from collections.abc import Iterator
from time import monotonic, sleep

import pytest

from atase.register import Author
from atase.register.register import Register
from atase.web import kept as keeping
from atase.web.kept import kept
from web_register import activity


@pytest.fixture
def numbers() -> Iterator[int]:
    return iter(range(100))


def test_it_is_made_once_while_the_register_stays_the_same(register: Register, numbers: Iterator[int]) -> None:
    assert [kept(register, lambda: next(numbers), "n") for _ in range(3)] == [0, 0, 0]
    assert kept(register, lambda: next(numbers), "other") == 1


def test_a_decision_shows_at_once_where_that_is_quick(register: Register, numbers: Iterator[int]) -> None:
    assert kept(register, lambda: next(numbers), "n") == 0
    register.confirm(activity(register, "dialogue"), Author("Sari"))
    assert kept(register, lambda: next(numbers), "n") == 1


def test_nobody_waits_for_what_takes_long(
    register: Register, numbers: Iterator[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "QUICK", 0.0)
    assert kept(register, lambda: next(numbers), "n") == 0
    register.confirm(activity(register, "dialogue"), Author("Sari"))
    assert kept(register, lambda: next(numbers), "n") == 0
    until = monotonic() + 5
    while kept(register, lambda: next(numbers), "n") == 0 and monotonic() < until:
        sleep(0.01)
    assert kept(register, lambda: next(numbers), "n") == 1
