"""PDF."""

import re
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

import pypdfium2

from atase.documents.entries import Entry, UnreadableError
from atase.documents.formats.whole import content
from atase.i18n import _

_MOST_PAGES = 1_000
_LEAST_LETTERS = 20
"""A file with fewer letters has been scanned."""

_BROKEN_WORD = re.compile(r"(?<=\w)[\x00-\x08\x0e-\x1f\u00ad\ufffe]\n?(?=\w)")
"""The hyphen of a word that was broken at the end of a line, as PDFium gives it."""


def read(stream: BufferedReader) -> Iterator[Entry]:
    """The file as one document.

    The title is the file's own. Its dates are those of the file, not of the document, and are not used.
    """
    try:
        pdf = pypdfium2.PdfDocument(content(stream))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(_("the PDF is encrypted; save it without a password")) from error
        raise UnreadableError(_("not a PDF, or damaged; get it again, or save it anew from a PDF viewer")) from error
    try:
        yield _entry(pdf)
    finally:
        pdf.close()


def _entry(pdf: pypdfium2.PdfDocument) -> Entry:
    if len(pdf) > _MOST_PAGES:
        raise UnreadableError(_("more than {most} pages; split the PDF").format(most=_MOST_PAGES))
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf).replace("\r\n", "\n")
    text = _BROKEN_WORD.sub("", text)
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        raise UnreadableError(
            _("the PDF has no text, as after scanning; make it searchable by OCR, for instance OCRmyPDF")
        )
    title = pdf.get_metadata_dict().get("Title", "").strip()
    is_file_name = bool(Path(title).suffix) and " " not in Path(title).suffix
    return Entry({"text": text, "title": "" if is_file_name else title})
