"""What codes mean, and how far the register is."""

from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from atase import when
from atase.actors import resolve
from atase.codebook import groups, instruments, stages, themes
from atase.web.api.shapes import Actor, Problem
from atase.web.request import Request

router = Router(tags=["reference"])


@router.get("/codebook", response={200: dict[str, Any], 401: Problem})
def codebook(request: Request) -> Any:
    """Groups, instruments, stages and themes, with their labels in both languages."""
    parts = {"groups": groups(), "instruments": instruments(), "stages": stages(), "themes": themes()}
    return {
        name: [
            {"code": code, "label": {lang: entry.label(lang) for lang in ("en", "id")}} for code, entry in part.items()
        ]
        for name, part in parts.items()
    }


@router.get("/actors", response={200: list[Actor], 400: Problem, 401: Problem, 422: Problem})
def actors(
    request: Request, name: Annotated[str, Field(min_length=1, max_length=100), Query(...)], on: str = ""
) -> Any:
    """Whom a name may stand for: one, several where it is ambiguous, or nobody."""
    found = resolve(name, when.check(on) if on else None).candidates
    return [{"code": one.code, "kind": one.kind, "why": one.why} for one in found if one.valid]


@router.get("/revision", response={200: dict[str, int], 401: Problem})
def revision(request: Request) -> Any:
    """How often the register was written to: what was fetched holds as long as this stays."""
    return {"revision": request.register.revision()}
