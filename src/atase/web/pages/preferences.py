"""The language, and light or dark: kept in the browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from atase.i18n import LANGUAGES
from atase.web.pages.sign_in import back

CHOICES = {"lang": LANGUAGES, "theme": ("light", "dark", "auto")}
_YEAR = 365 * 86400


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen, and go back to the page."""
    response = redirect(back(request))
    for name, choices in CHOICES.items():
        if request.POST.get(name) in choices:
            response.set_cookie(
                name, request.POST[name], _YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
            )
    return response


urlpatterns = [path("preferences", preferences, name="preferences")]
