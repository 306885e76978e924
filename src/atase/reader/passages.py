"""Document -> passages: its title, and its body in each of its languages, with the names that stand there."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from atase.reader.languages import by_language, languages, likeliest
from atase.reader.scan import Mention, mentions
from atase.reader.text import Normalised, canonical, normalise
from atase.report import Document

_HOME = Path(__file__).with_name("home.toml")


@dataclass(frozen=True, slots=True)
class Passage:
    """What of a document is in one language; the rest of the text is blank, so that offsets hold."""

    text: str
    flat: str  # in canonical form
    lang: str
    mentions: list[Mention]
    title: bool = False

    @property
    def home(self) -> str | None:
        """The state whose public the language's press writes for."""
        return _homes().get(self.lang)


def passages(document: Document, body: Normalised) -> Iterator[Passage]:
    """The passages of a document, its title first.

    The document's own word for its language counts for all but the paragraphs that are clearly in another one.
    """
    flat, title = canonical(body.text), normalise(document.title).text
    words = {*flat.split()}
    lang = document.lang if document.lang in languages() else likeliest(words or {*canonical(title).split()})
    if title:
        flat_title = canonical(title)
        yield Passage(title, flat_title, lang, mentions(title, flat_title, lang, document.date), title=True)
    for code, text in by_language(body.text, words, lang).items():
        flat = canonical(text) if text is not body.text else flat
        yield Passage(text, flat, code, mentions(text, flat, code, document.date))


def peopled(found: Iterable[Passage]) -> bool:
    """Whether at least two may stand there who can act with each other."""
    codes: set[str | None] = set()
    for passage in found:
        for mention in passage.mentions:
            name = mention.name
            if name.implies == "home":
                codes.add(passage.home)
            elif name.kind not in ("series", "nobody") and not name.ambiguous:
                codes.update(name.codes)
    return len(codes - {None}) > 1


@cache
def _homes() -> dict[str, str]:
    return tomllib.loads(_HOME.read_text(encoding="utf-8"))
