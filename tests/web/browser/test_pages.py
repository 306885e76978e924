"""Every page, in both languages, in light and dark, on a desk and on a phone: it works, and everybody can use it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from atase.register import open_register
from browser_checks import Served, picture, serious
from web_register import activity

Browse = Callable[..., Page]
PAGES = ["/activities", "/activities/{visit}"]
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
