"""Statements that the headline box of both kinds of brief shares."""

import polars as pl

from atase import measures
from atase.briefs import words
from atase.briefs.subject import Subject
from atase.briefs.tables import silent
from atase.briefs.tree import Box, Statement
from atase.i18n import _, ngettext
from atase.schema import MARKS


def box(*items: Statement) -> Box:
    """The statements under their title, with what the signs and numbers of the whole brief mean."""
    note = _(
        "{confirmed} confirmed: a person has checked it. {candidate} candidate: read by machine alone. "
        "Numbers in brackets lead to the evidence at the end."
    )
    return Box(_("At a glance"), items, note.format(**MARKS))


def promises(subject: Subject) -> Statement:
    """How many promises are open, and the longest silence."""
    found = silent(subject)
    if found.is_empty():
        return Statement(_("none open, as far as the register knows"), lead=_("Promises"))
    silence = found["silence"].max()
    text = ngettext("{n} open", "{n} open", found.height).format(n=words.count(found.height))
    if isinstance(silence, int):
        text += "; " + ngettext(
            "the longest without news for {n} day", "the longest without news for {n} days", silence
        ).format(n=words.count(silence))
    return Statement(text, subject.ledger.cite(*first(found)), lead=_("Promises"))


def friction(subject: Subject) -> Statement:
    """How many incidents are known."""
    found = measures.friction(subject.frames, subject.codes[0], subject.on, *subject.codes[1:])
    if found.is_empty():
        return Statement(_("none known to the register"), lead=_("Friction"))
    recent = found.filter(pl.col("day").dt.year() >= subject.on.year - 1)
    text = ngettext(
        "{n} incident known, {recent} since {year}",
        "{n} incidents known, {recent} of them since {year}",
        found.height,
    ).format(n=words.count(found.height), recent=words.count(recent.height), year=subject.on.year - 1)
    return Statement(text, subject.ledger.cite(*first(found)), lead=_("Friction"))


def first(rows: pl.DataFrame, limit: int = 3) -> list[str]:
    """The activities that a count in the headline is shown by; the tables hold the rest."""
    return rows["activity"].unique(maintain_order=True).head(limit).to_list()
