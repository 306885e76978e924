"""How alike two reports are: by a score, whose weights and what they mean are in `merging.toml`. Pure."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from atase.actors import actors
from atase.when import agree, first_day, last_day

LONGEST = 100
"""Days that a span lasts at the most."""

_NUMBERED = re.compile(r"[^\W\d_].*\d")


@dataclass(frozen=True, slots=True)
class Claim:
    """What merging looks at of a report. `key` tells it from all others; `told` is its source's date.

    `source` is the one who tells it: a document, or a dataset, whatever its files. `event` names the event in
    the words of a dataset whose rows tell one event several times. `item` is the weapon transferred, `said` the
    evidence in small letters.
    """

    key: str
    source: str
    instrument: str
    codes: frozenset[str]
    roles: frozenset[tuple[str, str]] = frozenset()
    date: str | None = None
    end: str | None = None
    told: str | None = None
    place: str | None = None
    series: str | None = None
    depth: str | None = None
    event: str | None = None
    item: str | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """`merging.toml`, made ready."""

    merge: float
    doubt: float
    weights: Mapping[str, float]
    families: Mapping[str, str]
    days: Mapping[str, int]
    series: int
    news: int
    lasting: frozenset[str]
    standing: frozenset[str]
    items: frozenset[str]
    opposed: frozenset[tuple[str, str]]
    vague: frozenset[str]

    def family(self, instrument: str) -> str:
        """The name under which the instrument is compared with others."""
        return self.families.get(instrument, instrument)

    def names_items(self, instrument: str) -> bool:
        """Whether reports of this kind are told apart by what is transferred."""
        return self.family(instrument) in self.items

    def slack(self, instrument: str) -> int:
        """Days by which two sources may differ about one event of this kind; a family has the most of its own."""
        return self.days.get(instrument, self.days["default"])


@cache
def rules() -> Rules:
    """The rules that Atase comes with."""
    data: dict[str, Any] = tomllib.loads((files(__package__) / "merging.toml").read_text("utf-8"))
    days, families = data["days"], data["families"]
    kin = {
        code: max(days.get(each, days["default"]) for each in codes) for codes in families.values() for code in codes
    }
    return Rules(
        merge=data["merge"],
        doubt=data["doubt"],
        weights=data["weights"],
        families={code: family for family, codes in families.items() for code in codes},
        days={**days, **kin},
        series=data["spells"]["series"],
        news=data["spells"]["news"],
        lasting=frozenset(data["spells"]["lasting"]),
        standing=frozenset(data["spells"]["standing"]),
        items=frozenset(data["items"]["families"]),
        vague=frozenset(data["places"]["vague"])
        | _words(" ".join(f"{e.name_en} {e.name_id}" for e in actors().values())),
        opposed=frozenset(pair for a, b in data["roles"]["opposed"] for pair in ((a, b), (b, a))),
    )


def window(claim: Claim) -> tuple[int, int] | None:
    """First and last day (proleptic ordinals) on which the event may lie; None where nothing tells."""
    by = rules()
    if claim.date is not None:
        slack = by.series if claim.series else by.slack(claim.instrument)
        return first_day(claim.date).toordinal(), _last(claim, by).toordinal() + slack
    if claim.told is not None:
        return first_day(claim.told).toordinal() - by.news, last_day(claim.told).toordinal() + by.news
    return None


def kind(claim: Claim) -> str:
    """What the report is compared with: its family, and apart in it the years of what stands for years."""
    by = rules()
    yearly = claim.instrument in by.standing and claim.date is not None and len(claim.date) == len("2000")
    return by.family(claim.instrument) + (" by year" if yearly else "")


def spans(claim: Claim) -> list[tuple[int, int]]:
    """The window in pieces of at most `LONGEST` days, so that what began long ago is found by when it lasted."""
    if (days := window(claim)) is None:
        return []
    return [(first, min(first + LONGEST - 1, days[1])) for first in range(days[0], days[1] + 1, LONGEST)]


def words(claim: Claim) -> list[str]:
    """What a report that may tell the same event has one of: each two of the parties, and the event's own name."""
    return [*pairs(claim), *(["=" + claim.event] if claim.event else [])]


