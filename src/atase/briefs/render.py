"""One tree, four faces."""

from collections.abc import Mapping
from pkgutil import resolve_name

from atase.briefs.tree import Brief
from atase.errors import AtaseError
from atase.i18n import _

FORMATS: Mapping[str, str] = {
    "md": "atase.briefs.markdown:markdown",
    "html": "atase.briefs.html:html",
    "pdf": "atase.briefs.pdf:pdf",
    "docx": "atase.briefs.word:docx",
}
"""What draws each format, from `Brief` to `str` or `bytes`; imported when asked for, as each needs a slow library."""


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
    drawn: str | bytes = resolve_name(FORMATS[format])(brief)
    return drawn.encode() if isinstance(drawn, str) else drawn
