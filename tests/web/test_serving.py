"""Who gets in, and what browsers are told."""

import os
import subprocess
import sys

import pytest
from django.test import Client

from atase.web import link


def test_nothing_is_shown_without_signing_in(anybody: Client) -> None:
    for address in ("/", "/activities", "/activities.json", "/activities.csv", "/no-such-page"):
        response = anybody.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/sign-in")


def test_a_link_signs_in_once(anybody: Client) -> None:
    token = link.start(lambda token: None)
    assert anybody.get("/sign-in", {"token": token}).status_code == 302
    assert anybody.get("/activities").status_code == 200
    other = Client(HTTP_HOST="127.0.0.1:8321")
    assert other.get("/sign-in", {"token": token}).status_code == 403
    assert other.get("/activities").status_code == 302


def test_the_next_link_is_told_when_one_is_spent() -> None:
    told: list[str] = []
    first = link.start(told.append)
    assert not link.spend("guessed")
    assert link.spend(first)
    assert link.spend(told[0])
    assert not link.spend(first)


def test_who_signs_out_is_out(client: Client) -> None:
    client.post("/sign-out")
    assert client.get("/activities").status_code == 302


def test_other_hosts_are_refused(client: Client) -> None:
    assert client.get("/activities", HTTP_HOST="evil.example").status_code == 400


def test_scripts_only_come_from_here(client: Client) -> None:
    policy = client.get("/activities")["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "default-src 'none'" in policy


def test_forms_of_other_sites_change_nothing(location: str) -> None:
    strict = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1:8321")
    response = strict.post("/preferences", {"lang": "id"})
    assert response.status_code == 403
    assert "lang" not in response.cookies


@pytest.mark.parametrize(("lang", "word"), [("en", "Parties"), ("id", "Para pihak")])
def test_each_speaks_the_language_that_was_chosen(client: Client, lang: str, word: str) -> None:
    assert client.post("/preferences", {"lang": lang, "next": "/activities"})["Location"] == "/activities"
    page = client.get("/activities").content.decode()
    assert f'<html lang="{lang}"' in page
    assert word in page


def test_preferences_lead_to_no_other_site(client: Client) -> None:
    assert client.post("/preferences", {"theme": "dark", "next": "https://evil.example/"})["Location"] == "/"
    assert 'data-theme="dark"' in client.get("/activities").content.decode()


def test_a_missing_page_says_so(client: Client) -> None:
    assert "There is no such page" in client.get("/nothing").content.decode()
    assert client.get("/nothing.json").json() == {"error": "There is no such page."}


def test_a_teams_server_passes_the_deployment_check() -> None:
    settings = {"ATASE_HOSTS": "atase.example.org", "ATASE_SECRET_KEY": "l0ng-and-random-" * 5}
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    settings |= {"DJANGO_SETTINGS_MODULE": "atase.web.settings", "DJANGO_ALLOW_ASYNC_UNSAFE": ""}
    environment = os.environ | settings
    checked = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
