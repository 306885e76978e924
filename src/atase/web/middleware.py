"""What every request passes: headers, language, the register, and the gate."""

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.utils.translation import override

from atase.errors import AtaseError
from atase.i18n import LANGUAGES, _, language, speaking
from atase.register import open_register
from atase.web.failures import told
from atase.web.request import Request

Respond = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join(
    f"{what} {whence}"
    for what, whence in {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "style-src-attr": "'unsafe-inline'",  # charts set the style of their own elements
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }.items()
)
"""The Content-Security-Policy: nothing but what this server sends, and no script in a page's text."""


def headers(respond: Respond) -> Respond:
    """Tell browsers what pages may load, and that they are private."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = respond(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return middleware


def tongue(respond: Respond) -> Respond:
    """Speak the language that the person chose, or else that of the browser, where there is a translation."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        lang = _wanted(request)
        with speaking(lang), override(lang):
            response = respond(request)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return middleware


def _wanted(request: HttpRequest) -> str:
    asked = [request.COOKIES.get("lang", "")]
    asked += [tag.strip()[:2].lower() for tag in request.headers.get("Accept-Language", "").split(",")]
    return next((lang for lang in asked if lang in LANGUAGES), language())


opened = lru_cache(maxsize=8)(open_register)


def register(respond: Respond) -> Respond:
    """Give views the register that the settings name."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        request.register = opened(settings.REGISTER)  # type: ignore[attr-defined]
        return respond(request)

    return middleware


class Gate:
    """Let nobody in who has not signed in, and tell mistakes in a line instead of failing."""

    OPEN = ("sign-in", "preferences")
    """Names of the addresses that need no sign-in."""
    PROGRAMS = ("/api/", "/calendar/feed/")
    """Where programs come in, and are asked for a token there."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: Request) -> HttpResponseBase:
        """Set `request.who`, or send a person to sign in."""
        request.who = _signed_in(request)
        if (
            request.who
            or request.path.startswith(self.PROGRAMS)
            or request.path in {reverse(name) for name in self.OPEN}
        ):
            return self._respond(request)
        if request.htmx or not request.accepts("text/html"):
            return JsonResponse({"error": _("sign in first")}, status=401, headers={"HX-Redirect": reverse("sign-in")})
        return redirect(f"{reverse('sign-in')}?{urlencode({'next': request.get_full_path()})}")

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A user's mistake, in its line."""
        if not isinstance(error, AtaseError):
            return None
        return told(request, str(error), 400)


def _signed_in(request: HttpRequest) -> str:
    if settings.TEAM:
        return str(request.user.get_username()) if request.user.is_authenticated else ""
    return str(request.session.get("who", ""))
