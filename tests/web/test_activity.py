"""One activity: what is shown of it, and what can be decided."""

import pytest
from django.test import Client

from atase.register import Author, Filter
from atase.register.register import Register
from web_register import HOSTILE, activity


def seen(client: Client, identifier: str) -> str:
    response = client.get(f"/activities/{identifier}")
    assert response.status_code == 200
    return response.content.decode()


def send(client: Client, identifier: str, **fields: str | list[str]) -> str:
    """Send a form as the page has it; gives the page that follows."""
    version = client.get(f"/activities/{identifier}.json").json()["version"]
    return client.post(f"/activities/{identifier}", {"version": version, **fields}, follow=True).content.decode()


def test_each_value_leads_to_the_sentence_that_says_so(client: Client, register: Register) -> None:
    shown = seen(client, activity(register, "visit"))
    assert "<mark>The Minister of Defence received his Australian colleague in Jakarta.</mark>" in shown
    assert "This text is made up." in shown
    assert "Menteri Pertahanan menerima koleganya" in shown
    assert "read the communiqué" in shown


def test_confirming_bears_name_and_reason(client: Client, register: Register) -> None:
    identifier = activity(register, "agreement")
    assert "badge confirmed" in send(client, identifier, action="confirm", why="seen the text")
    assert "seen the text" in seen(client, identifier)
    assert register.activity(identifier).state == "confirmed"


def test_a_correction_sets_what_was_changed_alone(client: Client, register: Register) -> None:
    identifier = activity(register, "agreement")
    fields = {
        field["name"]: field["written"] for field in client.get(f"/activities/{identifier}.json").json()["fields"]
    }
    send(client, identifier, action="correct", **fields | {"date": "2024-08-28", "parties": "Australia, IDN:host"})
    detail = register.activity(identifier)
    assert detail.history[-1].fields.keys() == {"date", "parties"}
    assert detail.decided.date == "2024-08-28"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"action": "correct", "date": "next week"}, "not a date"),
        ({"action": "correct"}, "nothing was changed"),
        ({"action": "merge", "other": "nonesuch"}, "no activity nonesuch"),
        ({"action": "merge"}, "name the other activity"),
        ({"action": "undo", "decision": "99999"}, "no decision 99999"),
        ({"action": "abolish"}, "no such decision"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_lost(
    client: Client, register: Register, fields: dict[str, str], line: str
) -> None:
    identifier = activity(register, "agreement")
    shown = send(client, identifier, why="a long reason", **fields)
    assert line in shown
    assert 'value="a long reason"' in shown
    assert not register.activity(identifier).history


def test_two_are_merged_and_parted_again(client: Client, register: Register) -> None:
    one, other = activity(register, "exercise"), activity(register, "dialogue")
    send(client, one, action="merge", other=other)
    assert register.activity(other).id == register.activity(one).id
    whole = register.activity(one)
    gone = other if whole.id == one else one
    assert "was merged into this activity" in client.get(f"/activities/{gone}", follow=True).content.decode()
    send(client, whole.id, action="undo", decision=str(whole.history[-1].pk))
    assert register.activity(other).id != register.activity(one).id


def test_reports_are_split_off(client: Client, register: Register) -> None:
    identifier = activity(register, "visit")
    reports = [told.id for told in register.activity(identifier).reports]
    send(client, identifier, action="split", report=reports[:1])
    assert register.count(Filter(instruments=["visit"])) == 2
    assert len(register.activity(identifier).reports) == 1


def test_who_decides_second_sees_what_changed_first(client: Client, register: Register) -> None:
    identifier = activity(register, "agreement")
    version = client.get(f"/activities/{identifier}.json").json()["version"]
    register.reject(identifier, Author("Budi", "a hoax"))
    response = client.post(f"/activities/{identifier}", {"version": version, "action": "confirm", "why": "my reason"})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Budi decided meanwhile" in shown
    assert "a hoax" in shown
    assert 'value="my reason"' in shown
    assert register.activity(identifier).state == "rejected"


def test_hostile_texts_stay_texts(client: Client, register: Register) -> None:
    identifier = activity(register, "dialogue")
    register.confirm(identifier, Author(HOSTILE, HOSTILE))
    assert HOSTILE not in seen(client, identifier)


def test_an_unknown_one_is_not_found(client: Client) -> None:
    response = client.get("/activities/nonesuch")
    assert response.status_code == 404
    assert "no activity nonesuch" in response.content.decode()
