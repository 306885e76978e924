"""Who is in a text: its names read as actors, by apposition, the document's home, and names it introduces."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, pairwise

from atase.reader.scan import Cue, Mention

COUNTRY = ("name", "demonym", "capital", "metonym")
"""Kinds of name that stand for a state itself."""

_BESIDE = re.compile(r"[ ,(]{1,2}(?:republik |the )?", re.I)
_OF = re.compile(r" ?(?:[A-ZÀ-Þ][\w.'-]*,? ){0,5}(?:of|for|dari|untuk) (?:the |Republik )?")
_PERSON = re.compile(r"[ ,]{1,3}(?:\(\w+\) ?)?((?:[A-ZÀ-Þ][\w'-]+[ ,.]{0,2}){1,4})")
_DATELINE = re.compile(r"[A-Z][A-Za-z ]{2,30}(?:, [\w. ]{3,30})?(?: ?\([\w /]+\))? ?(?:-{1,2}|[–—])")
_SHORTEST_NAME = 4
_BEFORE, _AFTER = 4, 60
"""Characters at most between an office and the country before it, or after it."""
_ABROAD = 2
"""States from which a text that never names the home state is taken to be about others' offices."""


@dataclass(slots=True)
class Actor:
    """A place in the text where somebody stands, and how."""

    codes: tuple[str, ...]
    start: int
    end: int
    kind: str
    rank: str | None = None
    placed: bool = False  # after a word such as "in", so perhaps only where it happens
    home: bool = False  # inferred: an office without a country


def cast(text: str, mentions: Iterable[Mention], cues: Iterable[Cue], home: str | None) -> list[Actor]:
    """The actors of a text, in its order. An office alone stands for the `home` state."""
    places = {cue.end for cue in cues if "in_place" in cue.concepts}
    dateline = _DATELINE.match(text)
    limit = dateline.end() if dateline else 0
    found: list[Actor] = []
    aliases: dict[str, Actor] = {}
    offices: list[Mention] = []
    for mention in mentions:
        name = mention.name
        if name.kind in ("series", "nobody"):
            continue
        if name.implies == "home":
            offices.append(mention)
            continue
        codes = () if name.ambiguous or mention.start < limit else name.codes
        placed = any(0 <= mention.start - end <= 5 for end in _near(places, mention.start))
        if codes:
            found.append(Actor(codes, mention.start, mention.end, name.kind, name.rank, placed))
    found = _chained_places(text, found)
    states = {code for actor in found if actor.kind in COUNTRY for code in actor.codes}
    infers = home in states or len(states) < _ABROAD
    behind = 0  # how many actors at the start no later office stands beside
    for office in offices:
        while behind < len(found) and found[behind].end < office.start - _BEFORE:
            behind += 1
        owner = _owner(text, office, islice(found, behind, None))
        rank = office.name.rank
        if owner:
            owner.rank = owner.rank or rank
            owner.placed = False
            owner.start, owner.end = min(owner.start, office.start), max(owner.end, office.end)
            _introduce(text, owner, aliases)
        elif infers and home and not _introduced(text, office, aliases):
            found.append(Actor((home,), office.start, office.end, "office", rank, home=True))
    if aliases:
        found.extend(_short_mentions(text, aliases, found))
    return sorted(found, key=lambda actor: (actor.start, actor.end))


def _near(places: set[int], at: int) -> list[int]:
    return [end for end in range(at - 5, at) if end in places]


def _chained_places(text: str, found: list[Actor]) -> list[Actor]:
    """In "in Warsaw, Poland" the country is as much a place as the city."""
    for before, after in pairwise(found):
        if before.placed and before.kind == "capital" and text[before.end : after.start] == ", ":
            after.placed = True
    return found


def _owner(text: str, office: Mention, found: Iterable[Actor]) -> Actor | None:
    """The country that stands beside an office: "Australian | defence minister | Richard Marles"."""
    for actor in found:
        if actor.kind in COUNTRY or actor.kind == "person":
            if 0 <= actor.start - office.end <= _AFTER:
                gap = text[office.end : actor.start]
                if _BESIDE.fullmatch(gap) or (actor.kind != "person" and _OF.fullmatch(gap)):
                    return actor
            elif 0 <= office.start - actor.end <= _BEFORE and actor.kind != "person":
                gap = text[actor.end : office.start]
                if gap.strip(" ") in ("", "'s", "’s", "-"):
                    return actor
        if actor.start > office.end + _AFTER:
            break
    return None


def _introduce(text: str, owner: Actor, aliases: dict[str, Actor]) -> None:
    """Remember the person whom a country and an office introduce."""
    match = _PERSON.match(text, owner.end)
    if not match:
        return
    for word in re.findall(r"[^\W\d_][\w'-]+", match[1]):
        if word in aliases or len(word) < _SHORTEST_NAME:
            continue
        if not re.search(rf"\b{re.escape(word.lower())}\b", text):
            aliases[word] = owner


def _introduced(text: str, office: Mention, aliases: dict[str, Actor]) -> bool:
    """Whether a bare office belongs to a person whom the text has introduced: "Menhan | Payne"."""
    match = _PERSON.match(text, office.end)
    return bool(match) and any(word in aliases for word in match[1].split())  # type: ignore[index]


def _short_mentions(text: str, aliases: dict[str, Actor], found: list[Actor]) -> Iterable[Actor]:
    taken = [(actor.start, actor.end) for actor in found]
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, aliases)) + r")\b")
    for match in pattern.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            person = aliases[match[0]]
            yield Actor(person.codes, match.start(), match.end(), "person", person.rank)
