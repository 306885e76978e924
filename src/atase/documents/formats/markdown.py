"""Markdown, with front matter between `---` lines or without."""

import re
from collections.abc import Iterator
from io import BufferedReader

from markdown_it import MarkdownIt
from markdown_it.token import Token

from atase.documents.encoding import decode
from atase.documents.entries import FIELDS, Entry
from atase.documents.formats.whole import content

_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<lines>.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_LINE = re.compile(r"(?P<key>\w+)[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)[ \t]*")
_OTHER_NAMES = {"license": "licence", "language": "lang", "link": "url"}


def read(stream: BufferedReader) -> Iterator[Entry]:
    """The file as one document. Without a title in the front matter, a first heading is the title."""
    source = decode(content(stream))
    fields: dict[str, str] = {}
    if front := _FRONT.match(source):
        fields = _front_matter(front["lines"])
        source = source[front.end() :]
    blocks = _blocks(MarkdownIt("commonmark").enable("table").parse(source))
    if "title" not in fields and blocks and blocks[0][0] == "h1":
        fields["title"] = blocks.pop(0)[1]
    yield Entry(fields | {"text": "\n\n".join(text for _, text in blocks)})


def _front_matter(lines: str) -> dict[str, str]:
    """The `key: value` lines that are fields of a document; others are left aside."""
    found = {match["key"].lower(): match["value"] for line in lines.splitlines() if (match := _LINE.fullmatch(line))}
    named = {_OTHER_NAMES.get(key, key): value for key, value in found.items()}
    if re.match(r"https?://", named.get("source", "")):
        named.setdefault("url", named["source"])
    return {key: value for key, value in named.items() if key in FIELDS and key != "text"}


def _blocks(tokens: list[Token]) -> list[tuple[str, str]]:
    """Each block of text with the tag that it stands in, without Markdown's marks."""
    blocks: list[tuple[str, str]] = []
    tag = ""
    for token in tokens:
        if token.type == "inline":
            blocks.append((tag, _plain(token)))
        elif token.type in ("fence", "code_block"):
            blocks.append(("pre", token.content.strip()))
        elif token.nesting == 1:
            tag = token.tag
    return blocks


def _plain(token: Token) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        breaks.get(child.type, child.content) for child in token.children or [] if child.type != "html_inline"
    )
