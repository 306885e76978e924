"""The pages: a module each, with its addresses in `urlpatterns`."""

from importlib import import_module

from django.urls import URLPattern

PAGES = ("sign_in", "preferences", "home", "activities")


def urlpatterns() -> list[URLPattern]:
    """The addresses of all pages."""
    return [one for name in PAGES for one in import_module(f"atase.web.pages.{name}").urlpatterns]
