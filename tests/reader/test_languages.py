import pytest
from hypothesis import given
from hypothesis import strategies as st

from atase.reader.languages import common_words, detect, identify, languages, paragraph_languages

INDONESIAN = "Menteri Pertahanan RI menerima kunjungan kehormatan Menteri Pertahanan Jepang di Jakarta."
ENGLISH = "The defence ministers of Indonesia and Japan met in Jakarta to discuss maritime security."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (INDONESIAN, "id"),
        (ENGLISH, "en"),
        (INDONESIAN.upper(), "id"),
        (ENGLISH.upper(), "en"),
        ("RI-Australia Gelar Latihan Bersama", "id"),
        ("Indonesia, Australia hold joint exercise", "en"),
        ("Panglima TNI kunjungi Singapura", "id"),
        ("", "en"),
        ("123 456", "en"),
    ],
)
def test_language_of_a_text(text: str, lang: str) -> None:
    assert detect(text) == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (INDONESIAN, "id"),
        (ENGLISH, "en"),
        ("Le ministre des Armées a rencontré son homologue indonésien, on le sait, à Jakarta.", None),
        ("De minister van Defensie is in Jakarta geweest en heeft er een overeenkomst getekend.", None),
        ("123 456", None),
        ("", None),
    ],
)
def test_a_text_in_another_language_is_not_taken_for_one_that_can_be_read(text: str, lang: str | None) -> None:
    assert identify(text) == lang


def test_each_paragraph_has_its_language() -> None:
    text = f"{INDONESIAN}\n\n{ENGLISH}\nJakarta\n"
    found = [(text[start:end], lang) for start, end, lang in paragraph_languages(text)]
    assert [lang for _, lang in found][:2] == ["id", "en"]
    assert [part for part, _ in found] == [INDONESIAN, ENGLISH, "Jakarta"]


def test_a_short_quotation_does_not_change_the_language_of_its_paragraph() -> None:
    text = f'{INDONESIAN}\n"Super Garuda Shield" digelar.'
    assert {lang for _, _, lang in paragraph_languages(text)} == {"id"}


def test_both_languages_are_known_with_few_words_in_common() -> None:
    assert {"en", "id"} <= set(languages())
    assert len(common_words("id") & common_words("en")) < 10


@given(st.text(max_size=200))
def test_any_text_has_a_known_language(text: str) -> None:
    assert detect(text) in languages()
    assert all(lang in languages() for _, _, lang in paragraph_languages(text))
