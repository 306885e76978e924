"""The queue of review."""

from django.test import Client

from atase.register import Author
from atase.register.register import Register
from web_register import HOSTILE, activity


def test_candidates_wait_with_their_sentences_and_leave_when_decided(client: Client, register: Register) -> None:
    queue = client.get("/review.json").json()
    assert queue["waiting"] == len(queue["queue"])
    assert all(one["state"] == "candidate" for one in queue["queue"])
    first = queue["queue"][0]
    assert any(piece["marked"] for piece in first["reports"][0]["passage"])
    sent = client.post("/review", {"activity": first["id"], "seen": first["seen"], "action": "confirm"})
    assert sent.status_code == 302
    after = client.get("/review.json").json()
    assert first["id"] not in {one["id"] for one in after["queue"]}
    assert after["today"]["activities"] == queue["today"]["activities"] + 1
    assert register.activity(first["id"]).state == "confirmed"


def test_filters_of_the_list_narrow_the_queue(client: Client) -> None:
    found = client.get("/review.json?instrument=protest").json()
    assert [one["id"] for one in found["queue"]] == [found["queue"][0]["id"]]
    assert found["waiting"] == 1


def test_what_changed_since_is_not_decided(client: Client, register: Register) -> None:
    one = activity(register, "protest")
    seen = register.activity(one).version
    register.confirm(one, Author("Budi"))
    response = client.post("/review", {"activity": one, "seen": seen, "action": "reject"})
    assert response.status_code == 400
    assert "Budi" in response.content.decode()
    assert register.activity(one).state == "confirmed"


def test_an_empty_queue_tells_what_to_do(client: Client) -> None:
    assert "what the machine reads comes here" in client.get("/review?instrument=basing").content.decode()


def test_what_sources_say_never_becomes_markup(client: Client) -> None:
    assert HOSTILE not in client.get("/review").content.decode()
