"""JSON Lines: one document a line."""

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from atase.documents.encoding import LONGEST_LINE, lines
from atase.documents.entries import FIELDS, Entry, UnreadableError
from atase.i18n import _


def read(stream: BufferedReader) -> Iterator[Entry | UnreadableError]:
    """Each line as a document, and the lines that are none."""
    empty = True
    for row, line in enumerate(lines(stream), 1):
        if line is None:
            yield UnreadableError(_("longer than {limit} MB; split it").format(limit=LONGEST_LINE // 1_000_000), row)
        elif line.strip():
            yield _entry(line, row)
        else:
            continue
        empty = False
    if empty:
        raise UnreadableError(_("the file is empty"))


def _entry(line: str, row: int) -> Entry | UnreadableError:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return UnreadableError(_("not JSON; write one JSON object a line"), row)
    if not isinstance(found, dict):
        return UnreadableError(
            _("not a JSON object; write {{…}} with the keys {keys}").format(keys=", ".join(FIELDS)), row
        )
    if not isinstance(found.get("text"), str):
        return UnreadableError(_("no text; give it under the key 'text'"), row)
    return Entry(_fields(found), row)


def _fields(found: dict[str, Any]) -> dict[str, str]:
    """What the object says of the document; the address and the publisher may stand in an object `source`."""
    source = found.get("source")
    known = {key: source.get(key) for key in ("url", "publisher")} if isinstance(source, dict) else {}
    known |= {key: found[key] for key in FIELDS if found.get(key) is not None}
    return {key: str(value) for key, value in known.items() if isinstance(value, str | int)}
