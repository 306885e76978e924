"""The queue of review, by the keyboard alone."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from atase.register import open_register
from atase.register.register import Register
from browser_checks import Served

Browse = Callable[..., Page]


def now(page: Page) -> str:
    return page.locator(".candidate-card.now").get_attribute("data-id") or ""


def state(register: Register, identifier: str) -> str:
    return register.activity(identifier).state


def test_the_keyboard_decides_and_takes_back(browse: Browse, served: Served) -> None:
    register = open_register(served.location)
    page = browse()
    page.goto("/review")
    first = now(page)
    page.keyboard.press("j")
    second = now(page)
    assert second != first
    page.keyboard.press("k")
    assert now(page) == first
    page.keyboard.press("a")
    expect(page.locator(f"[data-id='{first}']")).to_have_class("candidate-card decided")
    assert (state(register, first), now(page)) == ("confirmed", second)
    page.keyboard.press("r")
    expect(page.locator(f"[data-id='{second}']")).to_have_class("candidate-card decided")
    assert state(register, second) == "rejected"
    with page.expect_navigation():
        page.keyboard.press("u")
    assert state(register, second) == "candidate"


def test_fields_are_corrected_in_place(browse: Browse, served: Served) -> None:
    register = open_register(served.location)
    page = browse()
    page.goto("/review?instrument=arms_transfer")
    one = now(page)
    page.keyboard.press("e")
    page.locator(f"[data-id='{one}'] input[name=place]").fill("Surabaya")
    with page.expect_navigation():  # it was the last that waited
        page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing waits for review.")).to_be_visible()
    assert register.activity(one).decided.place == "Surabaya"
    assert state(register, one) == "confirmed"
