"""Published datasets: what has been imported, what it covers, and what else can be."""

from typing import Any

from atase.datasets import cards
from atase.register.models import Coverage
from atase.web.faces import Page, page
from atase.web.request import Request


def datasets(request: Request) -> Page:
    """The imported files with their coverage and rejects, then every card."""
    rows = Coverage.objects.using(request.register.alias).filter(source__current=True).select_related("source")
    data: dict[str, Any] = {
        "imported": [_imported(row) for row in rows.order_by("dataset", "source__path")],
        "cards": [
            {
                "name": card.name,
                "title": card.title,
                "version": card.version,
                "years": card.years,
                "covers": card.covers,
                "lacks": card.lacks,
                "citation": card.citation,
                "terms": card.terms,
                "url": card.url,
                "get": card.get,
            }
            for card in cards().values()
        ],
    }
    return Page("datasets.html.jinja", data)


def _imported(row: Coverage) -> dict[str, Any]:
    return {
        "source": row.source_id,
        "dataset": row.dataset,
        "version": row.version,
        "file": row.source.path.rpartition("/")[2],
        "first": row.first,
        "last": row.last,
        "places": row.places.split(),
        "instruments": row.instruments.split(),
        "rows": row.rows,
        "rejects": row.rejects,
        "note": row.note,
    }


urlpatterns = page("datasets", datasets, "datasets")
