"""One activity whole: what it rests on, what people decided about it, and the forms to decide."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from atase.briefs import words
from atase.codebook import instruments, stages, themes
from atase.errors import AtaseError
from atase.i18n import _
from atase.register import Author, Filter
from atase.register.details import Detail, Field, Telling
from atase.register.errors import ChangedError
from atase.register.models import Decision
from atase.report import Party
from atase.web import marks
from atase.web.deciding import decide, written
from atase.web.faces import Page, page
from atase.web.passages import passage
from atase.web.request import Request

ALIKE = 8
"""Other activities that are offered for merging."""


def activity(request: Request, identifier: str) -> Page | HttpResponseBase:
    """The activity, or the one that it was merged into; by POST, a decision about it."""
    detail = find(request, identifier)
    if request.method == "POST":
        return _decided(request, detail)
    if detail.id != identifier:
        messages.info(request, _("{id} was merged into this activity.").format(id=identifier))
        return redirect("activity", detail.id)
    return shown(request, detail)


def shown(request: Request, detail: Detail, error: str = "", form: Mapping[str, Any] | None = None) -> Page:
    """The page; after a mistake, with its line and what the person had typed."""
    more = {"fact": detail.decided, "alike": _alike(request, detail), "choices": choices(detail), "error": error}
    return Page("activity.html.jinja", told(detail), more={**more, "form": form or {}})


def told(detail: Detail) -> dict[str, Any]:
    """All that the register knows of an activity, as a program takes it."""
    return {
        "id": detail.id,
        "state": detail.state,
        "standing": detail.standing,
        "confidence": detail.decided.confidence,
        "sources": detail.decided.sources,
        "fields": [_field(field, detail.decided.instrument) for field in detail.fields],
        "reports": [_report(telling) for telling in detail.reports],
        "history": [_decision(decision) for decision in detail.history],
        "version": detail.version,
    }


def find(request: Request, identifier: str) -> Detail:
    """The activity; Http404 with the line that says so where there is none."""
    try:
        return request.register.activity(identifier)
    except AtaseError as error:
        raise Http404(str(error)) from error


def _decided(request: Request, detail: Detail) -> HttpResponseBase:
    """Keep the decision, unless somebody else decided since the person saw the activity."""
    form = request.POST
    seen = int(form["version"]) if form.get("version", "").isdecimal() else 0
    try:
        number = decide(request.register, detail, form, Author(request.who, form.get("why", "").strip(), seen))
    except ChangedError:
        now = find(request, detail.id)
        return _again(request, now, _changed(now), 409)
    except AtaseError as error:
        return _again(request, detail, str(error), 400)
    messages.success(request, _("Decision {number} is kept. The history below can take it back.").format(number=number))
    return redirect("activity", request.register.activity(detail.id).id)


def _again(request: Request, detail: Detail, error: str, status: int) -> HttpResponse:
    """The page with what is wrong, and with what the person had typed."""
    page = shown(request, detail, error, request.POST.dict())
    context = {**page.data, **page.more, "pictures": {}, "here": ("activity", detail.id)}
    return render(request, page.template, context, status=status)


def _changed(detail: Detail) -> str:
    last = detail.history[-1] if detail.history else None
    if last is None:
        return _("This activity has changed since you opened it. Look at it again, then send your decision.")
    return _("{who} decided meanwhile: {action}. Look at it again, then send your decision.").format(
        who=last.who, action=marks.action(last.action)
    )


def _field(field: Field, instrument: str) -> dict[str, Any]:
    return {
        "name": field.name,
        "value": field.value,
        "written": written(field.value),
        "shown": _in_words(field, instrument),
        "reports": field.reports,
        "correction": _decision(field.correction) if field.correction else None,
    }


def _in_words(field: Field, instrument: str) -> str:
    value = field.value
    if not value:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_party(part) if isinstance(part, Party) else words.theme(part) for part in value)
    say: dict[str, Callable[[str], str]] = {
        "instrument": words.instrument,
        "stage": words.stage,
        "date": words.day,
        "end": words.day,
        "depth": lambda code: words.depth(instrument, code),
    }
    return say[field.name](str(value)) if field.name in say else str(value)


def _party(party: Party) -> str:
    name = words.party(party.code)
    return name if party.role == "participant" else f"{name} ({marks.role(party.role)})"


def _report(telling: Telling) -> dict[str, Any]:
    report, source = telling.report, telling.source
    return {
        "id": telling.id,
        "current": telling.current,
        "source": {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date,
            "lang": source.lang,
            "url": source.url if source.url.lower().startswith(("http://", "https://")) else "",
            "path": source.path,
        },
        "instrument": report.instrument,
        "stage": report.stage,
        "date": report.date,
        "parties": [(party.code, party.role) for party in report.parties],
        "confidence": report.confidence,
        "coder": f"{report.coder} {report.coder_version}",
        "passage": passage(source.text, report.evidence),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "number": decision.pk,
        "action": decision.action,
        "other": decision.other_id,
        "fields": decision.fields,
        "who": decision.who,
        "when": decision.when,
        "why": decision.why,
        "undoes": decision.undoes_id,
        "undone": hasattr(decision, "undone_by"),
    }


def _alike(request: Request, detail: Detail) -> list[dict[str, Any]]:
    """Other activities of the same parties and instrument, which may be the same event."""
    codes = sorted({party.code for party in detail.decided.parties})
    year = detail.decided.date[:4] if detail.decided.date else None
    wanted = Filter(between=codes, instruments=[detail.decided.instrument], since=year, until=year)
    found = request.register.activities(wanted, ALIKE + 1).to_dicts()
    return [row for row in found if row["activity"] != detail.id][:ALIKE]


def choices(detail: Detail) -> dict[str, list[tuple[str, str]]]:
    """The values of the fields that have few, for the form of a correction."""
    known = instruments().get(detail.decided.instrument)
    return {
        "instrument": [(code, entry.label()) for code, entry in instruments().items()],
        "stage": [(code, entry.label()) for code, entry in stages().items()],
        "depth": [("", "–"), *((level.code, level.label()) for level in (known.depth if known else ()))],
        "theme": [(code, entry.label()) for code, entry in themes().items()],
    }


urlpatterns = page("activities/<code:identifier>", activity, "activity")
