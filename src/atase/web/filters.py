"""What activities a page is asked for, in its address: the same words as `atase activities` has as options."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict

from atase import when
from atase.actors import find_code
from atase.briefs import words
from atase.codebook import groups, instruments, stages, themes
from atase.errors import AtaseError
from atase.i18n import _
from atase.register import Filter
from atase.register.correcting import choose
from atase.web import marks

NOTHING = Filter()
STATES = ("candidate", "confirmed", "rejected")


def wanted(asked: QueryDict) -> Filter:
    """The filter that an address asks for.

    Raises:
        AtaseError: a value that cannot be, in a line that says which can.
    """
    since, until = asked.get("since", "").strip(), asked.get("until", "").strip()
    return Filter(
        parties=_parties(asked, "with"),
        between=_parties(asked, "between"),
        since=when.check(since) if since else None,
        until=when.check(until) if until else None,
        instruments=_chosen(asked, "instrument", instruments(), _("instrument")),
        groups=_chosen(asked, "group", groups(), _("group")),
        stages=_chosen(asked, "stage", stages(), _("stage")),
        states=_chosen(asked, "state", STATES, _("state")),
        themes=_chosen(asked, "theme", themes(), _("theme")),
        depths=_chosen(asked, "depth", depths(), _("depth")),
        confidence=_share(asked.get("confidence", "").strip()),
        source=asked.get("source", "").strip() or None,
        text=asked.get("text", "").strip() or None,
    )


def depths() -> dict[str, str]:
    """The levels of all instruments' depth scales, each once, with its label."""
    return {level.code: level.label() for one in instruments().values() for level in one.depth}


def _share(text: str) -> float | None:
    """A confidence between 0 and 1."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:
        raise AtaseError(_("confidence={text}: write a number from 0 to 1, such as 0.6").format(text=text))
    return value


def _parties(asked: QueryDict, name: str) -> list[str]:
    return list(dict.fromkeys(find_code(value) for value in asked.getlist(name) if value.strip()))


def _chosen(asked: QueryDict, name: str, known: Iterable[str], what: str) -> list[str]:
    return [choose(value, known, what) for value in asked.getlist(name) if value]


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that was asked for, in words, and the rest of the address without it."""

    text: str
    without: str


def chips(asked: QueryDict) -> Iterator[Chip]:
    """All that an address asks for, each with the address that no longer does."""
    said: dict[str, Callable[[str], str]] = {
        "with": lambda value: words.party(find_code(value)),
        "between": lambda value: words.party(find_code(value)),
        "since": lambda value: _("since {date}").format(date=words.day(value)),
        "until": lambda value: _("until {date}").format(date=words.day(value)),
        "instrument": words.instrument,
        "group": words.group,
        "stage": words.stage,
        "state": marks.state,
        "theme": words.theme,
        "depth": lambda value: depths().get(value, value),
        "confidence": lambda value: _("confidence from {share}").format(share=words.percent(_share(value))),
        "source": lambda value: _("source: {words}").format(words=value),
        "text": lambda value: f"“{value}”",
    }
    for name, tell in said.items():
        for value in filter(str.strip, asked.getlist(name)):
            yield Chip(tell(value), without(asked, name, value))


def without(asked: QueryDict, name: str, value: str | None = None) -> str:
    """The query of an address without a value of a name, or without the name; and from its first page."""
    rest = asked.copy()
    rest.setlist(name, [each for each in asked.getlist(name) if value is not None and each != value])
    for paging in ("after", "page"):
        rest.pop(paging, None)
    for empty in [key for key in rest if not any(rest.getlist(key))]:
        del rest[empty]
    return rest.urlencode()
