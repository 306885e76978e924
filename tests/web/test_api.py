"""The interface for programs."""

import json
from typing import Any

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, given, settings

from atase.register import Author
from atase.register.register import Register
from atase.web.api.auth import token
from atase.web.wsgi import application
from web_register import activity


class Caller:
    """A program with a token and no session."""

    def __init__(self, client: Client, written: str) -> None:
        self._client, self._headers = client, {"authorization": f"Bearer {written}"}

    def get(self, path: str) -> Any:
        return self._client.get(f"/api/{path}", headers=self._headers)

    def post(self, path: str, body: Any) -> Any:
        return self._client.post(f"/api/{path}", json.dumps(body), "application/json", headers=self._headers)


@pytest.fixture
def caller(anybody: Client) -> Caller:
    return Caller(anybody, token("Rina"))


def test_nobody_gets_in_without_token_or_session(anybody: Client) -> None:
    for written in ("", "made-up"):
        response = Caller(anybody, written).get("activities")
        assert response.status_code == 401
        assert "Bearer" in response.json()["error"]


def test_a_session_reads_and_needs_the_forms_mark_to_write(client: Client, register: Register) -> None:
    assert client.get("/api/activities").status_code == 200
    strict = Client(enforce_csrf_checks=True, HTTP_HOST=client.defaults["HTTP_HOST"])
    strict.cookies = client.cookies
    path = f"/api/activities/{activity(register, 'exercise')}/decisions"
    assert strict.post(path, '{"action": "confirm"}', "application/json").status_code == 403


def test_lists_are_filtered_and_paged_by_cursors(caller: Caller) -> None:
    first = caller.get("activities?with=Australia&limit=2").json()
    assert first["total"] > 2
    second = caller.get(f"activities?with=Australia&limit=2&after={first['next']}").json()
    assert {row["activity"] for row in first["rows"]}.isdisjoint(row["activity"] for row in second["rows"])
    assert all("AUS" in row["parties"] for row in first["rows"] + second["rows"])


def test_mistakes_are_told_in_a_line(caller: Caller) -> None:
    for path, status, word in (
        ("activities?with=Atlantis", 400, "Atlantis"),
        ("activities?after=made-up", 400, "first page"),
        ("activities?limit=0", 422, "limit"),
        ("activities/A0000000", 404, "A0000000"),
        ("actors", 422, "name"),
    ):
        response = caller.get(path)
        assert (response.status_code, word in response.json()["error"]) == (status, True), response.json()


def test_a_decision_bears_the_name_of_the_token(caller: Caller, register: Register) -> None:
    one = activity(register, "exercise")
    made = caller.post(f"activities/{one}/decisions", {"action": "confirm", "why": "seen"})
    assert made.status_code == 201
    told = caller.get(f"activities/{one}").json()
    assert told["state"] == "confirmed"
    assert (told["history"][-1]["who"], told["history"][-1]["why"]) == ("Rina", "seen")
    undone = caller.post(f"activities/{one}/decisions", {"action": "undo", "decision": made.json()["decision"]})
    assert undone.status_code == 201
    assert caller.get(f"activities/{one}").json()["state"] == "candidate"


def test_a_decision_on_what_changed_is_refused_and_tells_by_whom(caller: Caller, register: Register) -> None:
    one = activity(register, "exercise")
    seen = next(row["changed"] for row in caller.get("activities").json()["rows"] if row["activity"] == one)
    register.confirm(one, Author("Budi"))
    response = caller.post(f"activities/{one}/decisions", {"action": "reject", "seen": seen})
    assert response.status_code == 409
    assert "Budi" in response.json()["error"]
    assert caller.get(f"activities/{one}").json()["state"] == "confirmed"


def test_a_document_is_read_once(caller: Caller) -> None:
    text = "Jakarta, 17 May 2024. Indonesia and Japan signed an agreement on defence equipment in Jakarta on Friday."
    body = [{"text": text, "date": "2024-05-17", "lang": "en", "url": "https://news.example/api"}]
    first = caller.post("documents", body).json()
    assert (first["new"], first["failed"]) == (1, [])
    assert caller.post("documents", body).json()["unchanged"] == 1


def test_what_codes_mean(caller: Caller) -> None:
    assert {"code": "exercise", "label": {"en": "Exercise", "id": "Latihan"}}["code"] in {
        one["code"] for one in caller.get("codebook").json()["instruments"]
    }
    assert [one["code"] for one in caller.get("actors?name=Negeri%20Kanguru").json()] == ["AUS"]


def test_no_request_makes_the_server_fail(anybody: Client) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application, headers={"Host": "localhost"})
    headers = {"Host": "localhost", "Authorization": f"Bearer {token('Rina')}"}
    for operation in schema.get_all_operations():

        @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.ok().as_strategy())
        def calling(case: schemathesis.Case) -> None:
            response = case.call(headers=headers)
            assert response.status_code < 500, f"{case.method} {case.formatted_path}: {response.text}"

        calling()


def test_a_token_made_on_the_page_opens_the_interface(client: Client) -> None:
    assert "readonly" not in client.get("/tokens").content.decode()
    shown = client.post("/tokens").content.decode()
    written = shown.rpartition('readonly size="60" value="')[2].partition('"')[0]
    stranger = Client(HTTP_HOST=client.defaults["HTTP_HOST"])
    assert Caller(stranger, written).get("revision").status_code == 200
