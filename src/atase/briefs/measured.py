"""What the measures say of a relationship or a party, in a few lines, each with the activities that weigh most."""

from datetime import date

import polars as pl

from atase import measures
from atase.briefs import words
from atase.briefs.headline import first
from atase.briefs.subject import Row, Subject
from atase.briefs.tree import Block, Bullets, Heading, Statement
from atase.i18n import _, language, ngettext
from atase.measures.about import word
from atase.measures.points import points
from atase.measures.select import DEEDS
from atase.measures.triangle import ACQUISITIONS


def relation(subject: Subject) -> tuple[Block, ...]:
    """How close and how strained the relation of two parties is, and what becomes of its promises."""
    said = (_intensity(subject), _balance(subject), _promises(subject))
    return _section(said, "intensity, balance, completion")


def party(subject: Subject) -> tuple[Block, ...]:
    """Where a party stands among all, what its defence diplomacy serves, and what becomes of its promises."""
    said = (_network(subject), *_triangle(subject), _promises(subject))
    return _section(said, "network, triangle, completion")


def _section(said: tuple[Statement | None, ...], names: str) -> tuple[Block, ...]:
    told = tuple(statement for statement in said if statement)
    if not told:
        return ()
    note = _("Formulas, units and sources: docs/measures.md, or “atase measure NAME --about” ({names}).")
    return (Heading(_("As measured")), Bullets((*told, Statement(note.format(names=names), lead=_("How")))))


def _intensity(subject: Subject) -> Statement | None:
    a, b = subject.codes
    ranked = measures.ranking(subject.frames, subject.on, (a,))
    found = ranked.filter(pl.col("b") == b, pl.col("n") > 0)
    if found.is_empty():
        return None
    row = found.row(0, named=True)
    partners = ranked.filter(pl.col("n") > 0).height
    text = ngettext(
        "{value} points ({interval}); the only partner of {name} that is known",
        "{value} points ({interval}); place {rank} of {partners} among the partners of {name}, between {best} and "
        "{worst} in the draws",
        partners,
    ).format(
        value=words.decimal(row["intensity"]),
        interval=_interval(row),
        rank=row["rank"],
        best=row["rank_best"],
        worst=row["rank_worst"],
        partners=partners,
        name=words.party(a),
    )
    return Statement(
        f"{text}{_before(subject, row['intensity'])}", _heaviest(subject, friction=False), lead=_("Intensity")
    )


def _before(subject: Subject, now: float) -> str:
    """How intense the relation was five years before, where the register covers that year."""
    on = subject.on
    then = date(on.year - 5, on.month, min(on.day, 28))
    covered = subject.years.filter(pl.col("year") == then.year, pl.col("coverage") != "none")
    before = measures.intensity(subject.frames, then, subject.codes)["intensity"].item()
    if covered.is_empty() or before is None:
        return ""
    text = {
        1: _("; up from {before} five years before"),
        0: _("; as much as five years before ({before})"),
        -1: _("; down from {before} five years before"),
    }
    return text[(now > before * 1.05) - (now < before * 0.95)].format(before=words.decimal(before))


def _balance(subject: Subject) -> Statement | None:
    row = measures.balance(subject.frames, subject.on, subject.codes).row(0, named=True)
    if row["position"] is None:
        return None
    text = _("{position} between conflict (−1) and cooperation (1): {stance} ({interval})").format(
        position=words.decimal(row["position"], 2), stance=word(row["stance"], language()), interval=_interval(row, 2)
    )
    return Statement(text, _heaviest(subject, friction=True), lead=_("Balance"))


