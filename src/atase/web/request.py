"""What a view is given."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from atase.register.register import Register


class Request(HttpRequest):
    """A request that has passed the middleware: `who` is the person signed in, whose name decisions bear."""

    register: "Register"
    who: str
    htmx: "HtmxDetails"
