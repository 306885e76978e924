"""A country, and the relation of two: the brief, alive."""

import re
from html import unescape

import pytest
from django.test import Client

from web_register import HOSTILE


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_relation_says_what_its_brief_says(client: Client) -> None:
    shown = page(client, "/relations/IDN/AUS")
    for part in ("Indonesia – Australia", "At a glance", "Agreements", "Friction", "Year by year", "not covered"):
        assert part in shown


@pytest.mark.parametrize("address", ["/relations/IDN/AUS", "/countries/IDN"])
def test_each_number_opens_as_many_activities(client: Client, address: str) -> None:
    shown = page(client, address)
    links = re.findall(r'<td class="number"><a href="(/activities\?[^"]*)">(\d+)</a>', shown)
    assert links
    for link, number in links:
        query = unescape(link).partition("?")[2]
        count = client.get(f"/activities.json?{query}").json()["count"]
        assert count >= int(number) if "since=" in query else count == int(number), link


def test_evidence_leads_to_its_activity(client: Client) -> None:
    links = re.findall(r'<sup class="cited"><a href="([^"]*)" title="([^"]*)"', page(client, "/relations/IDN/AUS"))
    link, quote = links[0]
    assert unescape(quote) in unescape(page(client, link))


@pytest.mark.parametrize("format", ["pdf", "docx", "html", "md"])
def test_the_brief_can_be_taken_along(client: Client, format: str) -> None:
    for address in ("/relations/IDN/AUS", "/countries/IDN"):
        response = client.get(f"{address}/brief.{format}")
        assert response.status_code == 200
        assert re.search(rf'filename="[A-Z-]+-\d{{4}}-\d\d-\d\d-en\.{format}"', response["Content-Disposition"])


def test_data_and_pictures_have_addresses(client: Client) -> None:
    told = client.get("/relations/IDN/AUS.json").json()
    assert {row["group"] for row in told["history"]} >= {"confidence", "friction"}
    assert told["intensity"][0].keys() >= {"year", "intensity", "lower", "upper"}
    assert client.get("/relations/IDN/AUS.csv").content.count(b"\n") > 3
    assert client.get("/relations/IDN/AUS.svg?figure=intensity").content.startswith(b"<svg")
    assert client.get("/relations/IDN/AUS.svg?figure=none").status_code == 404


def test_names_lead_there_and_nobody_has_a_relation_with_itself(client: Client) -> None:
    assert "Indonesia – Australia" in page(client, "/relations/indonesia/australia")
    assert client.get("/relations/IDN/IDN").status_code == 404
    assert client.get("/countries/Atlantis").status_code == 404


def test_what_is_not_covered_says_so(client: Client) -> None:
    assert "Not covered" in page(client, "/relations/BRA/PER")


def test_hostile_texts_stay_texts(client: Client) -> None:
    assert HOSTILE not in page(client, "/relations/IDN/JPN").replace("\\u003c", "<&")
