"""The frames in which the register hands out its content: the only thing that measures and briefs see.

Each is a Polars schema; `atase.frames(register)` returns one DataFrame for each, by these names.
"""

import polars as pl

EVIDENCE = pl.Struct({"start": pl.Int64, "end": pl.Int64, "quote": pl.String})

SOURCES = pl.Schema(
    {  # type: ignore[arg-type]  # polars' stubs do not see through a mixed dict
        "source": pl.String,  # identifier, stable within a register
        "kind": pl.String,  # document, dataset
        "title": pl.String,
        "publisher": pl.String,
        "date": pl.String,  # ISO 8601, reduced precision allowed, null where unknown
        "lang": pl.String,
        "url": pl.String,
        "licence": pl.String,
        "path": pl.String,
        "sha256": pl.String,
        "version": pl.Int64,  # 1 for the first text of this source, 2 for the next ...
        "current": pl.Boolean,  # whether this is its newest version
        "added": pl.Datetime("us", "UTC"),
    }
)

REPORTS = pl.Schema(
    {  # type: ignore[arg-type]  # polars' stubs do not see through a mixed dict
        "report": pl.String,
        "source": pl.String,
        "activity": pl.String,
        "instrument": pl.String,
        "stage": pl.String,
        "date": pl.String,
        "end": pl.String,
        "place": pl.String,
        "series": pl.String,
        "depth": pl.String,
        "themes": pl.List(pl.String),
        "parties": pl.List(pl.String),
        "evidence": pl.List(EVIDENCE),
        "coder": pl.String,
        "coder_version": pl.String,
        "confidence": pl.Float64,
    }
)

ACTIVITIES = pl.Schema(
    {  # type: ignore[arg-type]  # polars' stubs do not see through a mixed dict
        "activity": pl.String,
        "state": pl.String,  # candidate (machines only), confirmed or rejected (a person said so)
        "instrument": pl.String,
        "group": pl.String,  # the instrument's group in the codebook
        "stage": pl.String,
        "date": pl.String,  # as decided, reduced precision allowed; null where no source tells
        "day": pl.Date,  # first day of `date`, for computing; null likewise
        "end": pl.String,
        "reported": pl.Date,  # newest date of a source that reports it; null where no source is dated
        "place": pl.String,
        "series": pl.String,
        "depth": pl.String,
        "themes": pl.List(pl.String),
        "parties": pl.List(pl.String),  # sorted codes, also in PARTIES with their roles
        "confidence": pl.Float64,
        "reports": pl.Int64,  # how many reports it rests on
        "sources": pl.Int64,  # how many different sources
    }
)

PARTIES = pl.Schema({"activity": pl.String, "party": pl.String, "role": pl.String})

COVERAGE = pl.Schema(
    {  # type: ignore[arg-type]  # polars' stubs do not see through a mixed dict
        "source": pl.String,  # a dataset's file, its newest version
        "dataset": pl.String,
        "version": pl.String,  # the publisher's
        "first": pl.Date,
        "last": pl.Date,
        "places": pl.List(pl.String),  # codes or "world"; empty where nobody's activities are whole
        "instruments": pl.List(pl.String),  # of which no row means that there was none
        "population": pl.List(pl.String),  # codes of whom one takes part in everything; empty for anybody
        "note": pl.String,  # what it lacks
    }
)
"""What each dataset's file covers: within it, and there alone, nothing told means nothing known to have been."""

MARKS = {"confirmed": "●", "candidate": "○", "rejected": "✗"}
"""The sign of each state of an activity, the same wherever one is shown, so that no colour is needed to tell."""

FRAMES: dict[str, pl.Schema] = {
    "sources": SOURCES,
    "reports": REPORTS,
    "activities": ACTIVITIES,
    "parties": PARTIES,
    "coverage": COVERAGE,
}
