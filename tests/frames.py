"""Frames as a register hands them out, made up: for the tests and benchmarks of measures and briefs.

Every text here is invented; publishers end in `.example`. Nothing here tells what really happened.
"""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import polars as pl

from atase.register import open_register
from atase.schema import FRAMES
from atase.when import first_day

Frames = dict[str, pl.DataFrame]


@dataclass(frozen=True)
class Told:
    """One source that tells of an activity."""

    quote: str
    date: str | None = "2024-01-01"
    lang: str = "en"
    publisher: str = "Kantor Berita Contoh"
    title: str = "A made-up title"
    url: str = ""


@dataclass(frozen=True)
class Made:
    """One activity, with what the codebook's group is and who told of it."""

    instrument: str
    group: str
    parties: tuple[str, ...]
    stage: str = "done"
    date: str | None = None
    state: str = "candidate"
    told: tuple[Told, ...] = (Told("A made-up sentence."),)
    end: str | None = None
    place: str | None = None
    series: str | None = None
    depth: str | None = None
    themes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


def frames(made: list[Made]) -> Frames:
    """The four frames of `atase.schema` that hold these activities, numbered from A1."""
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in FRAMES}
    sources: dict[str, dict[str, object]] = {}
    for number, one in enumerate(made, start=1):
        identifier = f"A{number}"
        keys = [_source(told, sources) for told in one.told]
        rows["activities"].append(_activity(identifier, one, keys))
        rows["parties"] += [
            {"activity": identifier, "party": code, "role": role}
            for code, role in zip(one.parties, one.roles or ("participant",) * len(one.parties), strict=True)
        ]
        rows["reports"] += [
            _report(f"R{number}.{k}", identifier, one, told, key)
            for k, (told, key) in enumerate(zip(one.told, keys, strict=True))
        ]
    rows["sources"] = list(sources.values())
    return {name: pl.DataFrame(rows[name], schema=schema, orient="row") for name, schema in FRAMES.items()}


def many(n: int, seed: int = 7) -> Frames:
    """A register of `n` activities among thirty states, a third of them of Indonesia, most with Australia."""
    rng = random.Random(seed)
    return frames([_random(rng, number) for number in range(n)])


STATES = [
    "AUS",
    "JPN",
    "SGP",
    "MYS",
    "USA",
    "CHN",
    "IND",
    "KOR",
    "FRA",
    "GBR",
    "TUR",
    "THA",
    "PHL",
    "VNM",
    "NZL",
    "DEU",
    "NLD",
    "ITA",
    "ESP",
    "RUS",
    "BRN",
    "TLS",
    "KHM",
    "LAO",
    "MMR",
    "PNG",
    "FJI",
    "SAU",
    "ARE",
    "EGY",
]
INSTRUMENTS = {
    "visit": ("confidence", ("leader", "minister", "chief_of_defence", "service_chief")),
    "dialogue": ("confidence", ("minister", "senior_official", "working_level")),
    "exercise": ("confidence", ()),
    "education": ("confidence", ()),
    "agreement": ("confidence", ()),
    "port_call": ("confidence", ()),
    "arms_transfer": ("capability", ()),
    "military_aid": ("capability", ()),
    "joint_production": ("industry", ()),
    "joint_patrol": ("joint_action", ()),
    "disaster_relief": ("joint_action", ()),
    "dispute_settlement": ("settlement", ()),
    "protest": ("friction", ()),
    "incursion": ("friction", ()),
}
SENTENCES = {
    "en": "The two sides carried out item {n} of their programme, the ministry said in a statement.",
    "id": "Kedua pihak melaksanakan butir {n} dari program kerja sama, kata kementerian dalam keterangannya.",
}


