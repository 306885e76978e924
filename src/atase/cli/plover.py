"""Reports as events of PLOVER, in the record format of its manual (Open Event Data Alliance, draft 0.8).

Root and mode come from the codebook's crosswalk, whose modes are those of manual 0.7b1. As in the manual (section
"Compound and Reciprocal Actors"), source and recipient are lists, and an act of all parties has all of them as source.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from atase.actors import actors
from atase.codebook import Plover, instruments, stages
from atase.report import Document, Report
from atase.when import first_day, last_day

CODEBOOK = "PLOVER 0.8 draft (record, contexts), 0.7b1 (modes)"
_FRICTION = "friction"
_AHEAD = ("proposed", "planned")
_OFF = ("suspended", "cancelled")
_DAY = len("2024-05-17")


def plover_event(report: Report, document: Document, number: int) -> dict[str, Any]:
    """One report as a record; `number` tells it apart from the document's others. Empty fields are left out.

    `comment` says what PLOVER asks for and the report does not tell.
    """
    kind = _kind(report)
    source, recipient = _sides(report, kind.root)
    date = report.date or document.date
    record = {
        "id": f"{document.id or document.path or document.sha256}#{number}",
        "date": first_day(date).isoformat() if date else None,
        "enddate": _end(report),
        "source": [_actor(code) for code in source],
        "recipient": [_actor(code) for code in recipient],
        "event": [kind.root],
        "mode": [kind.mode] if kind.mode else [],
        "context": _contexts(report),
        "event_loc": {"name": report.place} if report.place else None,
        "event_text": [piece.quote for piece in report.evidence],
        "text_info": [{"start": piece.start, "end": piece.end} for piece in report.evidence],
        "cite_info": _cited(document),
        "coder": f"Atase {report.coder} {report.coder_version}",
        "confidence": report.confidence,
        "instrument": report.instrument,
        "stage": report.stage,
        "themes": list(report.themes),
        "comment": "; ".join(_doubts(report, document, kind.root)),
    }
    required = ("id", "date", "source", "event")
    return {name: value for name, value in record.items() if value or name in required}


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(files("atase.cli").joinpath("plover.toml").read_text("utf-8"))


def _kind(report: Report) -> Plover:
    """The counterpart of the stage where it has one, else of the instrument.

    The stages' counterparts speak of cooperation that is offered, promised, stopped or called off. Friction keeps its
    own: a strike that is planned is no AGREE.
    """
    instrument = instruments()[report.instrument]
    own = stages()[report.stage].plover
    if not own or instrument.group == _FRICTION:
        return instrument.plover[0]
    meets = [kind for kind in own if kind.mode == _rules()["meeting"]]
    return meets[0] if meets and instrument.plover[0].root == "CONSULT" else own[0]


def _sides(report: Report, root: str) -> tuple[list[str], list[str]]:
    """Source and recipient. Who has no part in the report stands where nobody else does.

    Without any parts all are the source, and the recipient too where the root must have one: each acts on the others.
    """
    rules = _rules()
    source = [party.code for party in report.parties if party.role in rules["source"]]
    recipient = [party.code for party in report.parties if party.role in rules["recipient"]]
    others = [party.code for party in report.parties if party.code not in (*source, *recipient)]
    if not source and not recipient:
        return others, others if root in rules["with_recipient"] else []
    return (source, recipient + others) if source and not recipient else (source + others, recipient)


def _contexts(report: Report) -> list[str]:
    rules = _rules()
    found = list(rules["instruments"].get(report.instrument, ["military"]))
    found += [rules["themes"][theme] for theme in report.themes if theme in rules["themes"]]
    if instruments()[report.instrument].group == _FRICTION:
        found += ["future"] if report.stage in _AHEAD else ["negation"] if report.stage in _OFF else []
    return list(dict.fromkeys(found))


def _actor(code: str) -> dict[str, str]:
    """States go by their ISO code; PLOVER has one code for all organisations of states."""
    actor = actors()[code]
    return {"code": code} if actor.kind == "state" else {"code": "IGO", "identifier_text": actor.name_en}


def _end(report: Report) -> str | None:
    """The last day of an activity that takes, or may take, more than one."""
    last = report.end or report.date
    if last is None or (report.end is None and len(last) == _DAY):
        return None
    return last_day(last).isoformat()


def _cited(document: Document) -> dict[str, str]:
    told = {
        "title": document.title,
        "url": document.url,
        "publication": document.publisher,
        "license": document.licence,
        "language": document.lang or "",
    }
    return {**{name: value for name, value in told.items() if value}, "codebook": CODEBOOK}


def _doubts(report: Report, document: Document, root: str) -> Iterator[str]:
    if report.date is None:
        yield "date of the document" if document.date else "undated"
    elif len(report.date) < _DAY:
        yield "date known to the month" if len(report.date) == len("2024-05") else "date known to the year"
    if root in _rules()["one_sided"] and all(party.role == "participant" for party in report.parties):
        yield "who acts on whom is not coded"
