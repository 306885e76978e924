"""Documents in two languages are read paragraph by paragraph, as one document."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase.reader import explain, read
from atase.report import Document, Report

WRITTEN = "2024-05-15"
INDONESIAN = "Indonesia dan Vietnam menggelar latihan bersama di Laut Natuna pada 6 Mei 2024."
ENGLISH = "Indonesia and Vietnam held a joint military exercise in the Natuna Sea on 6 May 2024."
VISIT = "The Defence Minister of Japan visited Jakarta on 13 May 2024 and met the Defence Minister of Indonesia there."
KUNJUNGAN = (
    "Menteri Pertahanan Jepang mengunjungi Jakarta pada 13 Mei 2024 dan diterima oleh Menteri Pertahanan Indonesia."
)
EKSESAIS = "Tentera Laut Diraja Malaysia dan Tentera Laut Singapura mengadakan eksesais bersama pada 6 Mei 2024."


def reports(text: str, lang: str | None = None) -> list[Report]:
    return read(Document(text, date=WRITTEN, lang=lang))


def told(text: str, lang: str | None = None) -> list[tuple[str, tuple[str, ...], str, str | None]]:
    return [(report.instrument, report.codes, report.stage, report.date) for report in reports(text, lang)]


@pytest.mark.parametrize("lang", [None, "id", "en"])
@pytest.mark.parametrize(("first", "second"), [(INDONESIAN, VISIT), (VISIT, INDONESIAN), (ENGLISH, KUNJUNGAN)])
def test_each_paragraph_is_read_in_its_own_language(first: str, second: str, lang: str | None) -> None:
    assert sorted(told(f"{first}\n\n{second}", lang)) == sorted(told(first) + told(second)) != []


def test_what_is_told_twice_is_one_report_with_both_sentences_as_evidence() -> None:
    text = f"Siaran pers\n\n{INDONESIAN}\n\nPress release\n\n{ENGLISH}"
    (report,) = reports(text)
    assert [piece.quote for piece in report.evidence] == [INDONESIAN, ENGLISH]
    assert all(text[piece.start : piece.end] == piece.quote for piece in report.evidence)


def test_three_languages_may_stand_in_one_document() -> None:
    text = f"{EKSESAIS}\n{VISIT}\n{INDONESIAN}"
    assert {(instrument, codes) for instrument, codes, _, _ in told(text)} == {
        ("exercise", ("MYS", "SGP")),
        ("visit", ("IDN", "JPN")),
        ("exercise", ("IDN", "VNM")),
    }


def test_a_quotation_within_a_paragraph_changes_nothing() -> None:
    quoted = f'{INDONESIAN} "This was the first joint exercise of the two navies in the Natuna Sea," katanya.'
    assert {sentence.text for sentence in explain(Document(quoted, date=WRITTEN)).sentences} == {
        INDONESIAN,
        quoted.removeprefix(INDONESIAN).strip(),
    }
    assert told(quoted, "id")[:1] == told(INDONESIAN)


def test_sentences_stay_in_the_order_of_the_text() -> None:
    made = explain(Document(f"{INDONESIAN}\n{VISIT}\n{INDONESIAN}", title="Latihan bersama", date=WRITTEN))
    assert [sentence.index for sentence in made.sentences] == [0, 1, 2, 3]
    assert [sentence.text for sentence in made.sentences[1:]] == [INDONESIAN, VISIT, INDONESIAN]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([INDONESIAN, VISIT, EKSESAIS, "Jakarta", "", "\u00ad", "“Yes”"]), max_size=8))
def test_evidence_points_into_the_text_as_it_was_given(lines: list[str]) -> None:
    text = "\n".join(lines)
    for report in reports(text):
        for piece in report.evidence:
            assert piece.quote == text[piece.start : piece.end]
            assert piece.quote in (INDONESIAN, VISIT, EKSESAIS)


def test_a_long_mixed_text_takes_no_longer_than_its_length() -> None:
    text = f"{INDONESIAN}\n{VISIT}\n" * 1_000
    begun = time.process_time()
    assert reports(text)
    assert time.process_time() - begun < 10
