"""Agreements, calendar, network and datasets."""

from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from atase.register.register import Register
from atase.web.pages.calendar import ical
from telling import report
from web_register import HOSTILE, document


def test_agreements_tell_how_they_stand(client: Client) -> None:
    found = client.get("/agreements.json?with=Australia").json()
    assert [row["instrument"] for row in found["agreements"]] == ["agreement"]
    (status,) = found["by_status"]
    assert client.get(f"/agreements.json?status={status}").json()["count"] == 1
    assert "The register knows of no such agreement" in client.get("/agreements?with=JPN").content.decode()
    assert client.get("/agreements.csv").content.count(b"\n") == 2


@pytest.fixture
def planned(register: Register) -> Register:
    told = report("exercise AUS,IDN planned 2999-07 series=Example_Shield", 0)
    register.add([document("Ahead", "2025-02-11", "en", "Example Times", (0,))], lambda _document: [told])
    return register


def test_the_calendar_goes_into_calendar_programs(client: Client, planned: Register) -> None:
    shown = client.get("/calendar").content.decode()
    assert "Example Shield" in shown
    (event,) = Calendar.from_ical(client.get("/calendar.ics").content).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2999, 7, 1), date(2999, 8, 1))
    assert "known only as July 2999" in event["description"]


def test_the_feed_needs_its_secret_alone(client: Client, anybody: Client, planned: Register) -> None:
    address = client.get("/calendar").content.decode().partition('readonly value="')[2].partition('"')[0]
    stranger = Client(HTTP_HOST=client.defaults["HTTP_HOST"])
    assert b"BEGIN:VEVENT" in stranger.get(address.partition("8321")[2]).content
    assert stranger.get("/calendar/feed/made-up.ics").status_code == 404
    assert stranger.get("/calendar").status_code == 302
    secret = address.rpartition("/")[2].removesuffix(".ics")
    assert stranger.get("/api/activities", headers={"Authorization": f"Bearer {secret}"}).status_code == 401


def test_the_network_has_its_data_beside_the_map(client: Client) -> None:
    found = client.get("/network.json?year=2025").json()
    assert {"IDN", "AUS"} <= {row["party"] for row in found["parties"]}
    assert client.get("/network.svg?figure=map&year=2025").content.startswith(b"<svg")
    assert "Nothing ties parties together" in client.get("/network?year=1950").content.decode()


def test_datasets_say_what_can_be_imported(client: Client) -> None:
    shown = client.get("/datasets").content.decode()
    assert "No dataset has been imported" in shown
    assert "atase import mme FILE" in shown


@pytest.mark.parametrize("address", ["/agreements", "/calendar", "/network", "/datasets"])
def test_what_sources_say_never_becomes_markup(client: Client, address: str) -> None:
    assert HOSTILE not in client.get(address).content.decode()


def test_an_empty_calendar_is_one() -> None:
    assert ical([], "").startswith(b"BEGIN:VCALENDAR")
