"""Explanations as one HTML page that needs nothing else: no script, no request; light and dark."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined

from atase.cli import labels
from atase.cli.untrusted import visible
from atase.i18n import _, language
from atase.reader import Explanation, Told


def page(found: Sequence[Explanation]) -> str:
    """The page of these documents. The template escapes every text."""
    environment = Environment(
        loader=PackageLoader("atase.cli", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    template = environment.get_template("explain.html.jinja")
    return template.render(found=found, labels=labels, pieces=pieces, lang=language(), words=_words())


def pieces(told: Told) -> Iterator[tuple[str, str]]:
    """The sentence cut wherever a span begins or ends: each piece with the kinds of span that it stands in."""
    marks: list[tuple[int, int, str]] = [(span.start, span.end, span.kind) for span in told.spans]
    marks += [(made.start, made.end, "trigger") for made in told.considered]
    cuts = sorted({0, len(told.text), *(place for start, end, _kind in marks for place in (start, end))})
    for start, end in pairwise(cuts):
        kinds = sorted({kind for first, last, kind in marks if first <= start and end <= last})
        yield told.text[start:end], " ".join(kinds)


def _words() -> dict[str, str]:
    return {
        "heading": _("Why it is read so"),
        "marked": _("Marked in the text:"),
        "trigger": _("phrases that propose an activity"),
        "sums": _("Every judgement is a probability from the sum of its features' weights; open it to see them."),
        "undated": _("undated"),
        "spans": _("What stands in it"),
        "kind": _("kind"),
        "text": _("text"),
        "tells": _("stands for"),
        "note": _("how"),
        "feature": _("feature"),
        "weight": _("weight"),
    }
