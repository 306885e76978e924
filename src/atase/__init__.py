"""The open defence attaché."""

from atase.report import Document, Report


def read(text: str, *, title: str = "", date: str | None = None, lang: str | None = None) -> list[Report]:
    """Code the activities that a text reports.

    Args:
        text: the document's text, without its title.
        title: its title, where it has one.
        date: its ISO 8601 date, which relative dates in it are resolved against.
        lang: its ISO 639-1 code; found from the text where None.
    """
    from atase.reader.reading import read as read_document

    return read_document(Document(text, title, date, lang))
