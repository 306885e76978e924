"""What counts and how it is coded, with what the register holds of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import polars as pl
from django.http import Http404

from atase import codebook
from atase.briefs import charts, words
from atase.briefs.tree import Picture
from atase.codebook import Entry, Group, Instrument, Stage, Theme
from atase.codebook.record import record, records
from atase.i18n import _, language
from atase.register import Filter, Order
from atase.register.register import Register
from atase.web.faces import Page, page
from atase.web.kept import kept
from atase.web.request import Request

STATES = ("confirmed", "candidate")
EXAMPLES = 3
FILTERS: Mapping[type[Entry], tuple[str, str]] = {
    Group: ("group", "groups"),
    Instrument: ("instrument", "instruments"),
    Stage: ("stage", "stages"),
    Theme: ("theme", "themes"),
}
"""For each kind of entry, what filters activities by it: in an address, and in `Filter`."""

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Example:
    """An activity of the register, with a sentence that tells of it."""

    activity: str
    state: str
    date: str | None
    parties: tuple[str, ...]
    quote: str
    title: str


def book(request: Request) -> Page:
    """The whole codebook."""
    known = codebook.codebook()
    counts = kept(request.register, lambda: _counts(request.register), "codebook")
    by_group = [
        (known.groups[code], list(some)) for code, some in groupby(known.instruments.values(), lambda one: one.group)
    ]
    systems = {
        system: [root for root in known.roots.values() if root.system == system] for system in ("PLOVER", "CAMEO")
    }
    return Page(
        "codebook.html.jinja",
        {**records(known), "counts": counts},
        table=lambda: _table(counts),
        pictures={"counts": _picture(counts)} if any(sum(each.values()) for each in counts.values()) else {},
        more={"book": known, "by_group": by_group, "systems": systems, "rows": _rows(counts)},
    )


def entry(request: Request, code: str) -> Page:
    """One instrument, group, stage or theme, and what the register has of it."""
    known = codebook.codebook()
    found = known.entries().get(code)
    if found is None:
        raise Http404(_("no code {code!r} in the codebook").format(code=code))
    counts = kept(request.register, lambda: _count(request.register, found), "codebook", code)
    return Page(
        "code.html.jinja",
        {**record(found), "counts": counts, "examples": _examples(request.register, found)},
        more={
            "entry": found,
            "kind": FILTERS[type(found)][0],
            "members": [one for one in known.instruments.values() if one.group == code],
            "book": known,
        },
    )


def _counts(register: Register) -> dict[str, Counts]:
    return {code: _count(register, found) for code, found in codebook.codebook().entries().items()}


def _count(register: Register, found: Entry) -> Counts:
    return {state: register.count(_of(found, state)) for state in STATES}


def _of(found: Entry, *states: str) -> Filter:
    return Filter(**{FILTERS[type(found)][1]: [found.code]}, states=states)  # type: ignore[arg-type]


def _examples(register: Register, found: Entry) -> list[Example]:
    """A few activities: confirmed ones first, then those that most sources tell."""
    rows = [row for state in STATES for row in register.page(_of(found, state), Order.SOURCES, limit=EXAMPLES).rows][
        :EXAMPLES
    ]
    return [_example(register, row.activity) for row in rows]


def _example(register: Register, identifier: str) -> Example:
    whole = register.activity(identifier)
    first = max(whole.reports, key=lambda told: (told.current, told.report.confidence))
    decided = whole.decided
    quote = first.report.evidence[0].quote if first.report.evidence else ""
    codes = tuple(sorted({party.code for party in decided.parties}))
    return Example(identifier, whole.state, decided.date, codes, quote, first.source.title)


def _rows(counts: Mapping[str, Counts]) -> list[dict[str, Any]]:
    """The instruments with their counts, as the figure has them."""
    return [
        {"instrument": one.label(), "group": words.group(one.group), **counts[code]}
        for code, one in codebook.instruments().items()
    ]


def _table(counts: Mapping[str, Counts]) -> pl.DataFrame:
    """Every entry in a row; the language is the person's."""
    rows = [
        {
            "kind": FILTERS[type(one)][0],
            "code": code,
            "group": one.group if isinstance(one, Instrument) else None,
            "label": one.label(),
            "definition": one.definition(),
            "lang": language(),
            **counts[code],
        }
        for code, one in codebook.codebook().entries().items()
    ]
    return pl.DataFrame(rows)


def _picture(counts: Mapping[str, Counts]) -> Picture:
    """Bars of the activities of each instrument, group by group: confirmed, then candidates."""
    ink = charts.theme()["ink"]
    names = {"confirmed": _("Confirmed by a person"), "candidate": _("Machine candidates")}
    rows = [
        {"what": one.label(), "state": names[state], "n": counts[code][state], "part": part}
        for code, one in codebook.instruments().items()
        for part, state in enumerate(STATES)
    ]
    order = [one.label() for one in codebook.instruments().values()]
    colours = {"domain": list(names.values()), "range": [ink["accent"], charts.theme()["ramp"]["steps"][1]]}
    chart = {
        "width": charts.WIDTH - 130,
        "height": {"step": 15},
        "data": {"name": "instruments"},
        "mark": {"type": "bar", "height": 10},
        "encoding": {
            "x": charts.field("n", "quantitative", title=_("activities"), axis={"tickMinStep": 1, "format": "d"}),
            "y": charts.field("what", "nominal", sort=order, axis={"ticks": False, "domain": False}),
            "color": charts.field("state", "nominal", scale=colours),
            "order": {"field": "part", "type": "ordinal"},
        },
    }
    alt = _("Bars of the activities that the register holds of each instrument, confirmed ones and candidates apart.")
    return Picture(_("What the register holds, by instrument"), charts.finish(chart, instruments=rows), alt)


urlpatterns = [*page("codebook", book, "codebook"), *page("codebook/<code:code>", entry, "code")]
