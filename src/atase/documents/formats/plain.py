"""Plain text."""

import re
from collections.abc import Iterator
from io import BufferedReader

from atase.documents.encoding import decode
from atase.documents.entries import Entry
from atase.documents.formats.whole import content

_TITLE = re.compile(r"\s*(?P<title>[^\n]{3,150}[^\n.,;:])\r?\n[ \t]*\r?\n(?P<text>.*)", re.DOTALL)
"""A short first line without a full stop, with a blank line behind it."""


def read(stream: BufferedReader) -> Iterator[Entry]:
    """The file as one document."""
    text = decode(content(stream))
    if (match := _TITLE.match(text)) and match["text"].strip():
        yield Entry({"title": match["title"].strip(), "text": match["text"]})
    else:
        yield Entry({"text": text})
