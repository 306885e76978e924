"""Reading activities."""

from dataclasses import asdict
from typing import Any

from django.http import HttpResponse
from ninja import Query, Router

from atase.register.words import Order
from atase.web import filters
from atase.web.api.shapes import Asked, Doubt, Listed, Problem, Where
from atase.web.faces import TYPES, as_json
from atase.web.pages.activity import find, told
from atase.web.request import Request

router = Router(tags=["activities"])
_CERTAIN = float("inf")


@router.get("/activities", response={200: Listed, 400: Problem, 401: Problem, 422: Problem})
def activities(request: Request, asked: Query[Asked], where: Query[Where]) -> Any:
    """A page of the activities that are asked for; `order=priority` is the queue of review."""
    wanted = filters.wanted(request.GET)
    found = request.register.page(wanted, Order(where.order), where.after or None, where.limit)
    return asdict(found)


@router.get("/activities/{identifier}", response={200: dict[str, Any], 401: Problem, 404: Problem})
def activity(request: Request, identifier: str) -> Any:
    """One activity whole: fields with what each rests on, reports with their sentences, history."""
    detail = find(request, identifier)
    return HttpResponse(as_json(told(detail)), content_type=TYPES["json"])


@router.get("/doubts", response={200: list[Doubt], 401: Problem})
def doubts(request: Request) -> Any:
    """Pairs of activities that may be one, the likeliest first."""
    found = request.register.doubts(100)
    return [{"one": one, "other": other, "score": None if score == _CERTAIN else score} for one, other, score in found]
