"""Who may use the interface: whoever has signed in in this browser, or sends a token that they made."""

from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

DAYS = 90
"""How long a token is good; none outlives the server's secret key."""


def token(who: str, use: str = "api") -> str:
    """A token that stands for this person, and is good for one use alone."""
    return _signer(use).sign_object({"who": who})


def bearer(written: str, use: str = "api") -> str:
    """The person for whom a token stands; empty where it is none, of another use, or too old."""
    try:
        return str(_signer(use).unsign_object(written, max_age=DAYS * 86400)["who"])
    except (BadSignature, ValueError, TypeError, KeyError):
        return ""


class ByToken(HttpBearer):
    """`Authorization: Bearer TOKEN`."""

    def authenticate(self, request: HttpRequest, token: str) -> str:
        """Name the person, for the views as well."""
        who = bearer(token)
        if who:
            request.who = who  # type: ignore[attr-defined]
        return who


class BySession(APIKeyCookie):
    """The session of a browser; what changes something needs the CSRF token too."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Name the person whom the gate has let in."""
        return getattr(request, "who", "")


def _signer(use: str) -> TimestampSigner:
    return TimestampSigner(salt=f"atase.{use}")
