"""What goes in and comes out, as the OpenAPI document describes it."""

import datetime as dt
from typing import Annotated, Any, Literal

from ninja import Field, Schema

MANY = 500
"""Rows of a page, at most."""

Line = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]
Code = Annotated[str, Field(max_length=32, pattern=r"^[A-Za-z0-9_+-]+$")]


class Problem(Schema):
    """What is wrong, and what to do, in one line."""

    error: str


class Asked(Schema):
    """Which activities: the words of the page and of `atase activities`."""

    with_: list[Line] = Field([], alias="with", description="A party that takes part, a code or a name; repeatable.")
    between: list[Line] = Field([], description="Parties that take part, and nobody else.")
    since: Line = Field("", description="2023, 2023-05 or 2023-05-17.")
    until: Line = ""
    instrument: list[Line] = []
    group: list[Line] = []
    stage: list[Line] = []
    state: list[Line] = Field([], description="candidate, confirmed, rejected.")
    theme: list[Line] = []
    source: Line = Field("", description="A source's identifier, or words of its title, publisher or address.")
    text: Line = Field("", description="Words of the evidence, a place, a series or a source's title.")


class Where(Schema):
    """How the list is ordered, and which part of it is wanted."""

    order: Literal["newest", "oldest", "confidence", "sources", "changed", "priority"] = "newest"
    after: Line = Field("", description="The cursor `next` or `previous` of another page.")
    limit: int = Field(50, ge=1, le=MANY)


class Activity(Schema):
    """An activity in a list."""

    activity: str
    state: str
    standing: str
    instrument: str
    group: str
    stage: str
    date: str | None
    day: dt.date | None
    end: str | None
    reported: dt.date | None
    place: str | None
    series: str | None
    depth: str | None
    themes: list[str]
    parties: list[str]
    confidence: float
    reports: int
    sources: int
    changed: int = Field(description="Its version: send it as `seen` with a decision.")
    concerns: list[str]


class Listed(Schema):
    """A part of a list. `next` and `previous` are cursors, null at the ends."""

    rows: list[Activity]
    next: str | None
    previous: str | None
    total: int


class Doubt(Schema):
    """Two activities that may be one."""

    one: str
    other: str
    score: float | None = Field(description="Null where a person was unsure.")


class Decide(Schema):
    """A decision about an activity. What each action needs beside `why` is said with the field."""

    action: Literal["confirm", "reject", "correct", "merge", "refuse", "unsure", "split", "undo"]
    why: Line = ""
    seen: int | None = Field(None, ge=0, lt=2**63, description="The version looked at: 409 where it changed since.")
    fields: dict[Code, Line] = Field({}, description="correct: the values, as `atase decide` takes them.")
    other: Code | None = Field(None, description="merge, refuse, unsure: the other activity.")
    reports: list[Code] = Field([], description="split: the reports that part.")
    decision: int | None = Field(None, ge=1, lt=2**63, description="undo: the number of the decision.")


class Decided(Schema):
    """A decision that was kept, and the activity as it stands now."""

    decision: int
    activity: str


class Text(Schema):
    """A document to be read."""

    text: Annotated[str, Field(min_length=1, max_length=1_000_000, pattern=r"^[^\x00]*$")]
    title: Line = ""
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")] | None = None
    lang: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    publisher: Line = ""
    url: Annotated[str, Field(max_length=2000, pattern=r"^https?://[^\x00\s]+$")] | None = Field(
        None, description="Where it was published; it is not fetched. The same address is the same source."
    )


class Read(Schema):
    """What became of documents."""

    new: int
    changed: int
    unchanged: int
    reports: int
    failed: list[dict[str, Any]]


class Actor(Schema):
    """Whom a name stands for."""

    code: str | None
    kind: str
    why: str