def _promises(subject: Subject) -> Statement | None:
    found = measures.follow_up(subject.frames, subject.codes[0], subject.on, *subject.codes[1:])
    if found.is_empty():
        return None
    row = measures.completion(found.with_columns(all=pl.lit("")), "all").row(0, named=True)
    text = ngettext(
        "{kept} of {n} promise kept, {open} open", "{kept} of {n} promises kept ({rate}), {open} open", row["n"]
    ).format(kept=row["kept"], n=row["n"], open=row["open"], rate=words.percent(row["rate"]))
    if row["median"] is not None:
        days = int(row["median"])
        text += "; " + ngettext(
            "half of all are kept within {n} day", "half of all are kept within {n} days", days
        ).format(n=words.count(days))
    kept = found.filter(pl.col("outcome") == "kept").sort("until", descending=True, nulls_last=True)
    return Statement(text, subject.ledger.cite(*first(found if kept.is_empty() else kept)), lead=_("Promises kept"))


def _network(subject: Subject) -> Statement | None:
    (code,) = subject.codes
    places = measures.network(subject.frames, subject.on).with_row_index("place", 1)
    found = places.filter(pl.col("party") == code)
    if found.is_empty():
        return None
    row = found.row(0, named=True)
    text = ngettext(
        "place {place} of {all} by strength ({strength} points), tied to {n} partner; {between} of the shortest "
        "paths between others lead through it",
        "place {place} of {all} by strength ({strength} points), tied to {n} partners; {between} of the shortest "
        "paths between others lead through it",
        row["degree"],
    ).format(
        place=row["place"],
        all=places.height,
        strength=words.decimal(row["strength"]),
        n=row["degree"],
        between=words.percent(row["betweenness"]),
    )
    return Statement(text, _heaviest(subject, friction=False), lead=_("Network"))


def _triangle(subject: Subject) -> tuple[Statement, ...]:
    """The newest period of the triangle, a line for each corner of which something is known."""
    (code,) = subject.codes
    row = measures.triangle(subject.frames, subject.on, code).row(-1, named=True)
    since, until = row["since"], row["until"]
    recent = subject.activities.filter(pl.col("stage").is_in(DEEDS), pl.col("day").dt.year() >= since)
    said = []
    if row["partners"]:
        text = _("{partners} partners, spread over {regions} regions (effective number); balance {position}")
        figures = {
            name: words.decimal(row[name], 2) if row[name] is not None else "–" for name in ("regions", "position")
        }
        text = text.format(partners=row["partners"], **figures)
        said.append((_("Stability {since}–{until}"), text, recent.filter(pl.col("group") != "friction")))
    if row["suppliers"]:
        bought = recent.filter(pl.col("instrument").is_in(ACQUISITIONS))
        text = ngettext(
            "{n} acquisition, from {top}",
            "{n} acquisitions from {suppliers} suppliers; most from {top} ({share}), concentration {hhi}",
            row["acquisitions"],
        ).format(
            n=row["acquisitions"],
            suppliers=row["suppliers"],
            top=words.party(row["top"]),
            share=words.percent(row["top_share"]),
            hhi=words.decimal(row["hhi"], 2),
        )
        own = _("{share} of the acquisitions with production, licence or research of its own")
        said.append((_("Capability {since}–{until}"), text, bought))
        said.append((_("Self-reliance {since}–{until}"), own.format(share=words.percent(row["own_part"])), bought))
    return tuple(
        Statement(text, subject.ledger.cite(*first(rows)), lead=lead.format(since=since, until=until))
        for lead, text, rows in said
    )


def _interval(row: Row, places: int = 1) -> str:
    lower, upper = (words.decimal(row[name], places) for name in ("lower", "upper"))
    return _("95 %: {lower} to {upper}").format(lower=lower, upper=upper)


def _heaviest(subject: Subject, friction: bool) -> tuple[int, ...]:
    """The evidence of the three activities that add most."""
    rows = points(subject.frames, subject.on, measures.weights(), subject.codes)
    told = rows.filter(pl.col("friction") == friction).sort(
        "points", "identity", descending=[True, False], nulls_last=True
    )
    known = subject.activities.select("activity", identity=pl.col("activity").hash())
    return subject.ledger.cite(*first(told.join(known, on="identity", maintain_order="left")))
