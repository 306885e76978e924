"""Jinja2 as the templates of the workbench have it: every text escaped, interface texts through gettext."""

from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.staticfiles.finders import find
from django.templatetags.static import static
from django.urls import reverse
from django_htmx.jinja import htmx_script
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from atase.briefs import words
from atase.i18n import LANGUAGES, _, language, ngettext
from atase.web import marks, vega
from atase.web.menu import menu


def environment(**options: Any) -> Environment:
    """The environment that Django's settings name."""
    own = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**options | own)  # noqa: S701  it does escape
    made.globals.update(
        _=_,
        ngettext=ngettext,
        language=language,
        languages=LANGUAGES,
        url=url,
        asset=asset,
        htmx_script=lambda: Markup(htmx_script(version=2)),  # noqa: S704  a script tag of ours
        vega=vega.address,
        menu=menu,
        messages=get_messages,
        words=words,
        marks=marks,
        team=settings.TEAM,
        release=metadata.version("atase"),
    )
    made.filters.update(party=words.party, instrument=words.instrument, day=words.day)
    made.tests["kind"] = lambda block, name: type(block).__name__ == name
    return made


def url(name: str, *parts: str, face: str = "") -> str:
    """The address of a page by its name; `face` is what it is shown as: json, csv ..."""
    return reverse(f"{name}.face", args=(*parts, face)) if face else reverse(name, args=parts)


@cache
def asset(path: str) -> str:
    """The address of a file of the package, which changes with its content."""
    content = Path(str(find(path))).read_bytes()
    return f"{static(path)}?{sha256(content).hexdigest()[:12]}"
