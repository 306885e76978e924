"""The queue of review: what only machines have read, what matters most first, to be decided from the keyboard."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.timezone import localdate

from atase.i18n import _
from atase.register import Author
from atase.register.details import Detail
from atase.web import filters, marks
from atase.web.deciding import decide
from atase.web.faces import Page, page
from atase.web.pages.activity import choices, find, told
from atase.web.request import Request

SHOWN = 8
"""Candidates on a page: each is shown whole, with its sentences."""


def review(request: Request) -> Page | HttpResponseBase:
    """The next candidates; by POST, a decision about one of them."""
    if request.method == "POST":
        return _decided(request)
    wanted = filters.wanted(request.GET)
    found = request.register.queue(wanted, request.GET.get("after") or None, SHOWN)
    progress = request.register.progress(localdate(), request.who)
    details = [request.register.activity(row.activity) for row in found.rows]
    data = {
        "queue": [_candidate(request, detail) for detail in details],
        "waiting": found.total,
        "today": {"activities": progress.activities, "decisions": sum(progress.decisions.values())},
        "next": found.next,
        "previous": found.previous,
    }
    more = {"asked": request.GET, "chips": list(filters.chips(request.GET)), "choices": choices, "facts": details}
    return Page("review.html.jinja", data, more=more)


def _candidate(request: Request, detail: Detail) -> dict[str, Any]:
    twin = find(request, detail.twins[0][0]).decided if detail.twins else None
    return told(detail) | {
        "seen": detail.version,
        "concerns": [concern(code) for code in detail.concerns],
        "twin": {"id": detail.twins[0][0], "instrument": twin.instrument, "date": twin.date, "series": twin.series}
        if twin
        else None,
    }


def _decided(request: Request) -> HttpResponseBase:
    """Keep a decision sent without scripts; with them, the interface for programs keeps it."""
    form = request.POST
    detail = find(request, form.get("activity", ""))
    seen = int(form["seen"]) if form.get("seen", "").isdecimal() else None
    number = decide(request.register, detail, form, Author(request.who, form.get("why", "").strip(), seen))
    if form["action"] == "correct":  # whoever puts a candidate right here vouches for what it has become
        request.register.confirm(detail.id, Author(request.who))
    messages.success(
        request, _("Decision {number} is kept. The history of the activity can take it back.").format(number=number)
    )
    return redirect(request.get_full_path())


def concern(code: str) -> str:
    """Why a person should look at a candidate, by the names in the register's `priority.toml`."""
    words = {
        "doubt": _("may be one with another"),
        "unsure": _("the reader is unsure"),
        "rank": _("high rank"),
    }
    field = "parties" if code == "roles" else code
    return words.get(code) or _("sources differ: {field}").format(field=marks.field(field))


urlpatterns = page("review", review, "review")
