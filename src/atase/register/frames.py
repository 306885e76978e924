"""The register's content as Polars frames (`atase.schema`), read by plain SQL for speed."""

from collections.abc import Iterable
from typing import Any

import polars as pl
from django.db import connections

from atase.register.searching import matching
from atase.register.words import Filter
from atase.schema import EVIDENCE, FRAMES

_SELECT = {
    "sources": """
        SELECT id, kind, title, publisher, date, lang, url, licence, path, sha256, version, current,
               CAST(added AS TEXT)
        FROM register_source""",
    "reports": """
        SELECT r.source_id || '-' || r.ordinal, r.source_id, r.activity_id, r.instrument, r.stage, r.date,
               r."end", r.place, r.series, r.depth, r.themes, CAST(r.parties AS TEXT),
               CAST(r.evidence AS TEXT), r.coder, r.coder_version, r.confidence
        FROM register_report r JOIN register_activity a ON a.id = r.activity_id
        WHERE ((a.standing = 'current' AND r.current) OR a.standing = 'history')""",
    "activities": """
        SELECT id, state, instrument, "group", stage, date, CAST(day AS TEXT), "end", CAST(reported AS TEXT),
               place, series, depth, themes, codes, confidence, reports, sources
        FROM register_activity WHERE merged_into_id IS NULL AND standing <> 'nothing'""",
    "parties": """
        SELECT p.activity_id, p.code, p.role
        FROM register_party p JOIN register_activity a ON a.id = p.activity_id
        WHERE a.merged_into_id IS NULL AND a.standing <> 'nothing'""",
    "coverage": """
        SELECT c.source_id, c.dataset, c.version, c.first, c.last, c.places, c.instruments, c.population, c.note
        FROM register_coverage c JOIN register_source s ON s.id = c.source_id WHERE s.current""",
}
_ORDER = {
    "sources": "added, id",
    "reports": "r.id",
    "activities": "day, id",
    "parties": "p.activity_id, p.code",
    "coverage": "c.dataset, c.first, c.source_id",
}


def frames(alias: str, names: Iterable[str]) -> dict[str, pl.DataFrame]:
    """One frame for each of the `names` of `atase.schema.FRAMES`, from the database known to Django as `alias`.

    Reports and activities are those that count now: reports in the newest version of their source, or
    that a person's decision upholds.
    """
    return {name: _frame(alias, name, f"{_SELECT[name]} ORDER BY {_ORDER[name]}") for name in names}


def chosen(alias: str, wanted: Filter, limit: int | None = None) -> pl.DataFrame:
    """Some activities as a frame of `atase.schema.ACTIVITIES`: the latest first, the undated last."""
    inner, values = matching(alias, wanted)
    query = f"{_SELECT['activities']} AND position IN ({inner}) ORDER BY position DESC"
    if limit is not None:
        query, values = f"{query} LIMIT %s", (*values, limit)
    return _frame(alias, "activities", query, values)


def _frame(alias: str, name: str, query: str, values: tuple[Any, ...] = ()) -> pl.DataFrame:
    with connections[alias].cursor() as cursor:
        cursor.execute(query, values)
        raw = pl.DataFrame(cursor.fetchall(), _raw(name), orient="row")
    typed = [_typed(name, column).alias(column) for column in raw.columns]
    return raw.select(typed).match_to_schema(FRAMES[name])


def _raw(name: str) -> dict[str, pl.DataType | type[pl.DataType]]:
    """Lists, times and days come out of the database as text."""
    plain = (pl.String, pl.Int64, pl.Float64, pl.Boolean)
    return {column: kind if kind in plain else pl.String() for column, kind in FRAMES[name].items()}


def _typed(name: str, column: str) -> pl.Expr:
    kind, value = FRAMES[name][column], pl.col(column)
    if column == "evidence":
        return value.str.json_decode(pl.List(EVIDENCE))
    if name == "reports" and column == "parties":
        pairs = value.str.json_decode(pl.List(pl.List(pl.String)))
        return pairs.list.eval(pl.element().list.first()).list.unique().list.sort()
    if isinstance(kind, pl.List):
        return pl.when(value == "").then(pl.lit([], pl.List(pl.String))).otherwise(value.str.split(" "))
    if isinstance(kind, pl.Datetime):
        told = value.str.replace(r"\+00(:00)?$", "")  # PostgreSQL tells the zone, which is UTC here
        return told.str.to_datetime("%Y-%m-%d %H:%M:%S%.f", time_unit="us", time_zone="UTC")
    return value.str.to_date("%Y-%m-%d") if kind == pl.Date else value
