"""Every measure under its name, asked for alike: what the command line, pages and notebooks choose from."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import polars as pl

from atase.actors import actors
from atase.errors import AtaseError
from atase.i18n import _, ngettext
from atase.measures.about import About, find
from atase.measures.agreements import agreements
from atase.measures.balance import balance
from atase.measures.compare import compare
from atase.measures.contacts import contacts
from atase.measures.coverage import years
from atase.measures.follow_up import completion, follow_up
from atase.measures.friction import friction
from atase.measures.history import history
from atase.measures.intensity import intensity, ranking, tension
from atase.measures.mix import mix, profiles
from atase.measures.network import forums, network, similarity, ties
from atase.measures.partners import partners
from atase.measures.promises import promises
from atase.measures.select import between, dated, known
from atase.measures.triangle import triangle
from atase.measures.weights import Weights

Frames = dict[str, pl.DataFrame]
Codes = tuple[str, ...]
Measure = Callable[[Frames, date, Codes, Weights | None], pl.DataFrame]


def measured(
    name: str,
    frames: Frames,
    on: date,
    codes: Sequence[str] = (),
    by: Weights | None = None,
    since: date | None = None,
    until: date | None = None,
) -> pl.DataFrame:
    """What the measure `name` (of `atase.measures.about`) says of the parties `codes` on the day `on`.

    Args:
        frames: as `atase.schema.FRAMES` lays them out.
        on: the day; what is dated after it does not count.
        codes: the parties; some measures take none for all.
        by: the weights; those that Atase comes with otherwise.
        since: start of a span. A measure over years is then taken at the end of each of its years, in a column `year`;
            years that the register does not cover are null or absent. A measure over dates counts the activities
            dated in it alone.
        until: its end, `on` without it.

    Raises:
        AtaseError: there is no such measure, it takes more or fewer parties, or knows no span of time.
    """
    told = find(name)
    parties = _checked(told, codes)
    measure = _MEASURES[name]
    if since is None and until is None:
        return measure(frames, on, parties, by)
    end = min(until or on, on)
    if told.over == "years":
        start = since or end
        return pl.concat(_at_end(measure, frames, year, end, parties, by) for year in range(start.year, end.year + 1))
    if told.over != "dates":
        raise AtaseError(_("{measure} knows no span of time: leave --since and --until out").format(measure=name))
    found = measure(dated(frames, since, end), end, parties, by)
    return found.filter(pl.col("year") >= since.year) if since and "year" in found.columns else found


def _at_end(measure: Measure, frames: Frames, year: int, end: date, codes: Codes, by: Weights | None) -> pl.DataFrame:
    """The measure at the end of a year, or of its part up to `end`; of nothing where no source covers the year."""
    on = min(date(year, 12, 31), end)
    happened = between(known(frames["activities"], end), *codes[:2])
    coverage = years(frames, happened, on, *codes[:2]).filter(pl.col("year") == year)["coverage"]
    covered = coverage.len() > 0 and coverage.item() != "none"
    seen = frames if covered else frames | {"activities": frames["activities"].clear()}
    found = measure(seen, on, codes, by)
    return found.select(pl.lit(year, pl.Int32).alias("year"), pl.all())


def _checked(told: About, codes: Sequence[str]) -> Codes:
    parties = tuple(dict.fromkeys(codes))
    if told.fewest <= len(parties) <= told.most:
        return parties
    if told.fewest == told.most:
        wanted = ngettext("{n} party", "{n} parties", told.most).format(n=told.most)
    else:
        wanted = _("{fewest} to {most} parties").format(fewest=told.fewest, most=told.most)
    message = _("{measure} is measured of {wanted}, not of {n}")
    raise AtaseError(message.format(measure=told.name, wanted=wanted, n=len(parties)))


def members(codes: Sequence[str]) -> Codes:
    """The members of an organisation that is named alone; else the codes as they are."""
    known = actors().get(codes[0]) if len(codes) == 1 else None
    return (known.members if known else ()) or tuple(codes)


def _completion(frames: Frames, on: date, codes: Codes, _by: Weights | None) -> pl.DataFrame:
    """The completion by instrument, then by partner, in one table."""
    promised = follow_up(frames, codes[0], on, *codes[1:])
    return pl.concat(
        completion(promised, by, codes[0]).select(pl.lit(by).alias("by"), pl.col(by).alias("item"), pl.exclude(by))
        for by in ("instrument", "partner")
    )


def _coverage(frames: Frames, on: date, codes: Codes, _by: Weights | None) -> pl.DataFrame:
    return years(frames, between(known(frames["activities"], on), *codes), on, *codes[:2])


_MEASURES: Mapping[str, Measure] = {
    "agreements": lambda frames, on, codes, _by: agreements(frames["activities"], codes[0], codes[1], on),
    "balance": balance,
    "compare": lambda frames, on, codes, by: compare(frames, codes[0], codes[1], on, by),
    "completion": _completion,
    "contacts": lambda frames, on, codes, _by: contacts(frames["activities"], codes[0], codes[1], on),
    "coverage": _coverage,
    "follow_up": lambda frames, on, codes, _by: follow_up(frames, codes[0], on, *codes[1:]),
    "forums": lambda frames, on, codes, _by: forums(frames, on, codes),
    "friction": lambda frames, on, codes, _by: friction(frames, codes[0], on, *codes[1:]),
    "intensity": intensity,
    "matrix": lambda frames, on, codes, by: intensity(frames, on, members(codes), by),
    "mix": lambda frames, on, codes, _by: mix(frames, on, codes),
    "network": lambda frames, on, codes, by: network(frames, on, members(codes), by),
    "partners": lambda frames, on, codes, _by: partners(frames["activities"], codes[0], on),
    "profile": lambda frames, on, codes, _by: history(frames, on, codes),
    "profiles": lambda frames, on, codes, _by: profiles(frames, on, codes),
    "promises": lambda frames, on, codes, _by: promises(frames["activities"], codes[0], on, *codes[1:]),
    "ranking": ranking,
    "similarity": lambda frames, on, codes, by: similarity(frames, on, codes[0], by),
    "tension": tension,
    "ties": lambda frames, on, codes, by: ties(frames, on, members(codes), by),
    "triangle": lambda frames, on, codes, by: triangle(frames, on, codes[0], by),
}
