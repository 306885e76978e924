"""A brief, alive: its tree in sections, whose pictures have names and which lead to the activities behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.utils.text import slugify

from atase.briefs.tree import Block, Brief, Heading, Picture
from atase.i18n import _


@dataclass(frozen=True)
class Section:
    """A part of a page under one heading. `listed` is the query of the list of activities behind it."""

    title: str
    blocks: tuple[Block, ...]
    listed: str | None = None

    @property
    def id(self) -> str:
        """What an address ends in that leads here."""
        return slugify(self.title)


@dataclass(frozen=True)
class Told:
    """A brief in sections; its first, without a title, is what to know at once."""

    glance: tuple[Block, ...]
    sections: tuple[Section, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def told(brief: Brief, parties: str, untabled: tuple[str, ...] = ()) -> Told:
    """The brief in sections.

    Args:
        parties: the part of a query that asks for its parties' activities.
        untabled: headings under which the page has tables of its own: only the pictures are kept there.
    """
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in brief.body:
        if isinstance(block, Heading):
            parts.append((block.text, []))
        else:
            parts[-1][1].append(block)
    queries = _queries()
    sections = tuple(
        Section(title, _kept(blocks, title in untabled), _listed(parties, queries.get(title)))
        for title, blocks in parts[1:]
    )
    numbers = count(1)
    drawn = {
        f"figure-{next(numbers)}": block
        for section in sections
        for block in section.blocks
        if isinstance(block, Picture)
    }
    return Told(tuple(parts[0][1]), sections, drawn)


def _kept(blocks: list[Block], pictured: bool) -> tuple[Block, ...]:
    return tuple(block for block in blocks if isinstance(block, Picture) or not pictured)


def _listed(parties: str, query: str | None) -> str | None:
    return None if query is None else f"{parties}&{query}".rstrip("&")


def plain(section: Section) -> dict[str, Any]:
    """A section as JSON has it: pictures by title and words, their data being in the tables."""
    blocks = [
        {"title": block.title, "alt": block.alt, "note": block.note} if isinstance(block, Picture) else block
        for block in section.blocks
    ]
    return {"title": section.title, "blocks": blocks}


def _queries() -> dict[str, str]:
    """What lists the activities behind the sections, by their headings in the person's language."""
    plans = "stage=planned&stage=proposed"
    deeds = "stage=done&stage=underway"
    return {
        _("Profile by character and year"): deeds,
        _("Timeline"): "",
        _("Activities"): "",
        _("Agreements"): "instrument=agreement",
        _("What lies ahead"): plans,
        _("Open promises"): plans,
        _("Friction"): "group=friction",
        _("Partners"): deeds,
    }
