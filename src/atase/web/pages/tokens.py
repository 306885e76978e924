"""Tokens, with which programs use the register in a person's name."""

from django.http import HttpResponseBase
from django.shortcuts import render

from atase.web.api.auth import DAYS, token
from atase.web.faces import Page, page
from atase.web.request import Request


def tokens(request: Request) -> Page | HttpResponseBase:
    """What tokens are for; by POST, a new one, shown this once."""
    if request.method == "POST":
        return render(request, "tokens.html.jinja", {"days": DAYS, "token": token(request.who)})
    return Page("tokens.html.jinja", {"days": DAYS}, more={"token": ""})


urlpatterns = page("tokens", tokens, "tokens")
