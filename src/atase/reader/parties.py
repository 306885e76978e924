"""Who takes part: the actors of a sentence, grouped by grammar and picked around a trigger."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from atase.reader.scan import Mention, Scan

_LIST_GAP = re.compile(r"[\s,;/&()\"'-]*(?:and|dan|serta|maupun|dengan|with|the|as well as)?[\s\"'(the]*", re.I)
_PLACES = {"capital"}
_CLOSE = 3
"""Characters between an office and the country that it belongs to ("Menteri Pertahanan | Australia")."""


@dataclass(slots=True)
class Actor:
    """A mention that stands for somebody, and how it stands in the sentence."""

    codes: tuple[str, ...]
    start: int
    end: int
    rank: str | None
    kind: str
    placed: bool  # follows a word such as "in", so perhaps only where it happens


@dataclass(slots=True)
class Cast:
    """Everybody in a sentence, in its order, and the home state where an office stands for it."""

    actors: list[Actor]
    home: bool = False
    ranks: set[str] = field(default_factory=set)

    @property
    def codes(self) -> list[str]:
        """Everybody's codes in the order of the text, each once."""
        return list(dict.fromkeys(code for actor in self.actors for code in actor.codes))


def cast(text: str, found: Scan, home: str | None) -> Cast:
    """Read the names of a sentence as actors; an office alone stands for the `home` state."""
    places = {cue.end for cue in found.cues if "in_place" in cue.concepts}
    result = Cast([])
    for at, mention in enumerate(found.mentions):
        name = mention.name
        if name.rank:
            result.ranks.add(name.rank)
        if name.kind == "series":
            continue
        codes = name.codes if not name.ambiguous and name.implies == "always" else ()
        if not codes and name.implies == "home" and home and not _belongs_to_other(text, found, at):
            codes = (home,)
            result.home = True
        if codes:
            placed = any(0 <= mention.start - end <= 1 for end in places)
            result.actors.append(Actor(codes, mention.start, mention.end, name.rank, name.kind, placed))
    return result


def pick(text: str, everybody: Cast, start: int, end: int, carried: Sequence[str]) -> tuple[str, ...]:
    """The parties of an act told between two offsets: the nearest group on each side of it.

    A group is a list ("Indonesia, Malaysia and Singapore"). Where only one party stands in the
    sentence, those `carried` over from the sentences before complete it.
    """
    actors = [actor for actor in everybody.actors if not (actor.placed and actor.kind in _PLACES)]
    if len({code for actor in actors for code in actor.codes}) < 2:
        actors = everybody.actors
    groups = _groups(text, actors)
    before = [group for group in groups if group[0].start < start]
    after = [group for group in groups if group[0].start >= start]
    chosen = [*(before[-1:] or []), *(after[:1] or [])]
    codes = dict.fromkeys(code for group in chosen for actor in group for code in actor.codes)
    for group in [*reversed(before[:-1]), *after[1:]]:
        if len(codes) >= 2:
            break
        codes |= dict.fromkeys(code for actor in group for code in actor.codes)
    for code in carried:
        if len(codes) >= 2:
            break
        codes.setdefault(code)
    return tuple(sorted(codes)) if len(codes) >= 2 else ()


def _groups(text: str, actors: list[Actor]) -> list[list[Actor]]:
    groups: list[list[Actor]] = []
    for actor in actors:
        if groups and _LIST_GAP.fullmatch(text, groups[-1][-1].end, actor.start):
            groups[-1].append(actor)
        else:
            groups.append([actor])
    return groups


def _belongs_to_other(text: str, found: Scan, at: int) -> bool:
    """Whether a country stands right beside the office: "the Australian | defence minister"."""
    here = found.mentions[at]
    beside: list[Mention] = [*found.mentions[max(at - 1, 0) : at], *found.mentions[at + 1 : at + 2]]
    return any(
        mention.name.codes
        and mention.name.kind in ("name", "demonym", "capital")
        and min(abs(here.start - mention.end), abs(mention.start - here.end)) <= _CLOSE
        for mention in beside
    )
