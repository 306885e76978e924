"""Every page, in both languages, in light and dark, on a desk and on a phone: it works, and everybody can use it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from atase.register import open_register
from browser_checks import Served, picture, serious
from web_register import activity

Browse = Callable[..., Page]
PAGES = [
    "/",
    "/activities",
    "/review",
    "/documents",
    "/tokens",
    "/agreements",
    "/calendar",
    "/network?year=2025",
    "/datasets",
    "/codebook",
    "/measures",
    "/activities/{visit}",
    "/relations/IDN/AUS",
    "/countries/IDN",
]
LOOKS = [("desktop", "en", "light"), ("desktop", "id", "dark"), ("phone", "id", "light"), ("phone", "en", "dark")]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS)
def test_a_page_can_be_used_by_everybody(
    browse: Browse, served: Served, address: str, size: str, lang: str, theme: str
) -> None:
    page = browse(size, lang, theme)
    page.goto(address.format(visit=activity(open_register(served.location), "visit")))
    page.wait_for_load_state("networkidle")
    picture(page, f"{address}-{size}-{lang}-{theme}")
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window"
    assert serious(page) == []


def test_the_keyboard_leads_to_the_content(browse: Browse) -> None:
    page = browse()
    page.goto("/activities")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "main"


def test_charts_are_drawn_under_the_policy(browse: Browse) -> None:
    page = browse()
    page.goto("/relations/IDN/AUS")
    plot = page.locator("#intensity .plot")
    plot.scroll_into_view_if_needed()
    expect(plot.locator("svg")).to_be_visible()
    page.get_by_text("The data of this figure").click()
    expect(page.locator("#intensity details td").first).to_be_visible()


def test_pictures_are_there_without_scripts(browse: Browse) -> None:
    page = browse(scripts=False)
    page.goto("/relations/IDN/AUS")
    picture = page.locator("#intensity noscript img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
