"""The list of activities in the browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("scripts", [True, False])
def test_a_filter_becomes_the_address(browse: Callable[..., Page], scripts: bool) -> None:
    page = browse(scripts=scripts)
    page.goto("/activities")
    page.get_by_label("Party", exact=True).fill("Japan")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#results strong")).to_have_text("2 activities")
    assert "with=Japan" in page.url
    page.locator(".chip", has_text="Japan").click()
    expect(page.locator("#results strong")).to_have_text("8 activities")


def test_language_and_colours_can_be_switched(browse: Callable[..., Page]) -> None:
    page = browse()
    page.goto("/activities")
    page.get_by_role("button", name="ID").click()
    expect(page.locator("h1")).to_have_text("Kegiatan")
    page.get_by_role("button", name="Gelap").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
