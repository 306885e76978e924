"""Profile and standing: what a relationship consists of, and where it stands among others."""

import polars as pl

from atase import measures
from atase.briefs import charts, words
from atase.briefs.subject import Subject
from atase.briefs.tree import Block, Column, Heading, Picture, Statement, Table
from atase.i18n import _, ngettext

TOP = 12
"""Partners in a ranking."""


def profile(subject: Subject) -> tuple[Block, ...]:
    """Deeds by character and year: chart, shares and breadth."""
    counts = measures.profile(subject.frames["activities"], subject.on, *subject.codes)
    if counts.is_empty():
        return ()
    shares = measures.shares(counts)
    number = measures.breadth(counts)
    assert number is not None  # noqa: S101  counts are not empty
    kinds = counts["instrument"].n_unique()
    largest = _("{group} is the largest part of it: {share} of the deeds.").format(
        group=words.group(shares["group"][0]), share=words.percent(shares["share"][0])
    )
    spread = ngettext(
        "All are of {n} instrument.",
        "They spread over {n} instruments; weighed by how often each is used, that is a breadth of {breadth}.",
        kinds,
    ).format(n=words.count(kinds), breadth=words.decimal(number))
    said = f"{largest} {spread}"
    return (
        Heading(_("Profile by character and year")),
        Statement(said),
        *_by_year(subject, counts),
        _shares(shares),
    )


def timeline(subject: Subject) -> tuple[Block, ...]:
    """Every dated activity on one line of time."""
    dated = subject.activities.drop_nulls("day")
    dated = dated.filter(pl.col("day").dt.year() >= subject.years["year"].tail(charts.WINDOW)[0])
    if dated.is_empty():
        return ()
    alt = ngettext(
        "A point for {n} dated activity, by instrument.",
        "A point for each of {n} dated activities, by instrument.",
        dated.height,
    ).format(n=words.count(dated.height))
    note = _("Filled: confirmed by a person. Hollow: read by machine alone. Dashed line: the day of this brief.")
    return (
        Heading(_("Timeline")),
        Picture(_("When what happened"), charts.timeline(dated, subject.years, subject.on), alt, note),
    )


def ranking(subject: Subject) -> tuple[Block, ...]:
    """The partners of one party, with the mix of what they do together."""
    (code,) = subject.codes
    ranked = measures.partners(subject.frames["activities"], code, subject.on).filter(pl.col("n") > 0)
    if ranked.is_empty():
        return ()
    columns = (
        Column(_("Rank"), 0.8, number=True),
        Column(_("Partner"), 2.6),
        Column(_("Confirmed"), 1.2, number=True),
        Column(_("Candidates"), 1.2, number=True),
        Column(_("Share"), 1, number=True),
        Column(_("Instruments"), 1.4, number=True),
        Column(_("Friction"), 1, number=True),
        Column(_("Last"), 1.6),
    )
    rows = tuple(
        (
            Statement(words.count(row["rank"])),
            Statement(words.party(row["partner"])),
            Statement(words.count(row["confirmed"])),
            Statement(words.count(row["candidate"])),
            Statement(words.percent(row["share"])),
            Statement(words.count(row["instruments"])),
            Statement(words.count(row["friction"])),
            Statement(words.day(row["last"], short=True) or _("undated")),
        )
        for row in ranked.head(TOP).iter_rows(named=True)
    )
    rest = ranked.height - TOP
    note = _("Share: of all deeds other than friction. A deed with several partners counts for each of them.")
    if rest > 0:
        note += " " + ngettext("… and {n} more partner.", "… and {n} more partners.", rest).format(n=words.count(rest))
    return (Heading(_("Partners")), Table(columns, rows, note))


