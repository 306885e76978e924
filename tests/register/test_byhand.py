"""A person as coder: reports added by hand, with their history."""

from collections.abc import Callable

import pytest

from atase.errors import AtaseError
from atase.register import Author
from atase.register.intake import Summary
from atase.register.register import Register
from atase.report import Document
from telling import doc

Add = Callable[..., Summary]

SARI = Author("Sari", "the reader missed it")
FIELDS = {"instrument": "visit", "stage": "done", "parties": "IDN,Australia", "date": "2024-05-17"}
CITED = Document("The minister came to Jakarta.", title="A visit", date="2024-05-18", publisher="Antara")


def test_a_report_from_a_cited_source_makes_a_confirmed_activity_and_can_be_undone(register: Register) -> None:
    activity = register.report_by_hand(CITED, "came to Jakarta", FIELDS, SARI)
    detail = register.activity(activity)
    assert (detail.state, detail.decided.date, detail.reports[0].report.coder) == ("confirmed", "2024-05-17", "person")
    evidence = detail.reports[0].report.evidence[0]
    assert CITED.text[evidence.start : evidence.end] == "came to Jakarta"
    assert [(each.action, each.who) for each in detail.history] == [("report", "Sari")]
    register.undo(detail.history[0].pk, SARI)
    assert register.activity(activity).standing == "nothing"
    assert register.page().total == 0


def test_a_report_joins_the_activity_that_is_named(register: Register, add: Add) -> None:
    add(doc("visit IDN,AUS done 2024-03-01"))
    (row,) = register.page().rows
    assert register.report_by_hand(CITED, "came to Jakarta", FIELDS, SARI, row.activity) == row.activity
    assert register.activity(row.activity).decided.reports == 2
    source = register.activity(row.activity).reports[0].id.rpartition("-")[0]
    register.report_by_hand(source, "visit IDN,AUS", {**FIELDS, "instrument": "dialogue", "date": "2020"}, SARI)
    assert register.page().total == 2


@pytest.mark.parametrize("wrong", [{"stage": ""}, {"stage": "don"}, {"parties": "AUS"}, {"date": "May"}])
def test_a_wrong_report_is_refused_and_leaves_nothing(register: Register, wrong: dict[str, str]) -> None:
    with pytest.raises(AtaseError):
        register.report_by_hand(CITED, "came to Jakarta", {**FIELDS, **wrong}, SARI)
    with pytest.raises(AtaseError, match="no source sxxxxxx"):
        register.report_by_hand("sxxxxxx", "came to Jakarta", FIELDS, SARI)
    assert register.frames()["sources"].height == 0
