"""Texts of sources are untrusted: here they become plain before they enter a brief.

Escaping is left to each format; this only takes out what no format should show: control characters,
and the marks that would turn the direction of the text around them.
"""

import polars as pl

Frames = dict[str, pl.DataFrame]

_HIDDEN = r"[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200B}\u{2060}\u{FEFF}\u{FFFE}\u{FFFF}]+"
QUOTE = 600
"""Characters of a quotation that are shown at most."""


def plain(text: pl.Expr) -> pl.Expr:
    """The text on one line, without control and direction characters; empty where null."""
    return text.fill_null("").str.replace_all(_HIDDEN, " ").str.replace_all(r"\s+", " ").str.strip_chars()


def shortened(text: pl.Expr, limit: int = QUOTE) -> pl.Expr:
    """The text, cut at `limit` characters with an ellipsis."""
    return pl.when(text.str.len_chars() > limit).then(text.str.slice(0, limit) + "…").otherwise(text)


def web_address(text: pl.Expr) -> pl.Expr:
    """The address where it is http or https, else empty: no other scheme becomes a link."""
    address = plain(text)
    return pl.when(address.str.contains(r"^(?i)https?://[^\s<>\"]+$")).then(address).otherwise(pl.lit(""))
