"""The brief on one party's defence diplomacy."""

from datetime import date

import polars as pl

from atase import measures
from atase.briefs import basis, measured, standing, tables, words, worldmap
from atase.briefs.headline import box, first, friction, promises
from atase.briefs.subject import Subject
from atase.briefs.tree import Block, Box, Brief, Statement
from atase.briefs.untrusted import Frames
from atase.i18n import _, language, ngettext, speaking

RECENT = 365
"""Days that count as the past year."""


def country(frames: Frames, a: str, on: date, lang: str) -> Brief:
    """What the register knows of the defence diplomacy of `a` (the code of a party) on the day `on`.

    Args:
        frames: as `atase.schema.FRAMES` lays them out.
        lang: ISO 639-1 code of the language to write in.
    """
    with speaking(lang):
        subject = Subject(frames, (a,), on)
        subject.ledger.prepare(subject.activities["activity"].head(tables.BODY_ROWS + tables.APPENDIX_ROWS))
        body = _body(subject)
        appendix = tables.in_appendix(subject)
        return Brief(
            title=subject.names[0],
            kind=_("Brief on defence diplomacy"),
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
        text = _(
            "The register holds no activity of {name}. Whether there was none, or none of its sources "
            "tells of it, cannot be said: see below what it covers."
        ).format(name=subject.names[0])
        return (Box(_("Not covered"), (Statement(text),)), *basis.coverage(subject))
    return (
        _headline(subject),
        *standing.ranking(subject),
        *worldmap.world(subject),
        *measured.party(subject),
        *standing.profile(subject),
        *tables.calendar(subject),
        *tables.promises(subject),
        *tables.in_body(subject),
        *tables.friction(subject),
        *basis.coverage(subject),
    )


def _headline(subject: Subject) -> Box:
    return box(_partners(subject), _recent(subject), _ahead(subject), promises(subject), friction(subject))


def _partners(subject: Subject) -> Statement:
    ranked = measures.partners(subject.frames["activities"], subject.codes[0], subject.on).filter(pl.col("n") > 0)
    names = words.listed(words.party(code) for code in ranked["partner"].head(3))
    text = ngettext("{n} known; most deeds with {names}", "{n} known; most deeds with {names}", ranked.height)
    return Statement(text.format(n=words.count(ranked.height), names=names or "–"), lead=_("Partners"))


def _recent(subject: Subject) -> Statement:
    """Deeds of the past year, by state."""
    since = pl.lit(subject.on).dt.offset_by(f"-{RECENT}d")
    rows = subject.activities.filter(pl.col("stage").is_in(["done", "underway"]), pl.col("day") > since)
    confirmed = rows.filter(pl.col("state") == "confirmed").height
    text = ngettext(
        "{n} deed known, {confirmed} confirmed", "{n} deeds known, {confirmed} of them confirmed", rows.height
    ).format(n=words.count(rows.height), confirmed=words.count(confirmed))
    return Statement(text, subject.ledger.cite(*first(rows)), lead=_("Past year"))


def _ahead(subject: Subject) -> Statement:
    rows = tables.coming(subject)
    if rows.is_empty():
        return Statement(_("nothing dated is known"), lead=_("Ahead"))
    first = rows.row(0, named=True)
    text = ngettext(
        "{n} planned: {activity}, {date}", "{n} planned; the first: {activity}, {date}", rows.height
    ).format(n=words.count(rows.height), activity=subject.describe(first), date=words.day(first["date"]))
    return Statement(text, subject.ledger.cite(first["activity"]), lead=_("Ahead"))