def fill(location: Path, frames: Frames) -> None:
    """Write frames into a new register, past the reader and the merger."""
    alias = open_register(str(location)).alias
    from django.db import connections, transaction

    from atase.register.models import Activity, Party, Report, Source
    from atase.register.refreshing import relist

    sources = [
        Source(id=row.pop("source"), origin=f"made-up {number}", fingerprint=row["sha256"], text="", **row)
        for number, row in enumerate(frames["sources"].to_dicts())
    ]
    activities = [
        Activity(
            id=row.pop("activity"),
            founder="",
            founded=sources[0].added,
            codes=" ".join(row.pop("parties")),
            themes=" ".join(row.pop("themes")),
            **row,
        )
        for row in frames["activities"].to_dicts()
    ]
    reports = [
        Report(
            source_id=row.pop("source"),
            activity_id=row.pop("activity"),
            ordinal=number,
            key=row.pop("report"),
            themes=" ".join(row.pop("themes")),
            parties=[[code, "participant"] for code in row.pop("parties")],
            **row,
        )
        for number, row in enumerate(frames["reports"].to_dicts(), start=1)
    ]
    parties = [
        Party(activity_id=row["activity"], code=row["party"], role=row["role"]) for row in frames["parties"].to_dicts()
    ]
    with transaction.atomic(using=alias):
        for model, rows in ((Source, sources), (Activity, activities), (Report, reports), (Party, parties)):
            model.objects.using(alias).bulk_create(rows, batch_size=500)
        relist(alias)
    connections[alias].close()  # folds the write-ahead log into the file, as the end of `atase add` does


def _random(rng: random.Random, number: int) -> Made:
    instrument = rng.choice(list(INSTRUMENTS))
    group, depths = INSTRUMENTS[instrument]
    one = "IDN" if rng.random() < 0.35 else rng.choice(STATES)
    others = [code for code in STATES if code != one]
    parties = {one, rng.choices(others, weights=[30 - i for i in range(len(others))])[0]}
    while rng.random() < 0.12:
        parties.add(rng.choice(others))
    day = date(2000, 1, 1) + timedelta(days=rng.randrange(9500))
    stage = rng.choices(("done", "underway", "planned", "proposed", "cancelled"), (70, 6, 14, 8, 2))[0]
    told = tuple(
        Told(
            SENTENCES[lang].format(n=number),
            date=(day + timedelta(days=rng.randrange(9))).isoformat(),
            lang=lang,
            publisher=rng.choice(("Harian Contoh", "Example Times", "Ministry of Examples", "Warta Contoh")),
            title=f"Item {number}",
            url=f"https://news.example/{number}/{lang}",
        )
        for lang in rng.sample(("en", "id"), rng.choice((1, 1, 1, 2)))
    )
    written = rng.choices((day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], None), (80, 8, 6, 6))[0]
    end = f"{day.year + rng.randrange(3, 12)}" if instrument == "agreement" and rng.random() < 0.6 else None
    return Made(
        instrument=instrument,
        group=group,
        parties=tuple(sorted(parties)),
        stage=stage,
        date=written,
        state=rng.choices(("candidate", "confirmed", "rejected"), (60, 36, 4))[0],
        told=told,
        end=end,
        depth=rng.choice(depths) if depths else None,
    )


def _source(told: Told, sources: dict[str, dict[str, object]]) -> str:
    digest = sha256(f"{told}".encode()).hexdigest()
    key = f"S{digest[:8]}"
    sources[key] = {
        "source": key,
        "kind": "document",
        "title": told.title,
        "publisher": told.publisher,
        "date": told.date,
        "lang": told.lang,
        "url": told.url,
        "licence": "",
        "path": "",
        "sha256": digest,
        "version": 1,
        "current": True,
        "added": datetime(2025, 1, 1, tzinfo=UTC),
    }
    return key


def _activity(identifier: str, one: Made, keys: list[str]) -> dict[str, object]:
    dated = [first_day(told.date) for told in one.told if told.date]
    return {
        "activity": identifier,
        "state": one.state,
        "instrument": one.instrument,
        "group": one.group,
        "stage": one.stage,
        "date": one.date,
        "day": first_day(one.date) if one.date else None,
        "end": one.end,
        "reported": max(dated, default=None),
        "place": one.place,
        "series": one.series,
        "depth": one.depth,
        "themes": list(one.themes),
        "parties": sorted(one.parties),
        "confidence": 0.8,
        "reports": len(one.told),
        "sources": len(set(keys)),
    }


def _report(identifier: str, activity: str, one: Made, told: Told, source: str) -> dict[str, object]:
    return {
        "report": identifier,
        "source": source,
        "activity": activity,
        "instrument": one.instrument,
        "stage": one.stage,
        "date": one.date,
        "end": one.end,
        "place": one.place,
        "series": one.series,
        "depth": one.depth,
        "themes": list(one.themes),
        "parties": sorted(one.parties),
        "evidence": [{"start": 0, "end": len(told.quote), "quote": told.quote}],
        "coder": "reader",
        "coder_version": "0.1.0",
        "confidence": 0.8,
    }
