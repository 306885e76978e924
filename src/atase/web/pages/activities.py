"""The activities that the register holds, by all that they are."""

from dataclasses import dataclass
from typing import Any

from atase.actors import actors
from atase.briefs import words
from atase.codebook import groups, instruments, stages, themes
from atase.errors import AtaseError
from atase.register import Filter
from atase.web import filters
from atase.web.faces import Page, page
from atase.web.request import Request

SHOWN = 50
"""Rows of one page."""


def activities(request: Request) -> Page:
    """A page of the activities that the address asks for; the other faces have all of them."""
    try:
        wanted, error = filters.wanted(request.GET), ""
    except AtaseError as mistake:
        wanted, error = Filter(), str(mistake)
    number = _number(request.GET.get("page", ""))
    found = request.register.activities(wanted, SHOWN * number).slice(SHOWN * (number - 1))
    count = request.register.count(wanted)
    data = {
        "activities": [] if error else found.to_dicts(),
        "count": 0 if error else count,
        "page": number,
        "pages": -(-count // SHOWN),
        "error": error,
    }
    return Page(
        "activities.html.jinja",
        data,
        table=lambda: request.register.activities(wanted),
        more={
            "chips": list(filters.chips(request.GET)) if not error else [],
            "choices": choices(),
            "asked": request.GET,
            "without": filters.without,
        },
    )


def _number(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter may have."""

    code: str
    label: str


def choices() -> dict[str, Any]:
    """What there is to choose from in the form, in the person's language."""
    by_group = [
        (group.label(), [Choice(one.code, one.label()) for one in instruments().values() if one.group == group.code])
        for group in groups().values()
    ]
    return {
        "parties": sorted((Choice(code, words.party(code)) for code in actors()), key=lambda one: one.label),
        "instruments": by_group,
        "stages": [Choice(one.code, one.label()) for one in stages().values()],
        "themes": sorted((Choice(one.code, one.label()) for one in themes().values()), key=lambda one: one.label),
        "states": filters.STATES,
    }


urlpatterns = page("activities", activities, "activities")
