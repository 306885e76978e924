import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atase.reader.sentences import split


def sentences(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in split(text, lang)]


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("id", ["Menhan tiba di Tokyo.", "Ia bertemu sejawatnya."]),
        ("id", ["Letjen. Maruli menerima Jend. (Purn.) Agus di Mabes TNI.", "Keduanya membahas latihan."]),
        ("id", ["Perjanjian No. 5 senilai Rp 3.5 triliun dan US$ 1.2 miliar diteken.", "Nilainya naik."]),
        ("id", ["JAKARTA, KOMPAS.com - Menhan RI menerima tamu.", "Kunjungan itu singkat."]),
        ("id", ['"Kami siap."', "Ia lalu pergi."]),
        ("id", ['"Mau ke mana?" tanya dia.', "Tidak ada jawaban."]),
        ("id", ["Kapal itu dibeli dari A.S.", "Menurut Menhan, harganya wajar."]),
        ("en", ["Gen. Mark A. Milley met Lt. Gen. Smith.", "They talked."]),
        ("en", ["The U.S. Navy and the U.K. Royal Navy sailed.", "The ships returned."]),
        ("en", ["The jets were bought from the U.S.", "The deal was signed at 5 p.m.", "It is final."]),
        ("en", ["Exercise No. 12 cost $3.5 million.", "20 ships took part."]),
        ("en", ["He paused... then left.", "Really?!", "Yes."]),
        ("en", ["Joseph R. Biden, Jr. met Mr. Albanese on Nov. 8 in Washington, D.C.", "They signed it."]),
    ],
)
def test_sentences(lang: str, parts: list[str]) -> None:
    assert sentences(" ".join(parts), lang) == parts


def test_lines_headlines_and_items_are_sentences() -> None:
    text = "RI-Australia Gelar Latihan\n\nMulai Senin\n1. Patroli bersama\n2. Pertukaran perwira • Kunjungan"
    assert sentences(text, "id") == [
        "RI-Australia Gelar Latihan",
        "Mulai Senin",
        "1. Patroli bersama",
        "2. Pertukaran perwira",
        "• Kunjungan",
    ]


def test_blank_text_has_no_sentence() -> None:
    assert split(" \n\n ", "en") == []


@given(
    st.one_of(st.text(max_size=120), st.text(st.sampled_from('aB. \n?!"5'), max_size=60)),
    st.sampled_from(["id", "en"]),
)
def test_sentences_cover_every_visible_character_in_order(text: str, lang: str) -> None:
    spans = split(text, lang)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(sentences(text, lang)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "hostile", ["." * 200_000, '!"' * 100_000, ". " * 100_000, "a" * 200_000, " " * 200_000, "\n" * 200_000]
)
def test_hostile_text_takes_no_longer_than_its_length(hostile: str) -> None:
    begun = time.process_time()
    split(hostile + "A", "en")
    assert time.process_time() - begun < 2


def test_a_sentence_longer_than_any_that_is_written_is_cut_between_words() -> None:
    text = "Menhan RI bertemu Menhan Australia " * 1_000
    found = sentences(text, "id")
    assert max(map(len, found)) <= 4_000
    assert " ".join(found) == text.strip()
