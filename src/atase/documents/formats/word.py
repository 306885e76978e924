"""Word (.docx)."""

from collections.abc import Iterator
from io import BufferedReader, BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as BadDeflate  # noqa: N812  it names a class

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from atase.documents.entries import Entry, UnreadableError
from atase.documents.formats.whole import content
from atase.i18n import _

_LARGEST_UNPACKED = 200_000_000
"""Bytes of all parts together."""
_MOST_PARTS = 5_000
_MOST_TAGS = 1_000_000
"""Of all XML together: a document of some two thousand pages."""
_CHUNK = 1_000_000
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How files of Word before 2007 begin, and encrypted ones of today."""


def read(stream: BufferedReader) -> Iterator[Entry]:
    """The file as one document. Its title is the one in its properties, else a first paragraph styled as title."""
    data = content(stream)
    if data.startswith(_OLD_WORD):
        raise UnreadableError(_("encrypted, or of an old Word; save it as .docx without a password"))
    try:
        _check(data)
        document = docx.Document(BytesIO(data))
    except (BadZipFile, BadDeflate, KeyError, ValueError, EOFError, OSError, SyntaxError) as error:
        raise UnreadableError(_("not a Word file, or damaged; open it in Word and save it again as .docx")) from error
    blocks = list(_blocks(document))
    title = document.core_properties.title
    if not title and blocks and blocks[0][0] in ("Title", "Heading 1"):
        title = blocks.pop(0)[1]
    yield Entry({"text": "\n\n".join(text for _, text in blocks), "title": title})


def _check(data: bytes) -> None:
    """Read all once in small pieces before anything reads it whole.

    Raises:
        UnreadableError: it is too large.
        BadZipFile: it is damaged, or a part is larger than the archive says.
    """
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
            raise UnreadableError(
                _("unpacks to more than {limit} MB; take its pictures out, or copy its text into a .txt file").format(
                    limit=_LARGEST_UNPACKED // 1_000_000
                )
            )
        if sum(_tags(archive, part) for part in parts) > _MOST_TAGS:
            raise UnreadableError(_("too long, or of too much markup; split it, or copy its text into a .txt file"))


def _tags(archive: ZipFile, part: ZipInfo) -> int:
    """How many tags stand in a part; none in one that is no XML."""
    with archive.open(part) as stream:
        counts = [chunk.count(b"<") for chunk in iter(lambda: stream.read(_CHUNK), b"")]
    return sum(counts) if part.filename.endswith((".xml", ".rels")) else 0


def _blocks(document: Document) -> Iterator[tuple[str, str]]:
    """Style and text of each paragraph that is not blank; cells of tables are paragraphs of their own."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (("", cell.text.strip()) for row in block.rows for cell in row.cells if cell.text.strip())
        elif isinstance(block, Paragraph) and block.text.strip():
            yield (block.style.name if block.style else "", block.text.strip())
