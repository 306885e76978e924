"""Texts of sources are untrusted: made plain before a terminal or a spreadsheet gets them."""

import re

import polars as pl
from rich.text import Text

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_FORMULA = r"^(\s*[=+\-@\t\r])"


def plain(value: str | None) -> str:
    """The text on one line, without control and direction characters; empty for None."""
    return " ".join(visible(value or "").split())


def visible(value: str) -> str:
    """The text with a blank for what a terminal or page would obey instead of showing."""
    return _HIDDEN.sub(" ", value)


def cell(value: str | None, style: str = "") -> Text:
    """The text as it may stand in a Rich table: its brackets are no markup."""
    return Text(plain(value), style)


def unspelled_text(value: str) -> str:
    """The text for a cell of CSV: an apostrophe before what a spreadsheet takes for a formula."""
    return re.sub(_FORMULA, r"'\1", value)


def unspelled(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame for CSV: lists as words, and an apostrophe before what a spreadsheet takes for a formula."""
    lists = [pl.col(name).list.join(" ") for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    return frame.with_columns(lists).with_columns(pl.col(pl.String).str.replace(_FORMULA, "'$1"))
