"""The lines of a text in Rich Text Format, with their tabs; formatting falls away."""

import re
from collections.abc import Iterator
from pathlib import Path

from atase.datasets.opening import open_text

_TOKEN = re.compile(r"\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|[{}\r\n]+", re.I)
_BREAKS = {"par": "\n", "line": "\n", "tab": "\t"}


def rtf_lines(path: Path) -> Iterator[list[str]]:
    """The cells of every line. Escaped bytes are Mac Roman where the file says `\\mac`, else Windows-1252.

    Raises:
        AtaseError: the file cannot be read.
    """
    with open_text(path, "latin-1") as stream:
        text = stream.read()
    encoding = "mac_roman" if text.startswith(r"{\rtf1\mac") else "cp1252"

    def plain(token: re.Match[str]) -> str:
        escaped, word, _number, symbol = token.groups()
        if escaped:
            return bytes.fromhex(escaped).decode(encoding, errors="replace")
        return _BREAKS.get(word, "") if word else (symbol or "")

    for line in _TOKEN.sub(plain, text).split("\n"):
        yield line.split("\t")
