"""Where one comes in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path


def home(request: HttpRequest) -> HttpResponse:
    """The activities."""
    return redirect("activities")


urlpatterns = [path("", home, name="overview")]
