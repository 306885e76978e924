"""Deciding: what a person says of an activity outranks every machine, and can be undone."""

from typing import Any, TypeVar

from ninja import Router, Status

from atase.errors import AtaseError
from atase.i18n import _
from atase.register import Author
from atase.register.register import Register
from atase.web.api.shapes import Decide, Decided, Problem
from atase.web.pages.activity import find
from atase.web.request import Request

router = Router(tags=["decisions"])
T = TypeVar("T")


@router.post(
    "/activities/{identifier}/decisions",
    response={201: Decided, 400: Problem, 401: Problem, 404: Problem, 409: Problem, 422: Problem},
)
def decide(request: Request, identifier: str, payload: Decide) -> Any:
    """Confirm, reject, correct, merge, part or undo; the decision bears the name of who sent it."""
    detail = find(request, identifier)
    number = _kept(request.register, detail.id, payload, Author(request.who, payload.why.strip(), payload.seen))
    return Status(201, {"decision": number, "activity": request.register.activity(detail.id).id})


def _kept(register: Register, activity: str, payload: Decide, author: Author) -> int:
    match payload.action:
        case "confirm":
            return register.confirm(activity, author)
        case "reject":
            return register.reject(activity, author)
        case "correct":
            return register.correct(activity, _needed(payload.fields, "fields"), author)
        case "split":
            return register.split(activity, _needed(payload.reports, "reports"), author)
        case "undo":
            return register.undo(_needed(payload.decision, "decision"), author)
    compare = {"merge": register.merge, "refuse": register.refuse, "unsure": register.unsure}[payload.action]
    return compare(activity, _needed(payload.other, "other"), author)


def _needed(value: T | None, name: str) -> T:
    if not value:
        raise AtaseError(_("{field}: this decision needs it").format(field=name))
    return value
