"""Where one comes in."""

from pathlib import Path

from django.test import Client, override_settings

from web_register import HOSTILE


def test_it_shows_what_is_new_what_lies_ahead_and_what_is_covered(client: Client) -> None:
    shown = client.get("/").content.decode()
    for part in ("The world of Indonesia", "Latest", "Open promises of Indonesia", "What the register covers"):
        assert part in shown
    assert HOSTILE not in shown.replace("\\u003c", "<&")


def test_the_world_of_another_party(client: Client) -> None:
    told = client.get("/overview.json?of=JPN").json()
    assert told["of"] == "JPN"
    assert client.get("/overview.svg?of=JPN&figure=world").content.startswith(b"<svg")
    assert client.get("/?of=Atlantis").status_code == 404


def test_documents_are_counted_by_year_and_years_without_are_not_hidden(client: Client) -> None:
    years = {row["year"]: row["n"] for row in client.get("/overview.json").json()["sources"]}
    assert years[2013] == 1
    assert years[2016] == 0


def test_an_empty_register_says_what_to_do(client: Client, tmp_path: Path) -> None:
    with override_settings(REGISTER=str(tmp_path / "empty.db")):
        assert "atase add FOLDER" in client.get("/").content.decode()
