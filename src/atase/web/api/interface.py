"""The interface as a whole: its parts, who may use it, and how mistakes are told."""

from importlib.metadata import version

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from atase.errors import AtaseError
from atase.i18n import _
from atase.register.errors import ChangedError
from atase.web.api import activities, decisions, documents, reference
from atase.web.api.auth import BySession, ByToken

api = NinjaAPI(
    title="Atase",
    version=version("atase"),
    description="What a register of defence diplomacy holds, and what people decide about it.",
    docs_url=None,  # the page that the library makes loads its scripts from elsewhere
    auth=[ByToken(), BySession(csrf=True)],
    urls_namespace="api",
)
for part in (activities, decisions, documents, reference):
    api.add_router("", part.router)


def _told(request: HttpRequest, status: int, message: str) -> HttpResponse:
    return api.create_response(request, {"error": message}, status=status)


@api.exception_handler(ChangedError)
def _changed(request: HttpRequest, error: ChangedError) -> HttpResponse:
    return _told(request, 409, str(error))


@api.exception_handler(AtaseError)
def _mistake(request: HttpRequest, error: AtaseError) -> HttpResponse:
    return _told(request, 400, str(error))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return _told(request, 404, str(error))


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _told(request, error.status_code, str(error))


@api.exception_handler(AuthenticationError)
def _stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return _told(request, 401, _("sign in, or send a token as `Authorization: Bearer TOKEN`"))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The first value that is wrong, by its place in the request."""
    first = error.errors[0]
    place = ".".join(str(part) for part in first["loc"][1:] if part != "payload")
    return _told(request, 422, f"{place}: {first['msg']}" if place else str(first["msg"]))
