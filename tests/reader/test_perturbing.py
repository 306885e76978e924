"""What must not change a reading, and what must: the same sentences, put otherwise."""

import random
from collections.abc import Callable
from re import sub
from textwrap import wrap
from unicodedata import combining, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase.actors import Name, names
from atase.reader import phrases, read, scan
from atase.report import TITLE, Document, Report

EXERCISE = "Indonesia and Vietnam held a joint military exercise in the Natuna Sea on 6 May 2024."
LATIHAN = "Indonesia dan Vietnam menggelar latihan bersama di Laut Natuna pada 6 Mei 2024."
TANKS = "Germany delivered 18 Leopard 2 tanks to Poland on 27 March 2024."
PROTES = "Filipina memprotes Vietnam pada 1 Mei 2024."
VISIT = "The Defence Minister of Japan visited India on 7 May 2024."
PERJANJIAN = "Indonesia dan Vietnam menandatangani perjanjian kerja sama pertahanan pada 14 Mei 2024."
EKSESAIS = "Malaysia dan Vietnam mengadakan eksesais ketenteraan bersama pada 6 Mei 2024."
SENTENCES = [EXERCISE, LATIHAN, TANKS, PROTES, VISIT, PERJANJIAN, EKSESAIS]


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
        (TANKS, "Poland", "the United States", "USA"),
        (TANKS, "Poland", "Türkiye", "TUR"),
        (PROTES, "Vietnam", "RRC", "CHN"),
        (VISIT, "Japan", "the United Arab Emirates", "ARE"),
        (PERJANJIAN, "Vietnam", "Korsel", "KOR"),
        (EKSESAIS, "Vietnam", "Amerika Syarikat", "USA"),
    ],
)
def test_another_country_changes_the_party_alone(text: str, first: str, second: str, code: str) -> None:
    ((instrument, parties, stage, date),) = told(text)
    changed = {EXERCISE: "VNM", LATIHAN: "VNM", TANKS: "POL", VISIT: "JPN"}.get(text, "VNM")
    swapped = tuple(sorted({*parties} - {changed} | {code}))
    assert told(text.replace(first, second)) == [(instrument, swapped, stage, date)]


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        (EXERCISE, "Indonesia", "Vietnam"),
        (TANKS, "Germany", "Poland"),
        (PROTES, "Filipina", "Vietnam"),
        (VISIT, "Japan", "India"),
        (EKSESAIS, "Malaysia", "Vietnam"),
    ],
)
def test_swapping_two_actors_keeps_the_rest(text: str, a: str, b: str) -> None:
    swapped = text.replace(a, "\0").replace(b, a).replace("\0", b)
    assert told(text) == told(swapped) != []


@pytest.mark.parametrize(
    ("a", "b", "codes"), [("Japan", "Poland", ("JPN", "POL")), ("India", "Germany", ("IND", "DEU"))]
)
def test_swapping_actors_of_two_activities_swaps_them_in_the_reports(a: str, b: str, codes: tuple[str, str]) -> None:
    text = f"{VISIT} {TANKS}"
    swapped = text.replace(a, "\0").replace(b, a).replace("\0", b)
    other = {codes[0]: codes[1], codes[1]: codes[0]}
    expected = [
        (instrument, tuple(sorted(other.get(code, code) for code in parties)), stage, date)
        for instrument, parties, stage, date in told(text)
    ]
    assert told(swapped) == expected != []


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("an", "a\u00adn"),
        lambda text: "\n".join(text.rsplit(" ", 1)),
        lambda text: "\n".join(wrap(text, 44)),
        lambda text: "\r\n".join(wrap(text, 62)),
        lambda text: text.replace(" ", "  ", 3),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text + "\n",
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=[
        "soft hyphens",
        "line break",
        "wrapped",
        "wrapped by Windows",
        "two blanks",
        "hard blanks",
        "line end",
        "carriage return",
    ],
)
def test_how_a_text_is_set_changes_nothing(text: str, change: Callable[[str], str]) -> None:
    assert told(change(text)) == told(text) != []


@pytest.mark.parametrize("text", SENTENCES)
def test_quotes_may_be_curly(text: str) -> None:
    assert told(f"“{text}”") == told(f'"{text}"') != []


@pytest.mark.parametrize("text", SENTENCES)
def test_upper_case_changes_nothing(text: str) -> None:
    assert told(text.upper()) == told(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (EXERCISE, "Türkiye"),
        (EXERCISE, "Côte d'Ivoire"),
        (LATIHAN, "Türkiye"),
        (LATIHAN, "Brasília"),
        (EKSESAIS, "Türkiye"),
        (EXERCISE, "Malacañang"),
    ],
)
def test_missing_accents_change_nothing(text: str, name: str) -> None:
    accented = text.replace("Vietnam", name)
    bare = "".join(letter for letter in normalize("NFD", accented) if not combining(letter))
    assert told(accented) == told(bare) == told(normalize("NFD", accented)) != []


@pytest.mark.parametrize(
    ("text", "held", "will_hold"),
    [
        (EXERCISE, "held", "will hold"),
        (LATIHAN, "menggelar", "akan menggelar"),
        (TANKS, "delivered", "will deliver"),
        (VISIT, "visited", "will visit"),
        (VISIT, "visited", "is scheduled to visit"),
        (PERJANJIAN, "menandatangani", "akan menandatangani"),
        (PERJANJIAN, "menandatangani", "berencana menandatangani"),
        (EKSESAIS, "mengadakan", "akan mengadakan"),
    ],
)
def test_the_future_makes_it_planned(text: str, held: str, will_hold: str) -> None:
    june = "Jun" if text is EKSESAIS else "Juni"
    coming = sub(r"\d+ (?:May|March)", "6 June", sub(r"\d+ Mei", f"6 {june}", text.replace(held, will_hold)))
    ((instrument, parties, _, _),) = told(text)
    assert told(coming) == [(instrument, parties, "planned", "2024-06-06")]


@pytest.mark.parametrize(
    ("text", "held", "did_not_hold"),
    [
        (EXERCISE, "held", "did not hold"),
        (LATIHAN, "menggelar", "tidak menggelar"),
        (TANKS, "delivered", "never delivered"),
        (PROTES, "memprotes", "tidak memprotes"),
        (VISIT, "visited", "did not visit"),
        (PERJANJIAN, "menandatangani", "belum menandatangani"),
        (EKSESAIS, "mengadakan", "tidak mengadakan"),
    ],
)
def test_what_is_denied_did_not_happen(text: str, held: str, did_not_hold: str) -> None:
    assert not [report for report in reports(text.replace(held, did_not_hold)) if report.stage in ("done", "underway")]


@pytest.mark.parametrize(
    ("text", "held", "called_off"),
    [(EXERCISE, "held", "cancelled"), (LATIHAN, "menggelar", "membatalkan"), (EKSESAIS, "mengadakan", "membatalkan")],
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

    def shuffled_names(lang: str) -> list[Name]:
        found = list(names(lang))
        shuffle.shuffle(found)
        return found

    monkeypatch.setattr(scan, "concepts", shuffled)
    monkeypatch.setattr(scan, "names", shuffled_names)
    finders = (scan._phrase_finder, scan._name_finder)
    for finder in finders:
        finder.cache_clear()
    try:
        assert [reports(text, lang) for text in SENTENCES for lang in ("en", "id")] == before
    finally:
        for finder in finders:
            finder.cache_clear()


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