def comparison(subject: Subject) -> tuple[Block, ...]:
    """The relation of two parties against the other partners of each."""
    a, b = subject.codes
    frame = measures.comparison(subject.frames["activities"], a, b, subject.on)
    if not frame["n"].sum():
        return ()
    said = tuple(_rank(subject, one, other) for one, other in ((a, b), (b, a)))
    ranked = measures.partners(subject.frames["activities"], a, subject.on).filter(pl.col("n") > 0).head(TOP)
    picture = (
        ()
        if ranked.is_empty()
        else (
            Picture(
                _("Partners of {name} by deeds").format(name=words.party(a)),
                charts.ranking(ranked, b),
                _("The partners of {name} with the most deeds: {partners}.").format(
                    name=words.party(a),
                    partners=words.listed(words.party(code) for code in ranked["partner"]),
                ),
            ),
        )
    )
    return (Heading(_("Compared with other partners")), *said, *picture, _standing(subject, frame))


def _by_year(subject: Subject, counts: pl.DataFrame) -> tuple[Block, ...]:
    shown = subject.years["year"].tail(charts.WINDOW)
    dated = counts.filter(pl.col("year").is_in(shown.implode()))
    if dated.is_empty():
        return ()
    alt = _("Bars of the deeds of {first} to {last} by group.").format(first=shown[0], last=shown[-1])
    note = _("Friction stands below the line. Shaded years are not covered by any source.")
    return (Picture(_("Deeds by character and year"), charts.profile_by_year(dated, subject.years), alt, note),)


def _shares(shares: pl.DataFrame) -> Table:
    columns = (
        Column(_("Character"), 3),
        Column(_("Confirmed"), 1.3, number=True),
        Column(_("Candidates"), 1, number=True),
        Column(_("Together"), 1, number=True),
        Column(_("Share"), 1, number=True),
    )
    rows = tuple(
        (
            Statement(words.group(row["group"])),
            Statement(words.count(row["confirmed"])),
            Statement(words.count(row["candidate"])),
            Statement(words.count(row["n"])),
            Statement(words.percent(row["share"])),
        )
        for row in shares.iter_rows(named=True)
    )
    return Table(columns, rows)


def _rank(subject: Subject, one: str, other: str) -> Statement:
    ranked = measures.partners(subject.frames["activities"], one, subject.on)
    row = ranked.filter(pl.col("partner") == other).row(0, named=True)
    partners = ranked.filter(pl.col("n") > 0).height
    text = ngettext(
        "{other} takes part in {share} of the deeds of {one} that the register knows, friction aside: "
        "the only partner known.",
        "{other} takes part in {share} of the deeds of {one} that the register knows, friction aside: "
        "place {rank} among {partners} partners.",
        partners,
    )
    return Statement(
        text.format(
            other=words.party(other),
            one=words.party(one),
            share=words.percent(row["share"]),
            rank=words.count(row["rank"]),
            partners=words.count(partners),
        )
    )


def _standing(subject: Subject, frame: pl.DataFrame) -> Table:
    a, b = subject.codes
    groups = [code for code in charts.theme()["groups"] if code in set(frame["group"])]
    found = {(row["side"], row["group"]): row for row in frame.iter_rows(named=True)}

    def cells(side: str, group: str) -> tuple[Statement, Statement, Statement]:
        row = found.get((side, group))
        if row is None:
            return (Statement("–"), Statement("–"), Statement("–"))
        place = _("{rank} of {partners}").format(rank=row["rank"], partners=row["partners"]) if row["rank"] else "–"
        share = _("{n} of {whole}").format(n=words.count(row["n"]), whole=words.count(row["whole"]))
        return (Statement(share), Statement(place), Statement(words.decimal(row["median"])))

    heads = tuple(
        column
        for code in (a, b)
        for column in (
            Column(_("Of {name}'s deeds").format(name=words.party(code)), 1.6, number=True),
            Column(_("Rank"), 1.2, number=True),
            Column(_("Median partner"), 1.2, number=True),
        )
    )
    rows = tuple((Statement(words.group(code)), *cells(a, code), *cells(b, code)) for code in groups)
    note = _("Rank: among the partners with deeds of that character. A dash: the register knows of none.")
    return Table((Column(_("Character"), 2.2), *heads), rows, note)
