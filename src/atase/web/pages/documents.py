"""The documents that the register holds, and how more come in: files, a text, an address."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect

from atase import when
from atase.documents.formats import MODULES
from atase.errors import AtaseError
from atase.i18n import _
from atase.register.models import Source
from atase.register.rows import coded
from atase.web import inbox
from atase.web.faces import Page, page
from atase.web.passages import passage
from atase.web.request import Request

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

SHOWN = 50
"""Documents of one page."""
PARTICULARS = ("id", "kind", "title", "publisher", "date", "lang", "url", "version")
LARGEST = 50_000_000
"""Bytes of an uploaded file."""


def documents(request: Request) -> Page | HttpResponseBase:
    """What is there, what is being read, and the form for more; by POST, more."""
    if request.method == "POST":
        return _taken(request)
    register, after = request.register, request.GET.get("after", "")
    known = Source.objects.using(register.alias).filter(current=True, id__gt=after).order_by("id")
    rows = list(known.values(*PARTICULARS)[: SHOWN + 1])
    data = {
        "documents": rows[:SHOWN],
        "next": rows[SHOWN - 1]["id"] if len(rows) > SHOWN else None,
        "work": inbox.work(register),
    }
    return Page("documents.html.jinja", data, more={"formats": ",".join(MODULES)})


def document(request: Request, identifier: str) -> Page:
    """One version of a source: its text with the sentences marked, and what they report."""
    register = request.register
    source = Source.objects.using(register.alias).filter(id=identifier).first()
    if source is None:
        raise Http404(_("no source is called {id}").format(id=identifier))
    told = source.reports.using(register.alias).filter(withdrawn=False).order_by("ordinal")[:SHOWN]
    data: dict[str, Any] = {
        "source": {
            name: getattr(source, name) for name in ("id", "kind", "title", "publisher", "date", "lang", "version")
        },
        "reports": [_report(source, row) for row in told],
    }
    return Page("document.html.jinja", data)


def _report(source: Source, row: Any) -> dict[str, Any]:
    report = coded(row)
    return {
        "id": row.identifier,
        "activity": row.activity_id,
        "instrument": report.instrument,
        "stage": report.stage,
        "date": report.date,
        "parties": [party.code for party in report.parties],
        "confidence": report.confidence,
        "coder": f"{report.coder} {report.coder_version}",
        "passage": passage(source.text, report.evidence),
    }


def _taken(request: Request) -> HttpResponseBase:
    register, form = request.register, request.POST
    files = request.FILES.getlist("files")
    for file in files:
        inbox.keep(register, *_checked(file))
    if form.get("text", "").strip():
        said = {name: form.get(name, "").strip() for name in ("text", "title", "date", "publisher", "url")}
        if said["date"]:
            when.check(said["date"])
        inbox.paste(register, {name: value for name, value in said.items() if value})
    elif address := form.get("url", "").strip():
        if not address.lower().startswith(("http://", "https://")):
            raise AtaseError(_("{url}: write the whole address, with https://").format(url=address))
        inbox.keep(register, f"page{inbox.ADDRESS}", [address.encode()])
    elif not files:
        raise AtaseError(_("nothing came in: choose files, paste a text, or write an address"))
    inbox.work(register)
    messages.info(request, _("What came in is kept and being read; you can leave this page."))
    return redirect("documents")


def _checked(file: "UploadedFile[Any]") -> tuple[str, Any]:
    if (file.size or 0) > LARGEST:
        raise AtaseError(
            _("{name}: larger than {limit} MB; split it, or add it with `atase add`").format(
                name=file.name, limit=LARGEST // 1_000_000
            )
        )
    return file.name or "", file.chunks()


urlpatterns = [
    *page("documents", documents, "documents"),
    *page("documents/<code:identifier>", document, "document"),
]
