"""The codebook's pages: definitions, and what the register holds of each."""

import csv

from django.test import Client

from atase.codebook import instruments, themes
from atase.register import open_register
from web_register import HOSTILE


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_every_entry_is_defined_and_leads_to_its_page(client: Client) -> None:
    page = shown(client, "/codebook")
    for one in (*instruments().values(), *themes().values()):
        assert f'href="/codebook/{one.code}"' in page
    assert "Demonstrations, strikes and riots by civilians" in page  # why PLOVER's PROTEST has no counterpart


def test_candidates_and_confirmed_are_counted_apart(client: Client) -> None:
    told = client.get("/codebook.json").json()
    assert told["counts"]["visit"] == {"confirmed": 1, "candidate": 0}
    assert told["counts"]["exercise"] == {"confirmed": 0, "candidate": 2}
    assert told["counts"]["joint_production"] == {"confirmed": 0, "candidate": 0}  # rejected


def test_an_instrument_has_examples_with_their_sentence(client: Client) -> None:
    page = shown(client, "/codebook/visit")
    assert "received his Australian colleague" in page
    assert 'class="badge confirmed"' in page
    assert "Minister of defence" in page or "minister" in page
    example = client.get("/codebook/visit.json").json()["examples"][0]
    assert f'href="/activities/{example["activity"]}"' in page


def test_sentences_of_sources_never_become_markup(client: Client) -> None:
    page = shown(client, "/codebook/dialogue")
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page


def test_the_table_has_every_entry(client: Client) -> None:
    rows = list(csv.DictReader(client.get("/codebook.csv").content.decode().splitlines()))
    assert {row["kind"] for row in rows} == {"instrument", "group", "stage", "theme"}
    assert next(row for row in rows if row["code"] == "protest")["candidate"] == "1"


def test_what_is_not_in_the_codebook_is_not_found(client: Client) -> None:
    assert client.get("/codebook/picnic").status_code == 404


def test_an_empty_register_says_what_to_do(client: Client, location: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from django.test import override_settings

    empty = str(tmp_path / "empty.db")
    open_register(empty)
    with override_settings(REGISTER=empty):
        assert "examples appear beside them" in shown(client, "/codebook")
        assert "The register knows of none." in shown(client, "/codebook/clash")
