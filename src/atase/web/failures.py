"""What a person is told where there is no page to show."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from atase.i18n import _


def told(request: HttpRequest, message: str, status: int) -> HttpResponse:
    """A line that says what is wrong, as a page or, for a program, as JSON."""
    if request.path.endswith(".json"):
        return JsonResponse({"error": message}, status=status)
    return render(request, "error.html.jinja", {"error": message, "request": request}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page, or nothing of that name in the register."""
    said = str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else ""
    return told(request, said or _("There is no such page."), 404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Something that this person may not do."""
    return told(request, _("You may not do that."), 403)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the mark by which forms of this server are known."""
    message = _(
        "This form is from another session, so nothing was changed. Go back, reload the page, and send it again."
    )
    return told(request, message, 403)


def failed(request: HttpRequest) -> HttpResponse:
    """A defect of the program."""
    return told(request, _("Something failed that should not. What was accepted before is kept."), 500)
