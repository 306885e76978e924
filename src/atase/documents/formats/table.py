"""CSV: a header with the names of the fields, and one document a row."""

import csv
from collections.abc import Iterator
from io import BufferedReader
from itertools import count

from atase.documents.encoding import LONGEST_LINE, lines
from atase.documents.entries import FIELDS, Entry, UnreadableError
from atase.i18n import _


def read(stream: BufferedReader) -> Iterator[Entry | UnreadableError]:
    """Each row as a document, and the rows that are none. Rows count from the header's, which is 1."""
    source = _Lines(stream)
    header = next(source, "")
    if not header.strip():
        raise UnreadableError(_("the file is empty"))
    delimiter = max(",;\t|", key=header.count)
    names = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter))]
    if "text" not in names:
        told = ", ".join(names)[:200]
        raise UnreadableError(_("no column named text; the columns are {names}").format(names=told))
    csv.field_size_limit(LONGEST_LINE)
    rows = csv.reader(source, delimiter=delimiter)
    for row in count(2):
        try:
            values = next(rows)
        except StopIteration:
            return
        except csv.Error:
            limit = LONGEST_LINE // 1_000_000
            yield UnreadableError(
                _("a field is longer than {limit} MB, or a quote stays open").format(limit=limit), row
            )
            continue
        fields = dict(zip(names, values, strict=False))
        if any(values):
            yield Entry({key: fields[key] for key in FIELDS if key in fields}, row)


class _Lines(Iterator[str]):
    """The lines of the file; unlike a generator it goes on after the error that a line too long is."""

    def __init__(self, stream: BufferedReader) -> None:
        self._lines = lines(stream)

    def __next__(self) -> str:
        line = next(self._lines)
        if line is None:
            raise csv.Error
        return line
