"""A running workbench for a browser, and what is checked of every page."""

import os
import re
import subprocess
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PICTURES = os.environ.get("ATASE_SCREENSHOTS")
"""A folder for pictures of all pages that are checked; none are taken without."""


class Served:
    """`atase serve`, running: its address, and its links, each of which signs in once."""

    def __init__(self, location: str) -> None:
        self.location = location
        command = [sys.executable, "-u", "-m", "atase", "serve", "--port", "0", "--register", location]
        environment = os.environ | {"ATASE_LANG": "en"}
        self.run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        self.link = self._next()
        self.address = self.link.partition("/sign-in")[0]

    def sign_in(self, page: Page) -> None:
        """Spend the link, and wait for the next."""
        page.goto(self.link)
        self.link = self._next()

    def _next(self) -> str:
        assert self.run.stdout
        return self.run.stdout.readline().split()[-1]


def serious(page: Page) -> list[str]:
    """What axe-core finds wrong with a page that is serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']][:3]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def picture(page: Page, name: str) -> None:
    """Keep what the page looks like, where pictures are wanted."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(PICTURES, re.sub(r"\W+", "-", name).strip("-") + ".png"), full_page=True)
