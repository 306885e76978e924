"""The brief on a relationship between two parties."""

from datetime import date

import polars as pl

from atase import measures
from atase.briefs import basis, measured, standing, tables, words
from atase.briefs.headline import box, first, friction, promises
from atase.briefs.subject import Row, Subject, state_of
from atase.briefs.tree import Block, Box, Brief, Statement
from atase.briefs.untrusted import Frames
from atase.i18n import _, language, ngettext, speaking
from atase.measures.select import deeds, plans

RANKS = 3
"""Ranks of contact in the headline, highest first."""


def bilateral(frames: Frames, a: str, b: str, on: date, lang: str) -> Brief:
    """What the register knows of the relation between `a` and `b` (codes of parties) on the day `on`.

    Args:
        frames: as `atase.schema.FRAMES` lays them out.
        lang: ISO 639-1 code of the language to write in.
    """
    with speaking(lang):
        subject = Subject(frames, (a, b), on)
        subject.ledger.prepare(subject.activities["activity"].head(tables.BODY_ROWS + tables.APPENDIX_ROWS))
        body = _body(subject)
        appendix = tables.in_appendix(subject)
        return Brief(
            title=" – ".join(subject.names),
            kind=_("Brief on defence relations"),
            lang=language(),
            on=on,
            dated=words.on_day(on),
            basis=basis.basis(subject),
            body=body,
            appendix=appendix,
            references=subject.ledger.references,
        )


def _body(subject: Subject) -> tuple[Block, ...]:
    if subject.activities.is_empty():
        return (_nothing(subject), *basis.coverage(subject))
    return (
        _headline(subject),
        *standing.profile(subject),
        *standing.timeline(subject),
        *tables.in_body(subject),
        *tables.agreements(subject),
        *tables.calendar(subject),
        *tables.promises(subject),
        *tables.friction(subject),
        *measured.relation(subject),
        *standing.comparison(subject),
        *basis.coverage(subject),
    )


def _nothing(subject: Subject) -> Box:
    text = _(
        "The register holds no activity of {names}. Whether there was none, or none of its sources "
        "tells of it, cannot be said: see below what it covers."
    ).format(names=words.listed(subject.names))
    return Box(_("Not covered"), (Statement(text),))


def _headline(subject: Subject) -> Box:
    return box(
        *_contacts(subject),
        _agreements(subject),
        _exercises(subject),
        promises(subject),
        friction(subject),
    )


def _contacts(subject: Subject) -> list[Statement]:
    """Last and next contact of the highest ranks."""
    a, b = subject.codes
    found = measures.contacts(subject.frames["activities"], a, b, subject.on)
    said = []
    for when, lead, none in (
        ("last", _("Last contact"), _("none with a known date")),
        ("next", _("Next contact"), _("none announced, as far as the register knows")),
    ):
        rows = found.filter(pl.col("when") == when).head(RANKS)
        said += [_contact(subject, lead, row) for row in rows.iter_rows(named=True)] or [Statement(none, lead=lead)]
    return said


def _contact(subject: Subject, lead: str, row: Row) -> Statement:
    rank = words.depth(row["instrument"], row["depth"])
    text = _("{rank}: {instrument}, {date}").format(
        rank=rank or _("Rank not told"),
        instrument=words.instrument(row["instrument"]).lower(),
        date=words.day(row["date"]),
    )
    if row["place"]:
        text += f", {row['place']}"
    return Statement(text, subject.ledger.cite(row["activity"]), state_of(row), lead)


def _agreements(subject: Subject) -> Statement:
    a, b = subject.codes
    found = measures.agreements(subject.frames["activities"], a, b, subject.on)
    expiring = found.filter(pl.col("status") == "expiring")
    force = found.filter(pl.col("status").is_in(["in_force", "expiring"]))
    if force.is_empty():
        return Statement(_("none in force is known to the register"), lead=_("Agreements"))
    text = ngettext("{n} in force as far as known", "{n} in force as far as known", force.height).format(
        n=words.count(force.height)
    )
    if expiring.height:
        text += "; " + ngettext("{n} expires within a year", "{n} expire within a year", expiring.height).format(
            n=words.count(expiring.height)
        )
    return Statement(text, subject.ledger.cite(*first(pl.concat([expiring, force]))), lead=_("Agreements"))


def _exercises(subject: Subject) -> Statement:
    year = subject.on.year
    lead = _("Exercises in {year}").format(year=year)
    found = subject.activities.filter(pl.col("instrument") == "exercise", pl.col("day").dt.year() == year)
    if found.is_empty():
        covered = subject.covers("exercise", year)
        none = _("none known to the register") if covered else _("not covered: the register has no source of that year")
        return Statement(none, lead=lead)
    held, planned = deeds(found).height, plans(found).height
    text = _("{held} held, {planned} planned or proposed, as far as the register knows").format(
        held=words.count(held), planned=words.count(planned)
    )
    return Statement(text, subject.ledger.cite(*first(found)), lead=lead)
