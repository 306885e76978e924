"""About each figure: what a measure tells, how it is computed, from whom the method is, and what it does not tell."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from django.http import Http404

from atase import measures
from atase.briefs import words
from atase.codebook import instruments
from atase.i18n import _
from atase.measures import About
from atase.web.faces import Page, page
from atase.web.request import Request

WEIGHTED = frozenset(
    ("intensity", "ranking", "tension", "balance", "matrix", "network", "ties", "similarity", "triangle", "compare")
)
"""The measures that the weights enter."""


def index(request: Request) -> Page:
    """All measures, and what each tells."""
    known = list(measures.about().values())
    return Page(
        "measures.html.jinja",
        {"measures": [_told(one) for one in known]},
        table=lambda: pl.DataFrame([_told(one) | {"sources": "; ".join(one.sources)} for one in known]),
    )


def measure(request: Request, name: str) -> Page:
    """One measure."""
    found = measures.about().get(name)
    if found is None:
        raise Http404(_("no measure is called {name!r}").format(name=name))
    command = f"atase measure {name}{' IDN AUS'[: 4 * min(2, found.most)] if found.fewest else ''}"
    return Page("measure.html.jinja", {**_told(found), "command": command, "weighted": name in WEIGHTED})


def weights(request: Request) -> Page:
    """What activities weigh in the measures: the figures that Atase comes with."""
    return Page(
        "weights.html.jinja", {"weights": _weights(), "factors": _factors()}, table=lambda: pl.DataFrame(_weights())
    )


def _told(one: About) -> dict[str, Any]:
    """A measure in the person's language."""
    return {
        "name": one.name,
        "label": one.label(),
        "says": one.says(),
        "formula": one.formula(),
        "unit": one.unit(),
        "caveat": one.caveat(),
        "sources": one.sources,
    }


def _weights() -> list[dict[str, Any]]:
    """Points and half-life of each instrument."""
    return [
        {"instrument": code, "label": words.instrument(code), "group": instruments()[code].group, **each}
        for code, each in measures.weights().instrument.items()
    ]


def _factors() -> Mapping[str, list[dict[str, Any]]]:
    """What the points are multiplied by, for stage, level, and rank or depth."""
    own = measures.weights()
    levels = {
        "bilateral": _("bilateral"),
        "minilateral": _("minilateral"),
        "regional": _("regional"),
        "global": _("global"),
    }
    depths = {"shallowest": _("the shallowest level"), "deepest": _("the deepest level"), "unknown": _("not known")}
    ranks = {code: words.depth("visit", code) or depths[code] for code in own.rank}
    named = {
        "stage": {code: words.stage(code) for code in own.stage},
        "level": levels,
        "rank": ranks,
        "depth": depths,
    }
    return {
        kind: [{"code": code, "label": labels[code], "factor": factor} for code, factor in getattr(own, kind).items()]
        for kind, labels in named.items()
    }


urlpatterns = [
    *page("measures", index, "measures"),
    *page("measures/weights", weights, "weights"),
    *page("measures/<code:name>", measure, "measure"),
]
