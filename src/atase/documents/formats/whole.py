"""Reading a file that is one document, within limits."""

from io import BufferedReader

from atase.documents.entries import UnreadableError
from atase.i18n import _

LARGEST = 20_000_000
"""Bytes of a file that is one document."""


def content(stream: BufferedReader) -> bytes:
    """All bytes of the file.

    Raises:
        UnreadableError: it is empty or larger than `LARGEST`.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError(
            _("larger than {limit} MB, the most for one document; split it").format(limit=LARGEST // 1_000_000)
        )
    if not data.strip():
        raise UnreadableError(_("the file is empty"))
    return data
