"""What the reader says about why it reads what it reads."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atase.reader import Considered, Explanation, explain, read
from atase.report import TITLE, Document

WRITTEN = "2024-05-15"
TEXTS = [
    "Menteri Pertahanan RI menerima kunjungan kehormatan Menteri Pertahanan Jepang di Jakarta, Senin (13/5/2024). "
    "Keduanya membahas latihan bersama.",
    "India and France held their annual exercise in Goa on 8 May 2024. The exercise of India and France was the tenth.",
    "Germany and Norway did not hold an exercise.",
]


def considered(made: Explanation) -> list[Considered]:
    return [one for told in made.sentences for one in told.considered]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_explained_is_what_is_read(text: str) -> None:
    document = Document(text, title="Latihan bersama Indonesia-Jepang", date=WRITTEN)
    assert sorted(explain(document).reports, key=str) == sorted(read(document), key=str)


def test_spans_stand_where_they_say_and_tell_whom_and_when() -> None:
    (first, _second) = explain(Document(TEXTS[0], date=WRITTEN)).sentences
    assert all(first.text[span.start : span.end] == span.text for span in first.spans)
    found = {(span.kind, span.text): (span.tells, span.note) for span in first.spans}
    assert found["name", "Menteri Pertahanan RI"] == (("IDN",), "office, minister")
    assert found["name", "Jakarta"] == (("IDN",), "capital, placed")
    assert "receive" in found["cue", "menerima kunjungan"][0]
    assert found["date", "Senin (13/5/2024)"] == (("2024-05-13",), "on")


def test_the_weights_of_a_judgement_add_up_to_its_probability() -> None:
    for one in considered(explain(Document(TEXTS[0], date=WRITTEN))):
        for judgement in (*one.parties.values(), one.claim, one.event):
            assert judgement is not None
            total = sum(weight for _name, weight in judgement.weights)
            assert judgement.probability == pytest.approx(1 / (1 + exp(-total)))


def test_a_second_telling_of_an_event_is_folded_into_the_surest() -> None:
    found = considered(explain(Document(TEXTS[1], date=WRITTEN)))
    exercises = {one.verdict: one for one in found if one.instrument == "exercise"}
    assert exercises.keys() == {"kept", "folded"}
    assert exercises["kept"].chosen == ("FRA", "IND")
    assert exercises["folded"].surest == exercises["kept"].surest


def test_what_is_dropped_says_why() -> None:
    assert {one.verdict for one in considered(explain(Document(TEXTS[2], date=WRITTEN)))} == {"denied"}
    alone = "Nothing is new in France. The exercise was short."
    assert {one.verdict for one in considered(explain(Document(alone, date=WRITTEN)))} <= {"alone", "unlikely"}
    sure = explain(Document(TEXTS[1], date=WRITTEN), min_confidence=1)
    assert {one.verdict for one in considered(sure)} == {"unlikely"}
    assert not sure.reports


def test_a_text_without_any_phrase_says_that_it_was_left() -> None:
    made = explain(Document("Nasi goreng enak sekali.", title="Menhan RI terima Menhan Jepang"))
    assert made.left
    assert [(told.index, told.start) for told in made.sentences] == [(0, TITLE)]
    assert not explain(Document(TEXTS[0])).left


def test_offsets_lead_back_to_the_text_as_it_was_given() -> None:
    text = "“Nothing”\u00ad here.\n\nIndia and\u200b France held an exercise in\nGoa."
    made = explain(Document(text, date=WRITTEN))
    assert text[made.sentences[-1].start : made.sentences[-1].end] == "India and\u200b France held an exercise in\nGoa."


PIECES = ["Indonesia ", "Japan ", "held an exercise ", "not ", ". ", "\n", "<b>", "\u202e"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_explained_as_it_is_read(text: str) -> None:
    document = Document(text, date=WRITTEN)
    made = explain(document)
    assert sorted(made.reports, key=str) == sorted(read(document), key=str)
    assert sum(one.verdict == "kept" for one in considered(made)) == len(made.reports)
