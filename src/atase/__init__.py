"""The open defence attaché."""

from typing import TYPE_CHECKING

from atase.report import Document, Report

if TYPE_CHECKING:
    import polars as pl

    from atase.register.register import Register


def read(text: str, *, title: str = "", date: str | None = None, lang: str | None = None) -> list[Report]:
    """The activities that a text reports, as typed reports.

    `date` is the day on which it was written (ISO 8601, perhaps only year and month), against which
    dates such as "last Friday" are resolved; `lang` an ISO 639-1 code, found from the text where left out.

    Raises:
        AtaseError: `date` is no date.
    """
    from atase import when
    from atase.reader import read as read_document

    return read_document(Document(text, title, when.check(date) if date else None, lang))


__all__ = ["Document", "Report", "read"]


def frames(register: "str | Register") -> "dict[str, pl.DataFrame]":
    """The content of a register as Polars frames: sources, reports, activities and parties.

    Args:
        register: an open register, or the path or `postgresql://` URL of one.

    Raises:
        AtaseError: there is none, or it cannot be opened.
    """
    from atase.register import open_register

    return (open_register(register, create=False) if isinstance(register, str) else register).frames()
