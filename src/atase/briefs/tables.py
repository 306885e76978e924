"""The tables of a brief: activities, agreements, open promises, friction."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import polars as pl

from atase import measures
from atase.briefs import words
from atase.briefs.subject import Row, Subject, state_of
from atase.briefs.tree import Block, Column, Heading, Statement, Table
from atase.i18n import _, ngettext
from atase.measures.select import plans

BODY_ROWS = 12
APPENDIX_ROWS = 150
Cells = tuple[Statement, ...]


def activities(
    subject: Subject, rows: pl.DataFrame, limit: int, note: Callable[[int], str], show: Callable[[Row], Statement]
) -> Table:
    """The activities in `rows`, up to `limit` of them; `note` tells of those left out, `show` what each is."""
    third = any(map(subject.others, rows.head(limit).iter_rows(named=True)))
    columns = (
        Column(_("Date"), 1.45),
        Column(_("Activity"), 5),
        *([Column(_("Also taking part") if len(subject.codes) > 1 else _("With"), 1.8)] if third else []),
        Column(_("Stage"), 1.6),
        Column(_("State"), 1.5),
    )
    return _cut(
        columns,
        rows,
        limit,
        note,
        lambda row: (
            Statement(_when(row)),
            show(row),
            *([Statement(subject.others(row))] if third else []),
            Statement(words.stage(row["stage"])),
            _state(row),
        ),
    )


def in_body(subject: Subject) -> tuple[Block, ...]:
    """The newest activities."""
    if subject.activities.is_empty():
        return ()
    table = activities(subject, subject.activities, BODY_ROWS, _in_appendix, subject.cell)
    return (Heading(_("Activities")), table)


def in_appendix(subject: Subject) -> tuple[Block, ...]:
    """All activities that the body had no room for."""
    rest = subject.activities.slice(BODY_ROWS)
    if rest.is_empty():
        return ()
    table = activities(
        subject,
        rest,
        APPENDIX_ROWS,
        lambda n: ngettext(
            "… and {n} older or undated activity that is not listed here; `atase activities` lists it.",
            "… and {n} older or undated activities that are not listed here; `atase activities` lists them.",
            n,
        ).format(n=words.count(n)),
        subject.label,
    )
    return (Heading(_("Further activities")), table)


def agreements(subject: Subject) -> tuple[Block, ...]:
    """What binds the two parties, as far as the dates tell."""
    a, b = subject.codes
    found = measures.agreements(subject.frames["activities"], a, b, subject.on)
    if found.is_empty():
        return (
            Heading(_("Agreements")),
            Statement(_("No agreement between the two is known to the register.")),
        )
    columns = (
        Column(_("Date"), 1.45),
        Column(_("Agreement"), 4.6),
        Column(_("Standing"), 2.3),
        Column(_("Until"), 1.5),
        Column(_("State"), 1.5),
    )
    table = _cut(
        columns,
        found,
        BODY_ROWS,
        _left_out,
        lambda row: (
            Statement(_when(row)),
            subject.cell(row),
            Statement(standing(row["status"])),
            Statement(words.day(row["end"], short=True) or _("not told")),
            _state(row),
        ),
    )
    return (Heading(_("Agreements")), table)


def standing(status: str) -> str:
    """What the status of an agreement (`atase.measures.agreements`) is called."""
    return {
        "in_force": _("in force, as far as known"),
        "expiring": _("expires within a year"),
        "expired": _("expired, unless renewed"),
        "ended": _("suspended or ended"),
        "coming": _("not concluded yet"),
    }[status]


def promises(subject: Subject) -> tuple[Block, ...]:
    """What was proposed or planned and not heard of since."""
    found = silent(subject)
    title = Heading(_("Open promises"))
    if found.is_empty():
        return (title, Statement(_("No open promise is known to the register.")))
    lead = Statement(
        _(
            "Proposed or planned, the day past or never named, and no later deed is known that keeps it. "
            "Silence is counted from the newest source."
        )
    )
    columns = (
        Column(_("Promise"), 5),
        Column(_("With") if len(subject.codes) == 1 else _("Stage"), 1.7),
        Column(_("Meant for"), 1.3),
        Column(_("Days of silence"), 1.2, number=True),
        Column(_("State"), 1.5),
    )
    table = _cut(
        columns,
        found,
        BODY_ROWS,
        _left_out,
        lambda row: (
            subject.cell(row),
            Statement(subject.others(row, 2) if len(subject.codes) == 1 else words.stage(row["stage"])),
            Statement(_when(row)),
            Statement(_days(row["silence"])),
            _state(row),
        ),
    )
    return (title, lead, table)


def friction(subject: Subject) -> tuple[Block, ...]:
    """What stands between the parties."""
    found = measures.friction(subject.frames, subject.codes[0], subject.on, *subject.codes[1:])
    title = Heading(_("Friction"))
    if found.is_empty():
        return (
            title,
            Statement(
                _("No friction is known to the register. That it knows of none does not mean that there was none.")
            ),
        )
    columns = (
        Column(_("Date"), 1.45),
        Column(_("What happened"), 4.4),
        Column(_("From whom, against whom"), 2.4),
        Column(_("Stage"), 1.6),
        Column(_("State"), 1.5),
    )
    table = _cut(
        columns,
        found,
        BODY_ROWS,
        _left_out,
        lambda row: (
            Statement(_when(row)),
            subject.cell(row),
            Statement(_sides(row)),
            Statement(words.stage(row["stage"])),
            _state(row),
        ),
    )
    unsided = _("A dash between parties: the sources do not tell who acted.")
    return (title, replace(table, note=f"{unsided} {table.note}".strip()))


def coming(subject: Subject) -> pl.DataFrame:
    """What is planned or proposed for a day that has not passed, soonest first."""
    return plans(subject.activities).filter(pl.col("until") >= subject.on).sort("day", "activity")


def silent(subject: Subject) -> pl.DataFrame:
    """`atase.measures.promises` without those that are meant for a day still ahead."""
    found = measures.promises(subject.frames["activities"], subject.codes[0], subject.on, *subject.codes[1:])
    return found.join(coming(subject), on="activity", how="anti", maintain_order="left")


def calendar(subject: Subject) -> tuple[Block, ...]:
    """What is planned and lies ahead."""
    title = Heading(_("What lies ahead"))
    rows = coming(subject)
    if rows.is_empty():
        return (title, Statement(_("No plan with a day that lies ahead is known to the register.")))
    return (title, activities(subject, rows, BODY_ROWS, _left_out, subject.cell))


def _cut(
    columns: tuple[Column, ...],
    rows: pl.DataFrame,
    limit: int,
    note: Callable[[int], str],
    cells: Callable[[Row], Cells],
) -> Table:
    """The table of the first `limit` rows."""
    rest = rows.height - limit
    return Table(
        columns,
        tuple(cells(row) for row in rows.head(limit).iter_rows(named=True)),
        note(rest) if rest > 0 else "",
    )


def _in_appendix(n: int) -> str:
    return ngettext("… and {n} more in the appendix.", "… and {n} more in the appendix.", n).format(n=words.count(n))


def _left_out(n: int) -> str:
    return ngettext("… and {n} more.", "… and {n} more.", n).format(n=words.count(n))


def _when(row: Row) -> str:
    return words.day(row["date"], short=True) or _("undated")


def _state(row: Row) -> Statement:
    return Statement("", state=state_of(row))


def _days(value: object) -> str:
    return words.count(value) if isinstance(value, int) else _("undated")


def _sides(row: Row) -> str:
    def names(codes: object) -> str:
        return ", ".join(words.party(code) for code in codes) if isinstance(codes, Sequence) else ""

    actors, targets = names(row["actors"]), names(row["targets"])
    if actors and targets:
        return f"{actors} → {targets}"
    return " – ".join(words.party(code) for code in row["parties"])
