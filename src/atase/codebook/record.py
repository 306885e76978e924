"""The codebook as plain dictionaries, in every language at once, for JSON."""

from typing import Any

from atase.codebook.entries import Entry, Instrument, Root, Stage
from atase.codebook.load import Codebook


def record(entry: Entry) -> dict[str, Any]:
    """One entry with all that it knows; `kind` is group, instrument, stage or theme."""
    told: dict[str, Any] = {
        "kind": type(entry).__name__.lower(),
        "code": entry.code,
        "label": dict(entry.labels),
        "definition": dict(entry.definitions),
    }
    if isinstance(entry, Instrument):
        told |= {"group": entry.group, "formal": entry.formal, "sources": list(entry.sources)}
        told["depth"] = [{"code": level.code, "label": dict(level.labels)} for level in entry.depth]
    if isinstance(entry, Instrument | Stage):
        told |= {"plover": [str(code) for code in entry.plover], "cameo": list(entry.cameo)}
    return told


def records(book: Codebook) -> dict[str, Any]:
    """The whole codebook: its entries by kind, the crosswalk, and the works cited."""
    return {
        "groups": [record(entry) for entry in book.groups.values()],
        "instruments": [record(entry) for entry in book.instruments.values()],
        "stages": [record(entry) for entry in book.stages.values()],
        "themes": [record(entry) for entry in book.themes.values()],
        "crosswalk": [_root(root) for root in book.roots.values()],
        "references": dict(book.references),
    }


def _root(root: Root) -> dict[str, Any]:
    return {
        "system": root.system,
        "code": root.code,
        "label": root.name,
        "instruments": list(root.instruments),
        "stages": list(root.stages),
        "reason": root.reason or None,
    }
