"""Whether an empty answer means that there was none, or that nothing in the register could tell."""

from datetime import date
from typing import TYPE_CHECKING

from atase.codebook import instruments
from atase.when import first_day, last_day

if TYPE_CHECKING:
    from atase.register import Filter
    from atase.register.register import Register


def uncovered(register: "Register", wanted: "Filter") -> bool:
    """Whether no document is dated in the years that are asked for, and no dataset covers the parties and kinds in one.

    What else is asked for is left out: it narrows an answer and does not cover less.
    """
    from atase.measures import documents, kinds

    frames = register.frames("sources", "coverage")
    until = last_day(wanted.until) if wanted.until else date.today()
    since = first_day(wanted.since).year if wanted.since else 0
    if documents(frames["sources"])["year"].is_between(since, until.year).any():
        return False
    asked = [
        code
        for code, each in instruments().items()
        if (not wanted.instruments or code in wanted.instruments) and (not wanted.groups or each.group in wanted.groups)
    ]
    codes = (*wanted.between, *wanted.parties)[:2]
    found = kinds(frames["coverage"], until, *codes)
    return found.filter(found["instrument"].is_in(asked) & (found["year"] >= since)).is_empty()
