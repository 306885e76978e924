"""The activities that the register holds, by all that they are."""

from dataclasses import asdict, dataclass
from typing import Any

from atase.actors import actors
from atase.briefs import words
from atase.codebook import groups, instruments, stages, themes
from atase.errors import AtaseError
from atase.i18n import _
from atase.register import Order
from atase.register import Page as Listed
from atase.register.correcting import choose
from atase.web import filters
from atase.web.faces import Page, page
from atase.web.request import Request

SHOWN = 50
"""Rows of one page."""
SORTS = ("newest", "oldest", "confidence", "sources", "changed")


def activities(request: Request) -> Page:
    """A page of the activities that the address asks for; the other faces have all of them."""
    try:
        wanted, order, error = filters.wanted(request.GET), _order(request.GET.get("sort", "")), ""
        found = request.register.page(wanted, order, request.GET.get("after") or None, SHOWN)
    except AtaseError as mistake:
        wanted, order, error = filters.NOTHING, Order.NEWEST, str(mistake)
        found = Listed([], None, None, 0)
    data = {
        "activities": [asdict(row) for row in found.rows],
        "count": found.total,
        "sort": order.value,
        "next": found.next,
        "previous": found.previous,
        "error": error,
    }
    more = {
        "chips": [] if error else list(filters.chips(request.GET)),
        "choices": choices(),
        "asked": request.GET,
        "without": filters.without,
    }
    return Page("activities.html.jinja", data, lambda: request.register.activities(wanted), more=more)


def _order(text: str) -> Order:
    return Order(choose(text, SORTS, _("sort"))) if text else Order.NEWEST


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter may have."""

    code: str
    label: str


def sort(code: str) -> str:
    """What an order of the list is called."""
    names = {
        "newest": _("newest first"),
        "oldest": _("oldest first"),
        "confidence": _("surest first"),
        "sources": _("most sources first"),
        "changed": _("last changed first"),
    }
    return names[code]


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
        "depths": [Choice(code, label) for code, label in filters.depths().items()],
        "sorts": [Choice(code, sort(code)) for code in SORTS],
    }


urlpatterns = page("activities", activities, "activities")
