"""A person's word: it holds against machines, outlives new versions, and can be taken back."""

from collections.abc import Callable

import pytest

from atase.errors import AtaseError
from atase.register import Author
from atase.register.intake import Summary
from atase.register.register import Register
from telling import doc

Add = Callable[..., Summary]

ME = Author("Sari", "read the communiqué")
VISIT = "visit IDN,AUS done 2024-05-17"


def ids(register: Register) -> list[str]:
    return register.frames()["activities"]["activity"].to_list()


def field(register: Register, activity: str, name: str) -> object:
    return getattr(register.activity(activity).decided, name)


def test_confirming_and_rejecting_and_taking_back(register: Register, add: Add) -> None:
    add(doc(VISIT))
    (activity,) = ids(register)
    confirmed = register.confirm(activity, ME)
    assert register.frames()["activities"]["state"].to_list() == ["confirmed"]
    rejected = register.reject(activity, ME)
    assert register.activity(activity).state == "rejected"
    register.undo(rejected, ME)
    assert register.activity(activity).state == "confirmed"
    register.undo(confirmed, ME)
    detail = register.activity(activity)
    assert detail.state == "candidate"
    assert [decision.action for decision in detail.history] == ["confirm", "reject", "undo", "undo"]
    assert detail.history[0].who == "Sari"
    with pytest.raises(AtaseError, match="undone before"):
        register.undo(confirmed, ME)


def test_no_later_report_changes_what_a_person_corrected(register: Register, add: Add) -> None:
    add(doc(VISIT))
    (activity,) = ids(register)
    register.correct(activity, {"date": "2024-05-16", "parties": "Australia:guest, IDN:host", "themes": "cyber"}, ME)
    add(*(doc(VISIT, publisher=f"Paper {number}", id=f"later {number}") for number in range(5)))
    row = register.frames()["activities"].row(0, named=True)
    assert (row["date"], row["themes"], row["reports"]) == ("2024-05-16", ["cyber"], 6)
    assert register.frames()["parties"].select("party", "role").rows() == [("AUS", "guest"), ("IDN", "host")]
    backing = {each.name: each.correction for each in register.activity(activity).fields}
    assert backing["date"] is not None
    assert backing["stage"] is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"dat": "2024"}, "did you mean date"),
        ({"date": "17 May"}, "not a date"),
        ({"stage": "don"}, "did you mean done"),
        ({"instrument": "exercize"}, "did you mean exercise"),
        ({"parties": "AUS"}, "two or more"),
        ({"parties": "AUS,Utopia"}, "Utopia"),
        ({"depth": "astronaut"}, "astronaut"),
        ({"themes": "pirac"}, "did you mean piracy"),
    ],
)
def test_a_wrong_correction_is_refused_in_one_line(
    register: Register, add: Add, fields: dict[str, str], said: str
) -> None:
    add(doc(VISIT))
    with pytest.raises(AtaseError, match=said) as error:
        register.correct(ids(register)[0], fields, ME)
    assert "\n" not in str(error.value)
    assert register.activity(ids(register)[0]).history == ()


def test_a_merge_leads_both_identifiers_to_one(register: Register, add: Add) -> None:
    add(doc(VISIT), doc("visit IDN,AUS done 2024-09-01"))
    one, other = ids(register)
    number = register.merge(one, other, ME)
    (kept,) = ids(register)
    assert register.activity(one).id == register.activity(other).id == kept
    assert register.frames()["activities"]["reports"].to_list() == [2]
    with pytest.raises(AtaseError, match="one activity already"):
        register.merge(one, other, ME)
    register.undo(number, ME)
    assert set(ids(register)) == {one, other}


def test_decisions_on_what_was_merged_come_with_it_and_go_with_it(register: Register, add: Add) -> None:
    add(doc(VISIT), doc("visit IDN,AUS done 2024-09-01"))
    one, other = ids(register)
    register.confirm(other, ME)
    number = register.merge(one, other, ME)
    assert register.frames()["activities"]["state"].to_list() == ["confirmed"]
    register.undo(number, ME)
    assert register.activity(one).state == "candidate"
    assert register.activity(other).state == "confirmed"


@pytest.mark.parametrize("say", [Register.refuse, Register.unsure])
def test_a_refusal_survives_a_new_version_and_new_reports(
    register: Register, add: Add, say: Callable[[Register, str, str, Author], int]
) -> None:
    add(doc(VISIT, id="a"), doc("visit IDN,AUS done 2024-09-01", id="b"))
    one, other = ids(register)
    say(register, one, other, ME)
    add(doc(f"{VISIT}\nexercise IDN,AUS planned", id="a"), doc("visit IDN,AUS done 2024-05-18", id="c"))
    visits = register.frames()["activities"].filter(instrument="visit")
    assert set(visits["activity"]) == {one, other}


def test_a_refusal_parts_what_machines_had_merged(register: Register, add: Add) -> None:
    add(doc(VISIT, id="a"), doc("visit IDN,AUS done 2024-05-18", id="b"))
    (activity,) = ids(register)
    report = register.activity(activity).reports[1].id
    number = register.split(activity, [report], ME)
    assert len(ids(register)) == 2
    add(doc(VISIT, id="c", publisher="Antara"))
    assert len(ids(register)) == 2
    assert sorted(register.frames()["activities"]["reports"]) == [1, 2]
    register.undo(number, ME)
    assert register.frames()["activities"]["reports"].to_list() == [3]


def test_a_split_needs_reports_on_both_sides(register: Register, add: Add) -> None:
    add(doc(VISIT))
    (activity,) = ids(register)
    with pytest.raises(AtaseError, match="each side"):
        register.split(activity, [register.activity(activity).reports[0].id], ME)
    with pytest.raises(AtaseError, match="no report of"):
        register.split(activity, ["s123-9"], ME)


def test_what_a_person_confirmed_stays_when_its_source_drops_it(register: Register, add: Add) -> None:
    add(doc(VISIT, id="a"))
    (activity,) = ids(register)
    register.confirm(activity, ME)
    add(doc("exercise IDN,USA done 2024-01-01", id="a"))
    assert activity in ids(register)
    assert register.activity(activity).standing == "history"
    assert activity in register.frames()["reports"]["activity"]


def test_what_a_person_confirmed_together_is_not_torn_by_machines(register: Register, add: Add) -> None:
    add(doc(VISIT, id="a"), doc("visit IDN,AUS done 2024-05", id="b"))
    (activity,) = ids(register)
    register.confirm(activity, ME)
    add(doc("visit IDN,AUS done 2024-05-25 place=Jakarta", id="c"))
    assert register.activity(activity).decided.reports == 2


def test_near_misses_are_asked_about_until_a_person_answers(register: Register, add: Add) -> None:
    add(doc(VISIT), doc("visit IDN,AUS done 2024"))
    ((one, other, score),) = register.doubts()
    assert {one, other} == set(ids(register))
    assert score == pytest.approx(3.0)
    number = register.unsure(one, other, ME)
    assert register.doubts()[0][2] == float("inf")
    register.undo(number, ME)
    register.refuse(one, other, ME)
    assert register.doubts() == []


def test_unknown_identifiers_are_named(register: Register) -> None:
    for call in (
        lambda: register.activity("axxxxxx"),
        lambda: register.confirm("axxxxxx", ME),
        lambda: register.merge("axxxxxx", "ayyyyyy", ME),
    ):
        with pytest.raises(AtaseError, match="axxxxxx"):
            call()
    with pytest.raises(AtaseError, match="no decision 7"):
        register.undo(7, ME)
