"""The list of activities, and its faces."""

import json
from io import BytesIO
from zipfile import ZipFile

import polars as pl
import pytest
from django.test import Client

from atase.web.pages import activities
from web_register import HOSTILE


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/activities?{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_states_are_told_apart_in_words_and_signs(client: Client) -> None:
    shown = page(client)
    for state, sign in (("confirmed", "●"), ("candidate", "○"), ("rejected", "✗")):
        assert f'class="badge {state}"><i aria-hidden="true">{sign}</i> {state}' in shown


def test_an_address_holds_what_is_asked(client: Client) -> None:
    found = client.get("/activities.json?with=Australia&with=jpn&instrument=exercise").json()
    assert found["count"] == 1
    assert found["activities"][0]["parties"] == ["AUS", "IDN", "JPN", "SGP", "USA"]


def test_each_condition_can_be_removed(client: Client) -> None:
    shown = page(client, "with=AUS&stage=planned&page=2")
    assert 'href="/activities?stage=planned"' in shown
    assert 'href="/activities?with=AUS"' in shown


def test_a_mistake_is_told_beside_the_form(client: Client) -> None:
    shown = page(client, "with=Atlantis")
    assert "Atlantis" in shown
    assert "message error" in shown
    assert "1 activity" not in shown


def test_no_finds_say_that_absence_proves_nothing(client: Client) -> None:
    assert "does not mean that nothing happened" in page(client, "instrument=clash")


def test_what_sources_say_never_becomes_markup(client: Client) -> None:
    shown = page(client, "text=navies")
    assert HOSTILE not in shown
    assert "&lt;script&gt;" in shown


def test_files_hold_what_the_page_was_asked_for(client: Client) -> None:
    query = "?stage=done&with=AUS"
    rows = client.get(f"/activities.json{query}").json()["count"]
    csv = client.get(f"/activities.csv{query}")
    assert csv["Content-Disposition"] == 'attachment; filename="atase-activities.csv"'
    assert pl.read_csv(csv.content).height == rows
    assert pl.read_parquet(client.get(f"/activities.parquet{query}").content).height == rows
    with ZipFile(BytesIO(client.get(f"/activities.xlsx{query}").content)) as book:
        assert book.read("xl/worksheets/sheet1.xml").count(b"<row ") == rows + 1


def test_json_says_what_the_page_says(client: Client) -> None:
    found = json.loads(client.get("/activities.json").content)
    assert [row["instrument"] for row in found["activities"]][:2] == ["exercise", "exercise"]
    assert found["activities"][0]["day"] == "2025-07-01"


def test_pages_lead_on_and_back_and_none_is_lost(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activities, "SHOWN", 3)
    whole = [row["activity"] for row in client.get("/activities.json?sort=confidence").json()["activities"]]
    seen, address = list[str](), "/activities.json?sort=confidence"
    while True:
        found = client.get(address).json()
        seen += [row["activity"] for row in found["activities"]]
        if not found["next"]:
            break
        address = f"/activities.json?sort=confidence&after={found['next']}"
    assert len(seen) == len(set(seen)) == found["count"]
    assert whole == seen[:3]
    assert "Previous page" in page(client, address.partition("?")[2])


@pytest.mark.parametrize(
    ("query", "line"),
    [("confidence=2", "from 0 to 1"), ("sort=beauty", "no sort"), ("after=!", "place"), ("since=x", "date")],
)
def test_wrong_values_are_told_in_a_line(client: Client, query: str, line: str) -> None:
    assert line in page(client, query)


def test_rank_and_confidence_filter(client: Client) -> None:
    assert client.get("/activities.json?depth=minister").json()["count"] == 1
    assert client.get("/activities.json?confidence=0.85").json()["count"] == 2
