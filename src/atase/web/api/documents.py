"""Adding documents, and what of them the register holds."""

from typing import Annotated, Any

from django.http import Http404
from ninja import Body, Router
from pydantic import Field

from atase import when
from atase.i18n import _
from atase.register.models import Source
from atase.report import Document
from atase.web.api.shapes import Problem, Read, Text
from atase.web.request import Request

router = Router(tags=["documents"])


@router.post("/documents", response={200: Read, 400: Problem, 401: Problem, 422: Problem})
def add(request: Request, payload: Annotated[list[Text], Field(min_length=1, max_length=50), Body(...)]) -> Any:
    """Read documents and keep them with what they report. The same document again changes nothing."""
    documents = [_document(text) for text in payload]
    summary = request.register.add(documents)
    return {
        "new": summary.new,
        "changed": summary.changed,
        "unchanged": summary.unchanged,
        "reports": summary.reports,
        "failed": [{"document": failure.path, "reason": failure.reason} for failure in summary.failed],
    }


@router.get("/documents/{identifier}", response={200: dict[str, Any], 401: Problem, 404: Problem})
def document(request: Request, identifier: str) -> Any:
    """One version of a source, with its text."""
    register = request.register
    found = Source.objects.using(register.alias).filter(id=identifier).values().first()
    if found is None:
        raise Http404(_("no source is called {id}").format(id=identifier))
    return found


def _document(text: Text) -> Document:
    return Document(
        text.text,
        text.title,
        when.check(text.date) if text.date else None,
        text.lang,
        url=text.url or "",
        publisher=text.publisher,
    )
