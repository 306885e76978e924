"""Where everything is kept: sources, reports, activities and what people decided about them."""

from atase.register.errors import ChangedError
from atase.register.opening import open_register
from atase.register.words import Author, Filter, Order, Page, Progress, Row

__all__ = ["Author", "ChangedError", "Filter", "Order", "Page", "Progress", "Row", "open_register"]
