"""Where everything is kept: sources, reports, activities and what people decided about them."""

from atase.register.opening import open_register

__all__ = ["open_register"]