def _last(claim: Claim, by: Rules) -> date:
    """The last day of the act; the end of a treaty is the end of its force and no part of its conclusion."""
    end = None if claim.instrument in by.lasting else claim.end
    return last_day(end or claim.date or "")


def pairs(claim: Claim) -> list[str]:
    """Each two of its parties, as one word. Two reports of one event share at least one."""
    return ["-".join(two) for two in combinations(sorted(claim.codes), 2)]


def apart(a: Claim, b: Claim) -> bool:
    """Whether one source tells both as two events: only a dataset that names the event tells it twice."""
    return a.source == b.source and (a.event is None or a.event != b.event)


def score(a: Claim, b: Claim) -> float | None:
    """How alike two reports are; None where they cannot tell the same event."""
    by = rules()
    if apart(a, b) or kind(a) != kind(b):
        return None
    if a.series and b.series and a.series.casefold() != b.series.casefold():
        return None
    features = [_parties(a, b), _dates(a, b, by)]
    if None in features:
        return None
    features.append("same_instrument" if a.instrument == b.instrument else "related_instrument")
    features += _particulars(a, b, by)
    return sum(by.weights[feature] for feature in features if feature)


def _parties(a: Claim, b: Claim) -> str | None:
    if a.codes == b.codes:
        return "parties_equal"
    if len(a.codes & b.codes) < 2:
        return None
    if a.codes < b.codes or b.codes < a.codes:
        fewer, more = sorted((len(a.codes), len(b.codes)))
        return "parties_few" if 2 * fewer < more else "parties_subset"
    return "parties_overlap" if a.series and b.series else None


def _dates(a: Claim, b: Claim, by: Rules) -> str | None:
    here, there = window(a), window(b)
    if here is None or there is None or here[0] > there[1] or there[0] > here[1]:
        return None
    if a.date is None or b.date is None:
        return "same_news"
    coarser = min(len(a.date), len(b.date))
    gap = max(first_day(a.date) - _last(b, by), first_day(b.date) - _last(a, by)).days
    if coarser < len("2000-01-01"):
        if not agree(a.date, b.date):
            return "same_spell" if gap <= 0 else None
        return "same_month" if coarser == len("2000-01") else "same_year"
    slack = by.series if a.series and b.series else by.slack(a.instrument)
    if gap <= 0:
        return "overlapping" if _drifts(a, b, by) else "same_day"
    return "near_days" if gap <= slack else None


def _particulars(a: Claim, b: Claim, by: Rules) -> Iterator[str]:
    if a.series and b.series:
        yield "same_series"
    if a.place and b.place:
        yield "same_place" if _alike(a.place, b.place, by) else "other_place"
    if a.depth and b.depth and a.depth != b.depth:
        yield "other_depth"
    roles = dict(b.roles)
    if any((role, roles.get(code, "")) in by.opposed for code, role in a.roles):
        yield "opposed_roles"
    if a.event and a.event == b.event:
        yield "same_event"
    if _names(a, b) or _names(b, a):
        yield "same_item"


def _names(a: Claim, b: Claim) -> bool:
    """Whether the evidence of `b` has the weapon's designation, or the part of it that bears a number."""
    if not a.item or a.source == b.source:
        return False
    words = [a.item, *(word for word in a.item.split() if _NUMBERED.search(word))]
    return any(re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", b.said) for word in words)


def _drifts(a: Claim, b: Claim, by: Rules) -> bool:
    """Whether both are spells, and begin further apart than a dateline explains."""
    begin, other = first_day(a.date or ""), first_day(b.date or "")
    spells = _last(a, by) > begin and _last(b, by) > other
    return spells and abs((begin - other).days) > by.days["default"]


def _alike(a: str, b: str, by: Rules) -> bool:
    """Whether two places share a word that says where they are, or any where one has none."""
    one, other = _words(a), _words(b)
    telling = one - by.vague, other - by.vague
    return not (telling[0].isdisjoint(telling[1]) if all(telling) else one.isdisjoint(other))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
