"""How fast a large register is asked: lists, filters, counts, full text, one activity, the review queue.

    python benchmarks/register_large.py [reports] [path]

Makes a register of so many made-up reports (a million without; seeded, past the reader and the merger, but with the
register's own rules for fields, lists and priorities) and asks it at random; a register that is at the path already is
asked as it is. Bars: 95 of 100 answers within 150 ms, within 300 ms where words of the text are looked for.
"""

import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from atase.codebook import instruments, themes
from atase.register import Author, Filter, Order, open_register

if TYPE_CHECKING:
    from atase.register.register import Register

STATES = ("IDN AUS USA CHN JPN MYS SGP IND KOR FRA TUR VNM PHL THA BRN TLS KHM LAO MMR PNG GBR DEU RUS ARE").split()  # noqa: SIM905
WEIGHTS = [1 / (rank + 1) for rank in range(len(STATES))]
PLACES = ["Jakarta", "Bali", "Surabaya", "Natuna", "Darwin", "Canberra", "Tokyo", "Manila", "Hanoi", "Seoul", "Paris"]
NOUNS = ["latihan", "bersama", "kunjungan", "menteri", "pertahanan", "exercise", "minister", "defence", "talks", "navy"]
PER_SOURCE, ACTIVITIES, BATCH = 4, 4_000, 2_000
ASKED = 60


