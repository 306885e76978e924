"""Texts of sources are untrusted: here they become plain before they enter a brief.

Escaping is left to each format; this only takes out what no format should show: control characters,
and the marks that would turn the direction of the text around them.
"""

import polars as pl

Frames = dict[str, pl.DataFrame]

_HIDDEN = r"[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200B}\u{2060}\u{FEFF}\u{FFFE}\u{FFFF}]+"
QUOTE = 600
LABEL = 160
"""Characters that are shown at most of a quotation, and of a title, publisher, place or series."""


def cleaned(frames: Frames) -> Frames:
    """The frames with every free text of sources and activities plain; null where nothing is left of it.

    Quotations are left to whoever picks the few that are shown: use `plain` and `shortened`.
    """
    sources = frames["sources"].with_columns(
        *(_label(name) for name in ("title", "publisher", "date", "lang")),
        web_address(pl.col("url")),
    )
    activities = frames["activities"].with_columns(_label(name) for name in ("place", "series"))
    return frames | {"sources": sources, "activities": activities}


def _label(name: str) -> pl.Expr:
    text = shortened(plain(pl.col(name)), LABEL)
    return pl.when(text != "").then(text)


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
