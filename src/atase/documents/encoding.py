"""Bytes -> text, for files that do not say how they are encoded."""

import codecs
from collections.abc import Callable, Iterator
from io import BufferedReader, TextIOWrapper
from typing import AnyStr

from atase.documents.entries import UnreadableError
from atase.i18n import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = bytes({*range(32)} - {*b"\t\n\v\f\r\x1b"})
LONGEST_LINE = 5_000_000
"""Bytes of one row in a file that holds many documents."""


def decode(content: bytes) -> str:
    """The text of a whole file: by its byte order mark, else UTF-8, else UTF-16 or Windows-1252 by its looks.

    Raises:
        UnreadableError: it is no text in any of them.
    """
    encoding = _marked(content) or _unmarked_utf16(content)
    if not encoding and (len(content) - len(content.translate(None, _CONTROL))) * 100 > len(content):
        raise UnreadableError(_("holds binary data, not text; give the file its right suffix or leave it out"))
    try:
        return content.decode(encoding) if encoding else _eight_bit(content)
    except UnicodeDecodeError as error:
        raise UnreadableError(_("not text in a known encoding; save it as UTF-8")) from error


def lines(stream: BufferedReader) -> Iterator[str | None]:
    """The lines of a file of many rows, with their ends; None for one that is too long to be a row.

    Each line is decoded by itself, so that memory does not grow with the file.
    """
    encoding = _marked(stream.peek(4)[:4])
    if encoding == "utf-8-sig":
        stream.read(len(codecs.BOM_UTF8))
    elif encoding:
        yield from _limited(TextIOWrapper(stream, encoding, errors="replace", newline="\n").readline)
        return
    for line in _limited(stream.readline):
        yield None if line is None else _eight_bit(line, strict=False)


def _limited(readline: Callable[[int], AnyStr]) -> Iterator[AnyStr | None]:
    while line := readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE:
            yield line
            continue
        while len(line) == LONGEST_LINE:
            line = readline(LONGEST_LINE)
        yield None


def _marked(start: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if start.startswith(mark)), None)


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 by the zero bytes that it has beside each Latin letter, on one side."""
    sample = content[:10_000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) or min(even, odd) * 20 > len(sample):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _eight_bit(content: bytes, strict: bool = True) -> str:
    """UTF-8, even with a few broken characters, else Windows-1252."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        text = content.decode(errors="replace")
    broken = text.count("\ufffd")
    foreign = sum(not character.isascii() for character in text) - broken
    if foreign > 3 * broken:
        return text
    return content.decode("cp1252", "strict" if strict else "replace")
