import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atase.reader.languages import FOLDER, by_language, common_words, detect, identify, languages, paragraph_languages
from atase.reader.text import canonical

INDONESIAN = "Menteri Pertahanan RI menerima kunjungan kehormatan Menteri Pertahanan Jepang di Jakarta."
MALAY = (
    "Kementerian Pertahanan menyatakan kerajaan Malaysia dan Jepun bersetuju mengadakan eksesais bersama kerana lanun."
)
ENGLISH = "The defence ministers of Indonesia and Japan met in Jakarta to discuss maritime security."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (INDONESIAN, "id"),
        (ENGLISH, "en"),
        (INDONESIAN.upper(), "id"),
        (ENGLISH.upper(), "en"),
        (MALAY, "ms"),
        (MALAY.upper(), "ms"),
        ("Tentera Laut Diraja Malaysia dan TLDM Singapura adakan eksesais", "ms"),
        ("Menteri Pertahanan bertemu", "id"),
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
        (MALAY, "ms"),
        ("Le ministre des Armées a rencontré son homologue indonésien, on le sait, à Jakarta.", None),
        ("De minister van Defensie is in Jakarta geweest en heeft er een overeenkomst getekend.", None),
        ("123 456", None),
        ("", None),
    ],
)
def test_a_text_in_another_language_is_not_taken_for_one_that_can_be_read(text: str, lang: str | None) -> None:
    assert identify(text) == lang


def paragraphs(text: str, lang: str) -> list[tuple[int, int, str]]:
    return paragraph_languages(text, {*canonical(text).split()}, lang)


def test_each_paragraph_has_its_language() -> None:
    text = f"{INDONESIAN}\n\n{ENGLISH}\nJakarta\n"
    found = [(text[start:end], lang) for start, end, lang in paragraphs(text, "en")]
    assert [lang for _, lang in found] == ["id", "en", "en"]
    assert [part for part, _ in found] == [INDONESIAN, ENGLISH, "Jakarta"]


def test_what_may_be_either_of_two_related_languages_is_in_the_one_that_the_text_has_more_of() -> None:
    text = f"{ENGLISH}\n{MALAY}\n{INDONESIAN.replace('RI', 'Malaysia').replace('Jepang', 'Thailand')}"
    assert [lang for _, _, lang in paragraphs(text, "en")] == ["en", "ms", "ms"]


def test_a_short_quotation_does_not_change_the_language_of_its_paragraph() -> None:
    text = f'{INDONESIAN}\n"Super Garuda Shield" digelar.'
    assert {lang for _, _, lang in paragraphs(text, "id")} == {"id"}


def test_a_language_has_what_every_other_has() -> None:
    """The same files, and in each file of phrases the same concepts."""
    assert languages() == ("en", "id", "ms")
    own = [{path.name: set(_keys(path)) for path in (FOLDER / lang).iterdir()} for lang in languages()]
    assert own[1:] == own[:1] * (len(own) - 1)


def _keys(path: Path) -> list[str]:
    return [] if path.suffix != ".toml" else [*tomllib.loads(path.read_text(encoding="utf-8"))]


def test_unrelated_languages_have_few_words_in_common() -> None:
    assert len(common_words("id") & common_words("en")) < 10


@given(st.text(max_size=200))
def test_any_text_has_a_known_language(text: str) -> None:
    assert detect(text) in languages()
    assert all(lang in languages() for _, _, lang in paragraphs(text, detect(text)))


@given(st.lists(st.sampled_from([INDONESIAN, ENGLISH, MALAY, "Jakarta", "", " "])), st.sampled_from(["id", "en", "ms"]))
def test_every_paragraph_is_left_in_one_language_and_blank_in_the_others(lines: list[str], lang: str) -> None:
    text = "\n".join(lines)
    parts = by_language(text, {*canonical(text).split()}, lang)
    assert all(len(part) == len(text) for part in parts.values())
    for start, end, code in paragraphs(text, lang):
        assert [part[start:end].strip() for part in parts.values() if part[start:end].strip()] == [
            text[start:end].strip()
        ]
        assert code in parts
