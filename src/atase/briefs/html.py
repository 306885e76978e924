"""A brief as one HTML file that needs nothing else: no script, no request; printable, light and dark."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from atase.briefs import drawing, words
from atase.briefs.tree import Brief, Picture
from atase.i18n import _, speaking


def html(brief: Brief) -> str:
    """The page. Every text is escaped by the template; only the charts drawn here go in as they are."""
    with speaking(brief.lang):
        style = files("atase.briefs").joinpath("brief.css").read_text("utf-8")
        return _template().render(brief=brief, style=style, words=words, draw=_draw, _=_)


def _draw(picture: Picture) -> Markup:
    """The chart as SVG; vl-convert escapes the texts in it."""
    return Markup(drawing.svg(picture.spec))  # noqa: S704


@cache
def _template() -> Template:
    loader = PackageLoader("atase.briefs", ".")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.tests["kind"] = lambda block, name: type(block).__name__ == name
    return environment.get_template("brief.html.jinja")
