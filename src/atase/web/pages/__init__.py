"""The pages: a module or package each, with its addresses in `urlpatterns`."""

from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern


def urlpatterns() -> list[URLPattern]:
    """The addresses of all pages."""
    return [one for page in iter_modules(__path__) for one in import_module(f"{__name__}.{page.name}").urlpatterns]
