"""What stands in the menu of every page."""

from atase.i18n import _


def menu() -> list[tuple[str, str]]:
    """The name of each page's address, and what it is called, in the order in which they stand."""
    return [
        ("overview", _("Overview")),
        ("activities", _("Activities")),
        ("review", _("Review")),
        ("documents", _("Documents")),
        ("agreements", _("Agreements")),
        ("calendar", _("Calendar")),
        ("network", _("Network")),
        ("datasets", _("Datasets")),
        ("codebook", _("Codebook")),
    ]
