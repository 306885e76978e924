"""Where everything is kept: sources, reports, activities and what people decided about them."""

from atase.register.opening import open_register
from atase.register.words import Author, Filter, Order, Page, Row

__all__ = ["Author", "Filter", "Order", "Page", "Row", "open_register"]
