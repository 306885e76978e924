"""CSV: a header with the names of the fields, and one document a row."""

import csv
from collections.abc import Iterator
from io import BufferedReader

from atase.documents.encoding import LONGEST_LINE, lines
from atase.documents.entries import FIELDS, Entry, UnreadableError
from atase.i18n import _


def read(stream: BufferedReader) -> Iterator[Entry | UnreadableError]:
    """Each row as a document, and the rows that are none. Rows count from the header's, which is 1."""
    source = (line or "" for line in lines(stream))
    header = next(source, "")
    if not header.strip():
        raise UnreadableError(_("the file is empty"))
    delimiter = max(",;\t|", key=header.count)
    names = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter))]
    if "text" not in names:
        raise UnreadableError(
            _("no column named text; the columns are {names}").format(names=", ".join(names)[:200]),
        )
    csv.field_size_limit(LONGEST_LINE)
    rows = csv.reader(source, delimiter=delimiter)
    row = 1
    while True:
        row += 1
        try:
            values = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield UnreadableError(
                _("a field is longer than {limit} MB, or not CSV").format(limit=LONGEST_LINE // 1_000_000), row
            )
            continue
        fields = dict(zip(names, values, strict=False))
        if any(values):
            yield Entry({key: fields[key] for key in FIELDS if key in fields}, row)
