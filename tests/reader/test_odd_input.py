"""Whatever a text is, reading it never fails, and takes no longer than its length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase.reader import explain, identify, read
from atase.report import Document

WRITTEN = "2024-05-15"
NEWS = "Menteri Pertahanan RI menerima Menteri Pertahanan Jepang di Jakarta, Senin (13/5/2024). "
PIECES = [
    *(
        "Indonesia",
        "Japan",
        "Malaysia",
        "TNI",
        "U.S.",
        "held an exercise",
        "menggelar latihan bersama",
        "mengadakan eksesais",
    ),
    *(
        "akan",
        "did not",
        "on 6 May 2024",
        "pada 6 Mei 2024",
        "Menteri Pertahanan",
        "(",
        ")",
        ".",
        ",",
        "\n",
        "\r\n",
        "\t",
        " ",
    ),
    *(
        "\u200b",
        "\u200e",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\u00ad",
        "\x00",
        "\x85",
        "\u2028",
        "\ud800",
        "\U0010ffff",
        "İ",
        "ß",
        "ﬁ",
    ),
    *(
        "印度尼西亚",
        "مناورات",
        "Учения",
        "😀🇮🇩",
        "é",
        "e\u0301",
        "‚Äú",
        "1",
        "2024",
        "31/31/2024",
        "$",
        "<b>",
        '"',
        "-" * 5,
    ),
]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), st.binary().map(repr)
    ),
    st.text(max_size=40),
    st.sampled_from([None, "id", "en", "ms", "fr"]),
    st.sampled_from([None, "2024-05-15", "2024"]),
)
def test_any_text_is_read(text: str, title: str, lang: str | None, date: str | None) -> None:
    document = Document(text, title=title, lang=lang, date=date)
    for report in read(document, min_confidence=0):
        assert all(text[piece.start : piece.end] == piece.quote for piece in report.evidence if piece.start >= 0)
    explain(document)
    identify(text)


ODD = {
    "one line": NEWS,
    "one line without a full stop": NEWS.replace(". ", " "),
    "numbers": "12 345,67 2024 31/12 ",
    "one word": "x",
    "one country": "Indonesia ",
    "blanks": " ",
    "line ends": "\n",
    "short lines": "Jakarta\n",
    "broken words": "perta-\n",
    "commas": ".,,,",
    "zero width": "I\u200bndonesia \u200b",
    "right to left": "مناورات عسكرية مشتركة \u202e",
    "emoji": "😀🇮🇩 ",
    "many scripts": "印度尼西亚 Учения 演習 Indonesia Japan ",
    "accents": "e\u0301\u0301\u0301",
    "misread": "‚Äúâ€™Ã",
    "quotes": '"',
    "brackets": "(((",
    "control": "\x00\x01",
    "dates": "1/1/2024 - ",
    "two languages": f"{NEWS}\nJapan and India held a joint exercise in the sea of Japan on 6 May.\n",
}


@pytest.mark.parametrize("piece", ODD.values(), ids=ODD.keys())
def test_a_text_of_one_kind_takes_no_longer_than_its_length(piece: str) -> None:
    def seconds(size: int) -> float:
        document = Document(piece * (size // len(piece)), date=WRITTEN)
        begun = time.process_time()
        read(document)
        return time.process_time() - begun

    seconds(1_000)
    short, long = seconds(10_000), seconds(80_000)
    assert long < 0.3 or long < 24 * short  # eight times the length: linear, with room for a busy machine
