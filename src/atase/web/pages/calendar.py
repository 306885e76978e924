"""What is planned or under way: as a page, a download, and a feed for calendar programs."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import path, reverse
from icalendar import Calendar, Event

from atase import when
from atase.briefs import words
from atase.i18n import _
from atase.register.register import Register
from atase.register.words import Filter, Order, Row
from atase.web import filters
from atase.web.api.auth import bearer, token
from atase.web.faces import Page, page
from atase.web.request import Request

SHOWN = 100
"""Activities of a page."""
MOST = 1000
"""Activities of a feed."""


def calendar(request: Request) -> Page:
    """The activities ahead, by month."""
    found = request.register.page(_ahead(request), Order.OLDEST, request.GET.get("after") or None, SHOWN)
    months = [
        {"month": month, "activities": list(rows)}
        for month, rows in groupby(found.rows, lambda row: (row.date or "")[:7])
    ]
    feed = request.build_absolute_uri(reverse("feed", args=(token(request.who, "calendar"),)))
    data: dict[str, Any] = {"months": months, "total": found.total, "next": found.next}
    return Page("calendar.html.jinja", data, more={"feed": feed})


def download(request: Request) -> HttpResponse:
    """The same as an iCalendar file."""
    return _answer(request, _ahead(request))


def feed(request: Request, written: str) -> HttpResponse:
    """The same for programs that cannot sign in: the address itself is the secret, good as long as a token."""
    if not bearer(written, "calendar"):
        raise Http404(_("there is no such calendar; the page Calendar has the address"))
    return _answer(request, _ahead(request))


def _ahead(request: Request) -> Filter:
    asked = filters.wanted(request.GET)
    return Filter(
        parties=asked.parties,
        instruments=asked.instruments,
        stages=("planned", "underway"),
        since=date.today().isoformat(),
    )


def _answer(request: Request, wanted: Filter) -> HttpResponse:
    text = ical(_rows(request.register, wanted), request.build_absolute_uri("/activities/"))
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


def _rows(register: Register, wanted: Filter) -> list[Row]:
    return register.page(wanted, Order.OLDEST, limit=MOST).rows


def ical(rows: Iterable[Row], base: str) -> bytes:
    """Activities as an iCalendar (RFC 5545): whole days; a date known to the month or year spans it, and says so."""
    made = Calendar()
    made.add("prodid", "-//Atase//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Defence activities ahead"))
    for row in rows:
        if row.date:
            made.add_component(_event(row, row.date, base))
    return bytes(made.to_ical())


def _event(row: Row, first: str, base: str) -> Event:
    event = Event()
    event.add("uid", f"{row.activity}@atase")
    event.add("dtstamp", datetime.now(UTC))
    names = words.listed(words.party(code) for code in row.parties)
    event.add("summary", f"{row.series or words.instrument(row.instrument)}: {names}")
    event.add("dtstart", when.first_day(first))
    event.add("dtend", max(when.last_day(row.end or first), when.last_day(first)) + timedelta(days=1))
    if row.place:
        event.add("location", row.place)
    said = [words.stage(row.stage), row.state] + (
        [] if len(first) == 10 else [_("known only as {date}").format(date=words.day(first))]
    )
    event.add("description", "; ".join(said))
    event.add("url", base + row.activity)
    return event


urlpatterns = [
    *page("calendar", calendar, "calendar"),
    path("calendar.ics", download, name="calendar.ics"),
    path("calendar/feed/<str:written>.ics", feed, name="feed"),
]
