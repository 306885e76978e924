"""Which activities a person should look at first, and why. Pure; the weights are in `priority.toml`."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from atase.register.deciding import Fields, Told
from atase.register.likeness import rules
from atase.report import Report
from atase.when import agree


def priority(
    told: Sequence[Told], fields: Fields, scale: Sequence[str], corrected: Iterable[str], doubtful: bool
) -> tuple[float, list[str]]:
    """An activity's priority, and the concerns that make it: `doubt`, fields in conflict, `unsure`, `rank`.

    Args:
        told: its reports.
        fields: as they were decided.
        scale: the depth levels of its instrument, shallowest first.
        corrected: the fields that a person set: they are in conflict no more.
        doubtful: whether it may be one with another activity.
    """
    weights = _weights()
    conflicts = [name for name in _conflicts([each.report for each in told]) if name not in set(corrected)]
    value = weights["doubt"] * doubtful + sum(weights["conflicts"][name] for name in conflicts)
    concerns = ["doubt"] * doubtful + conflicts
    unsure, rank = weights["unsure"], weights["rank"]
    value += unsure["weight"] * (1 - fields.confidence)
    if fields.confidence < unsure["below"]:
        concerns.append("unsure")
    if fields.depth in scale and len(scale) > 1:
        height = scale.index(fields.depth or "") / (len(scale) - 1)
        value += rank["weight"] * height
        concerns += ["rank"] * (height >= rank["from"])
    return round(value, 6), concerns


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "priority.toml").read_text("utf-8"))


def _conflicts(reports: Sequence[Report]) -> Iterator[str]:
    """The fields in which two reports exclude each other."""
    for name, (value, exclude) in _FIELDS.items():
        told = {known for report in reports if (known := value(report))}
        if any(exclude(one, other) for one, other in combinations(sorted(told), 2)):
            yield name


def _off(one: str, other: str) -> bool:
    on, off = (set(_weights()["stages"][name]) for name in ("on", "off"))
    return (one in on and other in off) or (one in off and other in on)


def _opposed(one: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> bool:
    roles = dict(other)
    return any((role, roles.get(code, "")) in rules().opposed for code, role in one)


_FIELDS: dict[str, tuple[Callable[[Report], Any], Callable[[Any, Any], bool]]] = {
    "date": (lambda report: report.date, lambda one, other: not agree(one, other)),
    "stage": (lambda report: report.stage, _off),
    "roles": (lambda report: tuple((party.code, party.role) for party in report.parties), _opposed),
    "depth": (lambda report: report.depth, lambda one, other: True),
    "instrument": (lambda report: report.instrument, lambda one, other: True),
    "place": (
        lambda report: (report.place or "").casefold(),
        lambda one, other: set(one.split()).isdisjoint(other.split()),
    ),
    "parties": (lambda report: report.codes, lambda one, other: True),
}
