"""Signing in: by the one-time link on one's own machine, by an account on a team's server."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from atase.web import link


@require_safe
def by_link(request: HttpRequest) -> HttpResponse:
    """Spend the link's token, or tell where a link is had."""
    token = request.GET.get("token", "")
    if not link.spend(token):
        return render(request, "sign_in.html.jinja", {"spent": bool(token), "request": request}, status=403)
    request.session.cycle_key()
    request.session["who"] = link.owner()
    return redirect(settings.HOME)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Forget who it was."""
    request.session.flush()
    return redirect("sign-in")


def back(request: HttpRequest) -> str:
    """The page of this server that a form was sent from."""
    asked = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    return asked if own else reverse(settings.HOME)


if settings.TEAM:
    from django.contrib.auth.views import LoginView

    _sign_in = LoginView.as_view(template_name="sign_in.html.jinja", redirect_authenticated_user=True)
else:
    _sign_in = by_link
urlpatterns = [path("sign-in", _sign_in, name="sign-in"), path("sign-out", sign_out, name="sign-out")]
