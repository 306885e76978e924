"""Text as it was scraped -> text as it was meant, with the way back to the original offsets.

Everything after this sees straight quotes, plain blanks, one line a paragraph and a blank after each
full stop; evidence still points into the document as it was given.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

_ASCII_BLANKS = "\t\x0b\x0c"
_SAME_LENGTH = {
    **dict.fromkeys("“”„‟«»\x93\x94＂", '"'),
    **dict.fromkeys("‘’‚‛′ʼ\x91\x92", "'"),
    **dict.fromkeys("‐‑‒–−\x96", "-"),
    **dict.fromkeys("―\x97", "—"),
    **dict.fromkeys(_ASCII_BLANKS + "\xa0\u1680\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\x85\u2028\u2029", "\n"),
}


def _misread() -> dict[str, str]:
    """What characters look like whose UTF-8 was read as Windows-1252 or as Mac Roman."""
    wrong: dict[str, str] = {}
    for character in [*map(chr, range(0xA0, 0x180)), *"–—‘’‚“”„†•…‰‹›€™−\u200b\u202f\ufeff"]:
        for codec in ("cp1252", "mac_roman"):
            # Windows-1252 leaves five bytes undefined; software passes them on as control characters.
            seen = "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in character.encode())
            wrong.setdefault(seen, character)
    return wrong


_MISREAD = _misread()
_MISREAD_SEEN = re.compile("|".join(map(re.escape, sorted(_MISREAD, key=len, reverse=True))))
_MISREAD_STARTS = {seen[0] for seen in _MISREAD}
_ODD_CHARACTERS = {
    *"\r\u00ad\u2060\ufeff\ufffe…",
    *map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0xFB00, 0xFB07))),
}
_ODD = re.compile(f"[{''.join(sorted(_ODD_CHARACTERS))}](?:\r?\n)?")
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
_COMBINING = {*map(chr, range(0x0300, 0x0370))}
_BROKEN_WORD = re.compile(r"(?<=[^\W_]-)\n(?=[a-z])")
# These two begin with a class of characters, which is what makes a search for them quick.
_STRAY_COMMA = re.compile(r"""([.!?] ?)(,{1,4})(?=["'A-Z])""")
_GLUED = re.compile(r"""[.!?](?<=[A-Za-z0-9)"'%][A-Za-z0-9)"'%].)()(?=["']?[A-Z][a-z ])(?!(?:Com|Co|Id|Net|Org)\b)""")

_BARE = {
    letter: base[0]
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    if (base := unicodedata.normalize("NFD", letter)) != letter and base[0].isascii()
}
_MARK = re.compile(r"[^\w ]")
_ASCII_MARKS = {code: " " for code in range(128) if not chr(code).isalnum()}

_BULLET = re.compile(r"[-*•·▪◦—]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_WRAPPED_LINE = 40
"""Characters; no heading or item without capitals is longer."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text for reading, and where each of its characters came from."""

    text: str
    _edits: tuple["_Edit", ...] = ()

    def original(self, offset: int) -> int:
        """The offset in the original of the character at `offset`."""
        for edit in reversed(self._edits):
            offset = edit.start(offset)
        return offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's offsets (end exclusive) of the characters from `start` to `end`."""
        for edit in reversed(self._edits):
            start, end = edit.start(start), edit.end(end)
        return start, end


@dataclass(frozen=True, slots=True)
class _Edit:
    """Where kept and replaced stretches alternate, kept first: their starts after and before."""

    after: list[int]
    before: list[int]

    def start(self, offset: int) -> int:
        i = bisect_right(self.after, offset) - 1
        return self.before[i] if i % 2 else self.before[i] + offset - self.after[i]

    def end(self, offset: int) -> int:
        if offset <= 0:
            return 0
        i = bisect_right(self.after, offset - 1) - 1
        return self.before[i + 1] if i % 2 else self.before[i] + offset - self.after[i]


def normalise(text: str) -> Normalised:
    """The text with invisible characters, misread encodings, odd quotes and broken lines put right.

    Capitals stay as they are. Paragraphs are separated by line ends; a line end within a sentence
    becomes a blank. Never raises.
    """
    edits: list[_Edit] = []

    def rewrite(pattern: re.Pattern[str], replacement: Callable[[str], str]) -> None:
        nonlocal text
        text, edit = _rewrite(text, pattern, replacement)
        if edit:
            edits.append(edit)

    # Most texts need little of this, and what characters they have tells what.
    seen = set() if text.isascii() else {*text}
    if seen & _MISREAD_STARTS:
        rewrite(_MISREAD_SEEN, _MISREAD.__getitem__)
        seen = {*text}
    if seen & _ODD_CHARACTERS or "\r" in text:
        rewrite(_ODD, _put_right)
    if seen & _COMBINING:
        rewrite(_DECOMPOSED, lambda seen: unicodedata.normalize("NFC", seen))
    for character in (*_ASCII_BLANKS, *(seen & _SAME_LENGTH.keys())):
        text = text.replace(character, _SAME_LENGTH[character])
    if "-\n" in text:
        rewrite(_BROKEN_WORD, lambda seen: "")
    if "\n" in text:
        text = _join_lines(text)
    text = _STRAY_COMMA.sub(lambda match: match[1] + " " * len(match[2]), text)
    rewrite(_GLUED, lambda seen: " ")
    return Normalised(text, tuple(edits))


def canonical(text: str) -> str:
    """The text in lower case without accents, a blank for every mark: of the same length, so that offsets hold."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals, such as the Turkish one, grow when lowered
        lower = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    lower = bare(lower)
    return lower.translate(_ASCII_MARKS) if lower.isascii() else _MARK.sub(" ", lower).replace("_", " ")


def bare(text: str) -> str:
    """The text without the accents of its Latin letters, of the same length."""
    if not text.isascii():
        for character in {*text} & _BARE.keys():
            text = text.replace(character, _BARE[character])
    return text


def _put_right(seen: str) -> str:
    """A line end, a ligature or ellipsis spelt out, or nothing for what is invisible.

    A soft hyphen, which some PDFs hold as U+FFFE, takes the line end behind it along.
    """
    character, line_end = seen[0], seen[1:].replace("\r", "")
    if character == "\r":
        return "\n"
    if character in "\u00ad\ufffe":
        return ""
    visible = unicodedata.category(character) != "Cf"
    return (unicodedata.normalize("NFKC", character) if visible else "") + line_end


def _rewrite(text: str, pattern: re.Pattern[str], replacement: Callable[[str], str]) -> tuple[str, _Edit | None]:
    """Replace each match, or its group where it has one; None for the edit where there is no match."""
    parts: list[str] = []
    after, before = [0], [0]
    done = length = 0
    for match in pattern.finditer(text):
        start, end = match.span(pattern.groups)
        new = replacement(text[start:end])
        parts += (text[done:start], new)
        length += start - done
        after += (length, length := length + len(new))
        before += (start, end)
        done = end
    if not parts:
        return text, None
    return "".join(parts) + text[done:], _Edit(after, before)


def _join_lines(text: str) -> str:
    lines = text.split("\n")
    joined = [lines[0]]
    for i, (previous, line) in enumerate(pairwise(lines)):
        joined += (" " if _goes_on(previous.strip(), line.strip(), lines[max(0, i - 1) : i + 3]) else "\n", line)
    return "".join(joined)


def _goes_on(previous: str, line: str, around: list[str]) -> bool:
    """Whether a line is the rest of the sentence in the one before it, by its looks.

    Where the next word would have fitted into the widest of the lines `around`, nobody wrapped.
    """
    if not previous or not line or line[0] == '"' or _BULLET.match(line):
        return False
    if line[0].islower() or line[0] in ",)%" or previous[-1] in ",(":
        return True
    if previous[-1] in ".!?:;\"'" or _is_heading(previous):
        return False
    with_next = len(previous) + len(line.split(maxsplit=1)[0])
    return len(previous) >= _WRAPPED_LINE or with_next >= max(map(len, around))


def _is_heading(line: str) -> bool:
    """Whether most of its longer words begin with a capital."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)
