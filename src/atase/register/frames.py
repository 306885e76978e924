"""The register's content as Polars frames (`atase.schema`), read by plain SQL for speed."""

import polars as pl
from django.db import connections

from atase.schema import EVIDENCE, FRAMES

_SELECT = {
    "sources": """
        SELECT id, kind, title, publisher, date, lang, url, licence, path, sha256, version, current,
               CAST(added AS TEXT)
        FROM register_source ORDER BY added, id""",
    "reports": """
        SELECT r.source_id || '-' || r.ordinal, r.source_id, r.activity_id, r.instrument, r.stage, r.date, r."end",
               r.place, r.series, r.depth, r.themes, CAST(r.parties AS TEXT), CAST(r.evidence AS TEXT),
               r.coder, r.coder_version, r.confidence
        FROM register_report r JOIN register_activity a ON a.id = r.activity_id
        WHERE (a.standing = 'current' AND r.current) OR a.standing = 'history' ORDER BY r.id""",
    "activities": """
        SELECT id, state, instrument, "group", stage, date, CAST(day AS TEXT), "end", CAST(reported AS TEXT),
               place, series, depth, themes, codes, confidence, reports, sources
        FROM register_activity WHERE merged_into_id IS NULL AND standing <> 'nothing' ORDER BY day, id""",
    "parties": """
        SELECT p.activity_id, p.code, p.role
        FROM register_party p JOIN register_activity a ON a.id = p.activity_id
        WHERE a.merged_into_id IS NULL AND a.standing <> 'nothing' ORDER BY p.activity_id, p.code""",
}


def frames(alias: str) -> dict[str, pl.DataFrame]:
    """One frame for each schema of `atase.schema.FRAMES`, from the database known to Django as `alias`.

    Reports and activities are those that count now: reports in the newest version of their source, or
    that a person's decision upholds.
    """
    return {name: _typed(pl.DataFrame(_rows(alias, name), _raw(name), orient="row"), name) for name in FRAMES}


def _rows(alias: str, name: str) -> list[tuple[object, ...]]:
    with connections[alias].cursor() as cursor:
        cursor.execute(_SELECT[name])
        rows: list[tuple[object, ...]] = cursor.fetchall()
        return rows


def _raw(name: str) -> dict[str, pl.DataType | type[pl.DataType]]:
    """Lists, times and days come out of the database as text."""
    plain = (pl.String, pl.Int64, pl.Float64, pl.Boolean)
    return {column: kind if kind in plain else pl.String() for column, kind in FRAMES[name].items()}


def _typed(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    columns = []
    for column, kind in FRAMES[name].items():
        value = pl.col(column)
        if column == "evidence":
            value = value.str.json_decode(pl.List(EVIDENCE))
        elif name == "reports" and column == "parties":
            pairs = value.str.json_decode(pl.List(pl.List(pl.String)))
            value = pairs.list.eval(pl.element().list.first()).list.unique().list.sort()
        elif isinstance(kind, pl.List):
            words = value.str.split(" ")
            value = pl.when(value == "").then(pl.lit([], pl.List(pl.String))).otherwise(words)
        elif isinstance(kind, pl.Datetime):
            value = value.str.slice(0, 26).str.to_datetime("%Y-%m-%d %H:%M:%S%.f", time_unit="us", time_zone="UTC")
        elif kind == pl.Date:
            value = value.str.to_date("%Y-%m-%d")
        columns.append(value.alias(column))
    return frame.with_columns(columns).match_to_schema(FRAMES[name])
