"""Where everything is kept: sources, reports, activities and what people decided about them."""

from atase.register.opening import open_register
from atase.register.words import Author, Filter

__all__ = ["Author", "Filter", "open_register"]
