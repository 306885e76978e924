"""One tree, four faces."""

from collections.abc import Callable, Mapping

from atase.briefs.html import html
from atase.briefs.markdown import markdown
from atase.briefs.pdf import pdf
from atase.briefs.tree import Brief
from atase.briefs.word import docx
from atase.errors import AtaseError
from atase.i18n import _

FORMATS: Mapping[str, Callable[[Brief], str | bytes]] = {
    "md": markdown,
    "html": html,
    "pdf": pdf,
    "docx": docx,
}


def render(brief: Brief, format: str) -> bytes:
    """The brief as a file of that format: `md`, `html` (both UTF-8), `pdf` or `docx`.

    Raises:
        AtaseError: there is no such format.
    """
    if format not in FORMATS:
        raise AtaseError(
            _("no format is called {format!r}; choose one of {choices}").format(
                format=format, choices=", ".join(FORMATS)
            )
        )
    drawn = FORMATS[format](brief)
    return drawn.encode() if isinstance(drawn, str) else drawn