def fill(register: "Register", count: int) -> None:
    """Write about so many reports into an empty register: some thousands made with care, and copies of them."""
    from django.db import connections, transaction

    chance = random.Random(1)
    with transaction.atomic(using=register.alias):
        for start in range(0, ACTIVITIES, BATCH):
            _batch(register.alias, chance, start)
    connections[register.alias].close()
    with closing(sqlite3.connect(register.location)) as database:
        database.execute("PRAGMA synchronous = OFF")
        (made,) = database.execute("SELECT max(id) FROM register_report").fetchone()
        _mapping(database)
        for copy in range(1, max(count // made, 1)):
            with database:
                _copy(database, copy, made)
        database.execute("INSERT INTO register_listing (register_listing) VALUES ('optimize')")
        database.execute("ANALYZE")
        database.commit()


def _mapping(database: sqlite3.Connection) -> None:
    """Tables of what the copies of activities and sources are called."""
    for table in ("activity", "source"):
        database.execute(f"CREATE TEMP TABLE new_{table} (old TEXT PRIMARY KEY, id TEXT, low INTEGER)")
        database.execute(f"INSERT INTO new_{table} SELECT id, '', 0 FROM register_{table}")


def _copy(database: sqlite3.Connection, copy: int, made: int) -> None:
    """Another of everything that was made, under other identifiers."""
    for table in ("activity", "source"):
        olds = database.execute(f"SELECT old FROM new_{table} ORDER BY old").fetchall()
        ids = [f"{copy * len(olds) + number:06x}" for number in range(len(olds))]
        named = [(table[0] + each, int(each, 36), old) for each, (old,) in zip(ids, olds, strict=True)]
        database.executemany(f"UPDATE new_{table} SET id = ?, low = ? WHERE old = ?", named)
    shift, mark = copy * made, f"{copy:04x}"
    old_activity, old_source = "JOIN new_activity n ON n.old = t.{}", "JOIN new_source s ON s.old = t.{}"
    _select(
        database,
        "source",
        {"id": "s.id", "origin": f"t.origin || '-{mark}'"},
        old_source.format("id"),
    )
    place = "((t.position >> 32) << 32) + n.low"
    _select(
        database,
        "activity",
        {"id": "n.id", "position": place, "founder": f"'{mark}' || substr(t.founder, 5)"},
        old_activity.format("id"),
    )
    _select(
        database,
        "report",
        {"id": f"t.id + {shift}", "source_id": "s.id", "activity_id": "n.id", "key": f"'{mark}' || substr(t.key, 5)"},
        f"{old_source.format('source_id')} {old_activity.format('activity_id')}",
    )
    _select(database, "party", {"id": "NULL", "activity_id": "n.id"}, old_activity.format("activity_id"))
    apart = {day: f"t.{day} + {copy * 20_000}" for day in ("first", "last")}  # copies are never merged
    _select(
        database,
        "block",
        {"id": "NULL", "report_id": f"t.report_id + {shift}", **apart},
        f"WHERE t.report_id <= {made}",
    )
    moved = {"id": "NULL", "left_id": f"t.left_id + {shift}", "right_id": f"t.right_id + {shift}"}
    _select(database, "doubt", moved, f"WHERE t.left_id <= {made} AND t.right_id <= {made}")
    database.execute(f"""
        INSERT INTO register_listing (rowid, codes, told, title, publisher)
        SELECT {place}, l.codes, l.told, l.title, l.publisher
        FROM new_activity n JOIN register_activity t ON t.id = n.old JOIN register_listing l ON l.rowid = t.position
        ORDER BY 1""")


def _select(database: sqlite3.Connection, table: str, new: dict[str, str], rest: str) -> None:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info(register_{table})")]
    values = [new.get(column, f't."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    database.execute(
        f"INSERT INTO register_{table} ({names}) SELECT {', '.join(values)} FROM register_{table} t {rest}"
    )


def _batch(alias: str, chance: random.Random, start: int) -> None:
    from django.utils.timezone import now

    from atase.register.basis import Basis
    from atase.register.deciding import Told
    from atase.register.ids import digest, short
    from atase.register.listing import enlist, place
    from atase.register.models import Activity, Doubt, Party, Report, Source
    from atase.register.refreshing import _fill
    from atase.register.rows import report_row
    from atase.register.versions import open_to_merging

    time_, sources, reports, activities, parties, doubts = now(), {}, [], {}, [], []
    for number in range(start, start + BATCH):
        seed, basis, said = str(number), Basis(), _said(chance)
        activity = Activity(id=short("a", seed), founder=digest(seed), founded=time_, changed=1)
        for telling in range(chance.choice((1, 1, 2, 3, 4, 7))):
            at = len(reports) // PER_SOURCE
            if at not in sources:
                sources[at] = _source(Source, chance, f"{start}-{at}", time_)
            row = report_row(
                sources[at], len(reports) % PER_SOURCE + 1, digest(seed, str(telling)), _report(chance, said)
            )
            row.activity = activity
            reports.append(row)
            basis.current.append((row, Told(_coded(row), sources[at].origin, sources[at].date)))
        doubtful = chance.random() < 0.03
        parties += _fill(activity, basis, doubtful)
        place(activity)
        activities[activity.id] = activity
    Source.objects.using(alias).bulk_create(sources.values())
    Activity.objects.using(alias).bulk_create(activities.values())
    Report.objects.using(alias).bulk_create(reports)
    Party.objects.using(alias).bulk_create(parties)
    for one, other in zip(reports[::40], reports[20::40], strict=False):
        doubts.append(Doubt(left=one, right=other, score=2.5 + chance.random()))
    Doubt.objects.using(alias).bulk_create(doubts)
    open_to_merging(alias, reports)
    told: dict[str, list[Report]] = {identifier: [] for identifier in activities}
    for row in reports:
        told[row.activity_id].append(row)
    enlist(alias, (), activities, told)


def _source(made: type, chance: random.Random, seed: str, time_: object):
    from atase.register.ids import digest, short

    day = date(2000, 1, 1) + timedelta(days=chance.randrange(9_500))
    return made(
        id=short("s", seed),
        origin=f"https://news.example/{seed}",
        title=f"{' '.join(chance.sample(NOUNS, 4))} {chance.randrange(9_000)}",
        publisher=f"Paper {chance.randrange(200)}",
        url=f"https://news.example/{seed}",
        date=day.isoformat(),
        lang="id",
        sha256=digest(seed) * 2,
        fingerprint=digest(seed),
        version=1,
        current=True,
        added=time_,
        text="A made-up text. " * 20,
    )


def _said(chance: random.Random) -> dict[str, object]:
    instrument = chance.choice(list(instruments().values()))
    day = date(2000, 1, 1) + timedelta(days=chance.randrange(9_500))
    written = chance.choices((day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], None), (80, 8, 8, 4))[0]
    codes = sorted({*chance.choices(STATES, WEIGHTS, k=chance.choice((2, 2, 3))), chance.choice(STATES[1:]), "IDN"})
    return {
        "instrument": instrument.code,
        "codes": codes[: max(2, len(codes) - chance.randrange(3))],
        "date": written,
        "end": (day + timedelta(days=5)).isoformat() if written == day.isoformat() and chance.random() < 0.2 else None,
        "depth": chance.choice(instrument.depth).code if instrument.depth else None,
    }


def _report(chance: random.Random, said: dict[str, object]):
    from atase.report import Evidence, Party, Report

    quote = " ".join(chance.choices(NOUNS, k=12)) + f" item{chance.randrange(50_000)} unit{chance.randrange(900)}"
    return Report(
        instrument=said["instrument"],
        parties=tuple(Party(code) for code in said["codes"]),
        stage=chance.choices(("done", "planned", "cancelled"), (85, 13, 2))[0],
        evidence=(Evidence(0, len(quote), quote),),
        coder="made up",
        coder_version="1",
        confidence=chance.randint(20, 95) / 100,
        date=said["date"],
        end=said["end"],
        place=chance.choice(PLACES) if chance.random() < 0.4 else None,
        depth=said["depth"],
        themes=tuple(chance.sample(list(themes()), 1)) if chance.random() < 0.3 else (),
    )


def _coded(row: object):
    from atase.register.rows import coded

    return coded(row)


def asked(register: "Register", chance: random.Random) -> Iterator[tuple[str, int, Callable[[], object]]]:
    """What is asked: its name, its bar in milliseconds, and one question of the kind."""
    some = [row.activity for order in Order for row in register.page(order=order, limit=50).rows]

    def filtered() -> Filter:
        wanted: dict[str, object] = {}
        for name, value in {
            "parties": lambda: chance.sample(STATES, chance.choice((1, 2))),
            "between": lambda: chance.sample(STATES[:6], 2),
            "since": lambda: f"{chance.randint(2000, 2025)}-{chance.randint(1, 12):02}",
            "until": lambda: f"{chance.randint(2000, 2025)}",
            "instruments": lambda: chance.sample(list(instruments()), chance.choice((1, 3))),
            "stages": lambda: ["planned"],
            "states": lambda: ["candidate"],
            "themes": lambda: chance.sample(list(themes()), 1),
            "confidence": lambda: chance.randint(1, 9) / 10,
            "source": lambda: f"Paper {chance.randrange(200)}",
        }.items():
            if chance.random() < 0.25:
                wanted[name] = value()
        return Filter(**wanted)

    def worded() -> Filter:
        words = [chance.choice([*NOUNS, *PLACES, f"item{chance.randrange(50_000)}", f"unit{chance.randrange(900)}"])]
        words += chance.sample(NOUNS, chance.choice((0, 1, 2)))
        phrase = chance.random() < 0.2
        parties = [chance.choice(STATES)] if chance.random() < 0.3 else []
        return Filter(text=f'"{" ".join(words)}"' if phrase else " ".join(words), parties=parties)

    def deep() -> object:
        page = register.page(Filter(until=f"{chance.randint(2000, 2025)}"))
        return register.page(Filter(until="2010"), after=None) if page.next is None else page

    yield "one list, any order", 150, lambda: register.page(order=chance.choice(list(Order)))
    yield "the same from a place far down", 150, deep
    yield "filtered list, any order", 150, lambda: register.page(filtered(), chance.choice(list(Order)))
    yield "filtered count", 150, lambda: register.count(filtered())
    yield "full text, by date", 300, lambda: register.page(worded())
    yield "full text, any order", 300, lambda: register.page(worded(), chance.choice(list(Order)))
    yield "one activity", 150, lambda: register.activity(chance.choice(some))
    yield "review queue", 150, lambda: register.queue(chance.choice([Filter(), filtered()]))
    yield "doubts, the first 50", 150, lambda: register.doubts(50)
    yield "progress of the day", 150, lambda: register.progress(date(2026, 1, 1))
    yield "revision", 150, register.revision
    yield "a decision", 150, lambda: register.confirm(chance.choice(some), Author("Sari"))


def main() -> None:
    """Print the table of docs/benchmarks.md."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with TemporaryDirectory() as folder:
        path = Path(sys.argv[2] if len(sys.argv) > 2 else f"{folder}/large.db")
        there = path.exists()
        register = open_register(str(path))
        if not there:
            start = time.perf_counter()
            fill(register, count)
            print(f"made in {time.perf_counter() - start:,.0f} s, {path.stat().st_size / 1e6:,.0f} MB")
        print(
            f"{register.count(Filter()):,} activities\n\n| what | median | p95 | slowest | bar |\n|---|---|---|---|---|"
        )
        for name, bar, ask in asked(register, random.Random(2)):
            took = []
            for _ in range(ASKED):
                start = time.perf_counter()
                ask()
                took.append((time.perf_counter() - start) * 1_000)
            took.sort()
            middle, late = took[len(took) // 2], took[int(len(took) * 0.95)]
            print(f"| {name} | {middle:.1f} ms | {late:.1f} ms | {took[-1]:.1f} ms | {bar} ms |", flush=True)


if __name__ == "__main__":
    main()
