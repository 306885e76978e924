"""What is checked of every page in the browser."""

import os
import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PICTURES = os.environ.get("ATASE_SCREENSHOTS")
"""A folder for pictures of all pages that are checked; none are taken without."""


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
