"""Texts of sources are untrusted: made plain before a terminal gets them."""

import re

from rich.text import Text

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")


def plain(value: str | None) -> str:
    """The text on one line, without control and direction characters; empty for None."""
    return " ".join(visible(value or "").split())


def visible(value: str) -> str:
    """The text with a blank for what a terminal or page would obey instead of showing."""
    return _HIDDEN.sub(" ", value)


def cell(value: str | None, style: str = "") -> Text:
    """The text as it may stand in a Rich table: its brackets are no markup."""
    return Text(plain(value), style)
