"""About each figure."""

import pytest
from django.test import Client

from atase.measures import about


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_every_measure_has_a_page_with_formula_unit_and_caveat(client: Client) -> None:
    index = shown(client, "/measures")
    for name, one in about().items():
        assert f'href="/measures/{name}"' in index
        told = client.get(f"/measures/{name}.json").json()
        assert (told["formula"], told["unit"], told["caveat"]) == (one.formula(), one.unit(), one.caveat())


@pytest.mark.parametrize(("name", "weighted"), [("intensity", True), ("contacts", False)])
def test_what_is_weighted_leads_to_the_weights(client: Client, name: str, weighted: bool) -> None:
    assert ('href="/measures/weights"' in shown(client, f"/measures/{name}")) is weighted


def test_a_page_tells_whose_method_it_is(client: Client) -> None:
    assert "Freeman (1977)" in shown(client, "/measures/network")
    assert "A rule of this project." in shown(client, "/measures/agreements")


@pytest.mark.parametrize(
    ("name", "command"),
    [("intensity", "intensity"), ("contacts", "contacts IDN AUS"), ("partners", "partners IDN")],
)
def test_a_command_computes_it(client: Client, name: str, command: str) -> None:
    assert client.get(f"/measures/{name}.json").json()["command"] == f"atase measure {command}"


def test_the_weights_are_shown_with_every_factor(client: Client) -> None:
    told = client.get("/measures/weights.json").json()
    assert {one["code"]: one["factor"] for one in told["factors"]["stage"]}["planned"] == 0.25
    assert "Half-life" in shown(client, "/measures/weights")


def test_it_speaks_indonesian(client: Client) -> None:
    client.post("/preferences", {"lang": "id"})
    assert "Intensitas kerja sama" in shown(client, "/measures/intensity")


def test_an_unknown_measure_is_not_found(client: Client) -> None:
    assert client.get("/measures/mood").status_code == 404
