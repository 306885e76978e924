"""The open defence attaché."""

from atase.report import Document, Report


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
