"""One page, many faces: what a view returns is shown as HTML, JSON, CSV, Parquet or Excel, as its address ends."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import date
from functools import wraps
from json import dumps
from typing import Any

import polars as pl
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from atase.briefs import drawing
from atase.briefs.tree import Picture
from atase.i18n import _
from atase.tabular import encoded
from atase.web.request import Request

TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml",
    "png": "image/png",
}
"""What a page can be shown as beside HTML: the ending of its address, and the type that browsers know it by."""


@dataclass(frozen=True)
class Page:
    """What a view returns.

    `data` is what the page says: its template gets it by name, and `.json` is nothing else. `table` makes the
    frame behind it, whole, for the other endings; without one they do not exist. `pictures` are its charts, by name:
    `.svg?figure=NAME` and `.png?figure=NAME` draw one. `more` is for the template alone.
    """

    template: str
    data: Mapping[str, Any]
    table: Callable[[], pl.DataFrame] | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)


View = Callable[..., Page | HttpResponseBase]


def page(route: str, view: View, name: str) -> list[URLPattern]:
    """The addresses of a page: `route`, named `name`, and the same with an ending, named `name.face`."""
    shown = _faced(view, name)
    return [path(route, shown, name=name), path(f"{route or name}.<face:face>", shown, name=f"{name}.face")]


def download(content: bytes, name: str, type: str) -> HttpResponse:
    """A file for a person to keep."""
    return HttpResponse(content, content_type=type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def as_json(data: Any) -> str:
    """JSON of what pages say: frames as lists of rows, dates as ISO 8601."""
    return dumps(data, default=_plain, ensure_ascii=False)


def _faced(view: View, name: str) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def shown(request: Request, *args: Any, face: str = "", **kwargs: Any) -> HttpResponseBase:
        made = view(request, *args, **kwargs)
        if not isinstance(made, Page):
            return made
        if not face:
            own = {"pictures": made.pictures, "here": (name, *kwargs.values())}
            return render(request, made.template, {**made.data, **made.more, **own})
        if face == "json":
            return HttpResponse(as_json(made.data), content_type=TYPES["json"])
        if face in ("svg", "png"):
            return _drawn(made.pictures.get(request.GET.get("figure", "")), face)
        if made.table is None:
            raise Http404(_("this page has no table; it can be had as .json"))
        return download(encoded(made.table(), face), f"atase-{name}.{face}", TYPES[face])

    return shown


def _drawn(picture: Picture | None, face: str) -> HttpResponse:
    if picture is None:
        raise Http404(_("this page has no such figure"))
    content = drawing.svg(picture.spec) if face == "svg" else drawing.png(picture.spec)
    return HttpResponse(content, content_type=TYPES[face])


def _plain(value: Any) -> Any:
    if isinstance(value, pl.DataFrame):
        return value.to_dicts()
    if isinstance(value, pl.Series):
        return value.to_list()
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} cannot be shown as JSON")


class _Face(StringConverter):
    regex = "|".join(TYPES)


class _Code(StringConverter):
    regex = r"[A-Za-z0-9_+-]+"


register_converter(_Face, "face")
register_converter(_Code, "code")
