"""The addresses of the workbench."""

from django.urls import path

from atase.web import pages, vega
from atase.web.api import api

urlpatterns = [
    path("api/", api.urls),
    path(vega.address().removeprefix("/"), vega.script, name="vega"),
    *pages.urlpatterns(),
]
handler404 = "atase.web.failures.not_found"
handler403 = "atase.web.failures.forbidden"
handler500 = "atase.web.failures.failed"
