"""Web pages: the article without menus, advertisements and link lists."""

from collections.abc import Iterator
from copy import deepcopy
from io import BufferedReader

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Page
from trafilatura.utils import load_html

from atase.documents.entries import Entry, UnreadableError
from atase.documents.formats.whole import content
from atase.i18n import _

_DATES = {"extensive_search": False, "original_date": True}
"""By the page's metadata, markup and address; a search of its text would take the date of anything."""

_MOST_ELEMENTS = 50_000
"""An article has a few hundred; more would take the extraction many seconds."""


def read(stream: BufferedReader) -> Iterator[Entry]:
    """The page as one document.

    Markup nested deeper than 256 elements is cut there, which bounds time and memory.
    """
    tree = load_html(content(stream))
    language = tree.get("lang", "") if tree is not None else ""
    if tree is not None and sum(1 for _element in tree.iter()) > _MOST_ELEMENTS:
        raise UnreadableError(
            _("more than {most} elements; copy its text into a .txt or .md file").format(most=_MOST_ELEMENTS)
        )
    page = _article(tree) if tree is not None else None
    text = (page.text or "").strip() if page else ""
    if not page or not text:
        raise UnreadableError(_("no article found in the page; copy its text into a .txt or .md file"))
    title = page.title or ""
    yield Entry(
        {
            "text": text.removeprefix(f"{title}\n"),
            "title": title,
            "date": page.date if page.date and page.date not in text else "",
            "lang": language,
            "publisher": page.sitename or page.hostname or "",
            "url": page.url or "",
            "licence": page.license or "",
        }
    )


def _article(tree: HtmlElement) -> Page | None:
    for fast in (True, False):  # the slower way finds more, on pages that are built oddly
        page = bare_extraction(
            deepcopy(tree), fast=fast, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
        if isinstance(page, Page) and page.text:
            return page
    return None
