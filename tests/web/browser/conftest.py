"""The workbench in Debian's chromium, driven by Playwright, against a live server."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser_checks import Served
from web_register import filled

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="session")
def served(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    started = Served(filled(tmp_path_factory.mktemp("served") / "served.db"))
    yield started
    started.run.terminate()
    started.run.wait(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("there is no chromium: on Debian, apt-get install chromium")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the loop of Playwright runs in the thread of the tests
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Makes a page of a browser in which somebody has signed in; fails where the page complains in its console."""
    complaints: list[str] = []
    contexts = []

    def opened(size: str = "desktop", lang: str = "en", theme: str = "light", scripts: bool = True) -> Page:
        width, height = SIZES[size]
        context = chromium.new_context(
            base_url=served.address,
            viewport={"width": width, "height": height},
            locale=lang,
            color_scheme=theme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        served.sign_in(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
