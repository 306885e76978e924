from functools import partial
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from atase.reader.text import normalise


def test_clean_text_stays_the_same_object() -> None:
    text = "Menhan RI menerima kunjungan Menteri Pertahanan Jepang di Jakarta."
    assert normalise(text).text is text


def test_capitals_stay() -> None:
    assert normalise("RI DAN JEPANG TEKEN PERJANJIAN").text == "RI DAN JEPANG TEKEN PERJANJIAN"


def test_quotes_blanks_and_hyphens_become_plain() -> None:
    assert normalise("“Kita\u00a0siap,” kata Menhan‑nya, ‘tentu’ 2024–2025").text == (
        "\"Kita siap,\" kata Menhan-nya, 'tentu' 2024-2025"
    )


def test_invisible_characters_go() -> None:
    assert normalise("perta\u00adhanan\u200b ne\ufeffgara").text == "pertahanan negara"


def test_words_broken_at_line_ends_are_joined() -> None:
    assert normalise("perta\u00ad\nhanan coopera\ufffe\r\ntion kapal-\nkapal").text == (
        "pertahanan cooperation kapal-kapal"
    )


def test_ligatures_and_loose_accents_are_composed() -> None:
    assert normalise("oﬃcers from Tu\u0308rkiye … left").text == "officers from Türkiye ... left"


def test_misread_encodings_are_reread() -> None:
    assert normalise("‚ÄúJika Cina tidak,‚Äù kata Wong.").text == '"Jika Cina tidak," kata Wong.'
    assert normalise("Australiaâ€™s minister visited TÃ¼rkiye").text == "Australia's minister visited Türkiye"


def test_glued_sentences_are_parted() -> None:
    assert normalise("kerja sama pertahanan.Ia menyebut (13/9/2019).Kunjungan").text == (
        "kerja sama pertahanan. Ia menyebut (13/9/2019). Kunjungan"
    )
    assert normalise('pengamanan."Tidak ada').text == 'pengamanan. "Tidak ada'


def test_stray_commas_of_scraped_paragraphs_go() -> None:
    assert normalise('Jumat (13/9/2019).,Demikian katanya.,"Baik').text == (
        'Jumat (13/9/2019). Demikian katanya. "Baik'
    )


def test_abbreviations_are_not_parted() -> None:
    text = "Rahmad, S.I.P., Irkostrad, met the U.S. envoy at Liputan6.com on 3.5 km."
    assert normalise(text).text == text


def test_a_wrapped_paragraph_becomes_one_line() -> None:
    assert normalise("Kedua menteri membahas latihan bersama dan\npertukaran perwira.\nMereka bertemu lagi.").text == (
        "Kedua menteri membahas latihan bersama dan pertukaran perwira.\nMereka bertemu lagi."
    )
    assert normalise("The two countries will hold the exercise with\nAustralia in May.").text == (
        "The two countries will hold the exercise with Australia in May."
    )


def test_a_narrow_column_becomes_one_line() -> None:
    assert normalise("The ministers of Indonesia and\nAustralia reaffirmed their\nGeneral Border Committee.").text == (
        "The ministers of Indonesia and Australia reaffirmed their General Border Committee."
    )


def test_headings_and_items_stay_apart() -> None:
    text = "Enduring Partners for the Indo-Pacific Region\nThe Quad met.\n\nItems\n- patrols\n1. visits"
    assert normalise(text).text == text


def test_offsets_lead_back_to_the_same_words() -> None:
    text = "‚ÄúPerta\u00adhanan‚Äù itu.,Demikian kata\r\nMenteri… dalam oﬃce.Ia pergi"
    plain = normalise(text)
    for word in ("Demikian", "kata", "Menteri", "dalam", "Ia", "pergi"):
        at = plain.text.index(word)
        start, end = plain.span(at, at + len(word))
        assert text[start:end] == word
    at = plain.text.index("Pertahanan")
    start, end = plain.span(at, at + len("Pertahanan"))
    assert text[start:end] == "Perta\u00adhanan"


def test_a_span_never_cuts_a_replaced_character() -> None:
    plain = normalise("kata‚Äù")
    assert plain.text == 'kata"'
    assert plain.span(4, 5) == (4, 7)


NFD = partial(normalize, "NFD")
messy = st.text(st.sampled_from("aB. ,\n\r\"'()-9…ﬁ\u00ad\ufffeu\u0308‚Äúâ€™“\t\u2028"), max_size=60)


@given(st.one_of(messy, st.text(max_size=80)))
@example("a\ufffe")
@example("â€")
def test_offsets_lie_in_the_original_and_never_go_back(text: str) -> None:
    plain = normalise(text)
    offsets = [plain.original(i) for i in range(len(plain.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)
    for i in range(len(plain.text)):
        start, end = plain.span(i, i + 1)
        assert 0 <= start <= end <= len(text)


@given(st.text(st.sampled_from("aB9. ,\n\r\"'()-…ﬁ\u00ad\ufffeu\u0308“\t\u2028"), max_size=60))
def test_nothing_visible_is_lost(text: str) -> None:
    """Letters and digits survive, in order."""
    kept = [character for character in text if character in "aB9"]
    assert [character for character in NFD(normalise(text).text) if character in "aB9"] == kept


@given(messy)
@example("‚Ä€")
def test_normal_text_stays_normal(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text.split() == once.split()


def test_sentences_are_parted_after_acronyms_and_runs_of_commas() -> None:
    assert normalise("kata ANTARA.Ia menyebut AS.,,Mereka pergi ke KOMPAS.Com").text == (
        "kata ANTARA. Ia menyebut AS.  Mereka pergi ke KOMPAS.Com"
    )
