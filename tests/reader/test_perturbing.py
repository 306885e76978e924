"""What must not change a reading, and what must: the same sentences, put otherwise."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase.reader import phrases, read, scan
from atase.report import TITLE, Document, Report

EXERCISE = "Indonesia and Vietnam held a joint military exercise in the Natuna Sea on 6 May 2024."
LATIHAN = "Indonesia dan Vietnam menggelar latihan bersama di Laut Natuna pada 6 Mei 2024."
TANKS = "Germany delivered 18 Leopard 2 tanks to Poland on 27 March 2024."
PROTES = "Filipina memprotes Vietnam pada 1 Mei 2024."
SENTENCES = [EXERCISE, LATIHAN, TANKS, PROTES]


def reports(text: str, lang: str | None = None) -> list[Report]:
    return read(Document(text, date="2024-05-15", lang=lang))


def told(text: str, lang: str | None = None) -> list[tuple[str, tuple[str, ...], str, str | None]]:
    return [(report.instrument, report.codes, report.stage, report.date) for report in reports(text, lang)]


@pytest.mark.parametrize(
    ("text", "first", "second", "code"),
    [
        (EXERCISE, "Vietnam", "Thailand", "THA"),
        (EXERCISE, "Vietnam", "Papua New Guinea", "PNG"),
        (EXERCISE, "Vietnam", "the Netherlands", "NLD"),
        (LATIHAN, "Vietnam", "Brunei Darussalam", "BRN"),
        (LATIHAN, "Vietnam", "Tiongkok", "CHN"),
        (LATIHAN, "Vietnam", "Britania Raya", "GBR"),
    ],
)
def test_another_country_changes_the_party_alone(text: str, first: str, second: str, code: str) -> None:
    ((instrument, parties, stage, date),) = told(text)
    swapped = tuple(sorted({*parties} - {"VNM"} | {code}))
    assert told(text.replace(first, second)) == [(instrument, swapped, stage, date)]


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [(EXERCISE, "Indonesia", "Vietnam"), (TANKS, "Germany", "Poland"), (PROTES, "Filipina", "Vietnam")],
)
def test_swapping_two_actors_keeps_the_rest(text: str, a: str, b: str) -> None:
    swapped = text.replace(a, "\0").replace(b, a).replace("\0", b)
    assert told(text) == told(swapped) != []


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("an", "a\u00adn"),
        lambda text: "\n".join(text.rsplit(" ", 1)),
        lambda text: text.replace(" ", "  ", 3),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text + "\n",
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=["soft hyphens", "line break", "two blanks", "hard blanks", "line end", "carriage return"],
)
def test_how_a_text_is_set_changes_nothing(text: str, change: Callable[[str], str]) -> None:
    assert told(change(text)) == told(text) != []


@pytest.mark.parametrize("text", SENTENCES)
def test_quotes_may_be_curly(text: str) -> None:
    assert told(f"“{text}”") == told(f'"{text}"') != []


@pytest.mark.parametrize("text", SENTENCES)
def test_upper_case_changes_nothing(text: str) -> None:
    assert told(text.upper()) == told(text)


def test_missing_accents_change_nothing() -> None:
    text = "Türkiye and Indonesia held a joint military exercise on 6 May 2024."
    assert told(text) == told(text.replace("ü", "u")) != []


@pytest.mark.parametrize(
    ("text", "held", "will_hold"),
    [(EXERCISE, "held", "will hold"), (LATIHAN, "menggelar", "akan menggelar")],
)
def test_the_future_makes_it_planned(text: str, held: str, will_hold: str) -> None:
    coming = text.replace(held, will_hold).replace("6 May", "6 June").replace("6 Mei", "6 Juni")
    ((instrument, parties, _, _),) = told(text)
    assert told(coming) == [(instrument, parties, "planned", "2024-06-06")]


@pytest.mark.parametrize(
    ("text", "held", "did_not_hold"),
    [
        (EXERCISE, "held", "did not hold"),
        (LATIHAN, "menggelar", "tidak menggelar"),
        (TANKS, "delivered", "never delivered"),
    ],
)
def test_what_is_denied_did_not_happen(text: str, held: str, did_not_hold: str) -> None:
    assert not [report for report in reports(text.replace(held, did_not_hold)) if report.stage in ("done", "underway")]


@pytest.mark.parametrize(
    ("text", "held", "called_off"),
    [(EXERCISE, "held", "cancelled"), (LATIHAN, "menggelar", "membatalkan")],
)
def test_what_is_called_off_is_cancelled(text: str, held: str, called_off: str) -> None:
    assert [report.stage for report in reports(text.replace(held, called_off))] == ["cancelled"]


@pytest.mark.parametrize("lead", ["Baca juga: ", "Baca juga "])
def test_a_link_teaser_reports_nothing(lead: str) -> None:
    assert reports(lead + LATIHAN) == []


def test_the_order_of_the_lexicon_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [reports(text, lang) for text in SENTENCES for lang in ("en", "id")]
    shuffle = random.Random(1)

    def shuffled(lang: str) -> dict[str, frozenset[str]]:
        items = list(phrases.concepts(lang).items())
        shuffle.shuffle(items)
        return dict(items)

    monkeypatch.setattr(scan, "concepts", shuffled)
    scan._phrase_finder.cache_clear()
    try:
        assert [reports(text, lang) for text in SENTENCES for lang in ("en", "id")] == before
    finally:
        scan._phrase_finder.cache_clear()


NOISE = st.text(alphabet=st.sampled_from(' \n\r\t\u00ad\u200b\ufb01…“”"’.,-\u0301éAa0'), max_size=12)


@settings(max_examples=60, deadline=None)
@given(NOISE, NOISE, NOISE, st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_evidence_points_into_the_text_as_it_was_given(a: str, b: str, c: str, first: str, second: str) -> None:
    text = f"{a}{first}\n{b}{second}\n{c}"
    for report in reports(text):
        for piece in report.evidence:
            assert 0 <= piece.start < piece.end <= len(text)
            assert piece.quote == text[piece.start : piece.end]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", ".", "2024"])
def test_an_empty_text_reports_nothing(text: str) -> None:
    assert reports(text) == []


def test_evidence_in_the_title_says_so() -> None:
    (report,) = read(Document("", title=EXERCISE, date="2024-05-15"))
    assert [(piece.start, piece.end, piece.quote) for piece in report.evidence] == [(TITLE, TITLE, EXERCISE)]


def test_reading_twice_gives_the_same() -> None:
    assert reports("\n".join(SENTENCES), "en") == reports("\n".join(SENTENCES), "en")


def test_the_least_confidence_asked_for_is_kept() -> None:
    document = Document(" ".join(SENTENCES), date="2024-05-15")
    everything = read(document, min_confidence=0)
    assert [report for report in everything if report.confidence >= 0.7] == read(document, min_confidence=0.7)
    assert read(document, min_confidence=1) == []
