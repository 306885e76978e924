from datetime import date, timedelta
from itertools import pairwise

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from atase.errors import AtaseError
from atase.reader.dates import DateSpan, find

WEDNESDAY = "2025-01-15"


def one(text: str, lang: str, anchor: str | None = WEDNESDAY) -> DateSpan:
    (span,) = find(text, lang, anchor)
    return span


INDONESIAN = [
    ("17 Mei 2014", "2014-05-17", None),
    ("PADA 5 MARET 2024", "2024-03-05", None),
    ("Jumat (10/1)", "2025-01-10", None),
    ("Jumat (20/10/2022) malam", "2022-10-20", None),
    ("Selasa malam waktu setempat (14/1)", "2025-01-14", None),
    ("Senin-Rabu (6-8/1)", "2025-01-06", "2025-01-08"),
    ("Selasa, 4 Maret", "2025-03-04", None),
    ("10-12 Januari 2025", "2025-01-10", "2025-01-12"),
    ("dari 28 Mei hingga 3 Juni 2024", "2024-05-28", "2024-06-03"),
    ("28 Desember - 3 Januari 2025", "2024-12-28", "2025-01-03"),
    ("pada 2019", "2019", None),
    ("awal 2023", "2023", None),
    ("akhir tahun 2024", "2024", None),
    ("tahun anggaran 2022", "2022", None),
    ("antara 2014 dan 2018", "2014", "2018"),
    ("semester pertama 2025", "2025-01", "2025-06"),
    ("kuartal III 2025", "2025-07", "2025-09"),
    ("kuartal pertama tahun ini", "2025-01", "2025-03"),
    ("kemarin", "2025-01-14", None),
    ("hari ini", "2025-01-15", None),
    ("besok", "2025-01-16", None),
    ("Kamis", "2025-01-09", None),
    ("Rabu", "2025-01-15", None),
    ("Rabu lalu", "2025-01-08", None),
    ("Jumat mendatang", "2025-01-17", None),
    ("Selasa pekan depan", "2025-01-21", None),
    ("pekan lalu", "2025-01", None),
    ("bulan depan", "2025-02", None),
    ("tahun ini", "2025", None),
    ("dua tahun lalu", "2023", None),
    ("tiga hari lalu", "2025-01-12", None),
    ("Desember tahun lalu", "2024-12", None),
    ("Juli kemarin", "2024-07", None),
    ("4 Februari mendatang", "2025-02-04", None),
    ("akhir pekan ini", "2025-01-18", "2025-01-19"),
]

ENGLISH = [
    ("May 17, 2014", "2014-05-17", None),
    ("the 3rd of May 2020", "2020-05-03", None),
    ("Oct. 23 2014", "2014-10-23", None),
    ("17 May", "2025-05-17", None),
    ("Friday night (May 17)", "2025-05-17", None),
    ("June 21-22, 2022", "2022-06-21", "2022-06-22"),
    ("from 3 to 10 March", "2025-03-03", "2025-03-10"),
    ("May 28 - June 3, 2024", "2024-05-28", "2024-06-03"),
    ("from March 2023 to May 2024", "2023-03", "2024-05"),
    ("in 2019", "2019", None),
    ("FY2023", "2023", None),
    ("mid-2026", "2026", None),
    ("March of 2011", "2011-03", None),
    ("in late May 2025", "2025-05", None),
    ("the 1950-53 war", "1950", "1953"),
    ("the second quarter of 2025", "2025-04", "2025-06"),
    ("Q3 2025", "2025-07", "2025-09"),
    ("the first half of this year", "2025-01", "2025-06"),
    ("today", "2025-01-15", None),
    ("yesterday", "2025-01-14", None),
    ("on Friday", "2025-01-10", None),
    ("next Friday", "2025-01-17", None),
    ("this Friday", "2025-01-17", None),
    ("Tuesday of next week", "2025-01-21", None),
    ("last week", "2025-01", None),
    ("next month", "2025-02", None),
    ("later this year", "2025", None),
    ("last May", "2024-05", None),
    ("May of last year", "2024-05", None),
    ("two weeks ago", "2025-01", None),
    ("over the weekend", "2025-01-11", "2025-01-12"),
]


@pytest.mark.parametrize(("text", "first", "last"), INDONESIAN)
def test_indonesian_forms(text: str, first: str, last: str | None) -> None:
    span = one(f"Keduanya bertemu {text}.", "id")
    assert (span.date, span.end_date) == (first, last)


@pytest.mark.parametrize(("text", "first", "last"), ENGLISH)
def test_english_forms(text: str, first: str, last: str | None) -> None:
    span = one(f"They met {text}.", "en")
    assert (span.date, span.end_date) == (first, last)


@pytest.mark.parametrize(
    ("text", "lang", "kind", "day"),
    [
        ("sejak Oktober 2023", "id", "since", "2023-10"),
        ("sejak awal tahun 2012", "id", "since", "2012"),
        ("hingga akhir 2026", "id", "until", "2026"),
        ("since 2012", "en", "since", "2012"),
        ("since last May", "en", "since", "2024-05"),
        ("by the end of 2030", "en", "until", "2030"),
        ("on 3 June 2024", "en", "on", "2024-06-03"),
        ("Exercise Malabar 2023", "en", "named", "2023"),
        ("'Maritime Joint-2026'", "en", "named", "2026"),
        ("our 1986 Treaty", "en", "named", "1986"),
    ],
)
def test_kinds(text: str, lang: str, kind: str, day: str) -> None:
    span = one(text, lang)
    assert (span.kind, span.date) == (kind, day)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("era 1970-an", "id"),
        ("hingga 2000 personel", "id"),
        ("Undang-Undang Nomor 34 Tahun 2004", "id"),
        ("pada 31 Februari 2024", "id"),
        ("seharga 3.17 Mei", "id"),
        ("the 1990s", "en"),
        ("the Good Friday agreement", "en"),
        ("twelve Mirage 2000 jets", "en"),
        ("in 2000 cases", "en"),
        ("May I come in", "en"),
        ("they march on", "en"),
        ("September 31, 2024", "en"),
        ("45/45/2020", "en"),
        ("the third quarter of the match", "en"),
    ],
)
def test_what_only_looks_like_a_date(text: str, lang: str) -> None:
    assert find(text, lang, WEDNESDAY) == []


def test_numbers_are_day_and_month_unless_only_the_other_order_gives_a_date() -> None:
    assert one("12/09/2019", "en").date == "2019-09-12"
    assert one("9/15/2019", "en").date == "2019-09-15"


def test_an_open_weekday_or_month_names_the_other_date_too() -> None:
    assert one("on Friday", "en").other == "2025-01-17"
    assert one("in May", "en").other == "2024-05"
    assert one("next Friday", "en").other is None
    assert one("17 Mei 2014", "id").other is None


def test_a_date_without_a_year_is_the_closest() -> None:
    assert one("20 December", "en", "2025-01-03").date == "2024-12-20"
    assert one("3 January", "en", "2024-12-28").date == "2025-01-03"
    assert one("29 Februari", "id", "2025-01-15").date == "2024-02-29"
    assert find("29 Februari", "id", "2022-06-15") == []


def test_without_an_anchor_only_dates_that_need_none_are_found() -> None:
    text = "Kemarin, Jumat (10/1), pekan lalu dan 5 Mei; juga 17 Mei 2014 dan pada 2019."
    assert [span.date for span in find(text, "id", None)] == ["2014-05-17", "2019"]


def test_a_coarse_anchor_gives_what_it_can() -> None:
    assert [span.date for span in find("this year, last month, yesterday", "en", "2024-05")] == ["2024", "2024-04"]
    assert [span.date for span in find("last year, last month", "en", "2024")] == ["2023"]


def test_an_anchor_that_is_no_date_is_told() -> None:
    with pytest.raises(AtaseError, match="2024-99"):
        find("yesterday", "en", "2024-99")


def test_several_dates_stay_apart() -> None:
    text = "On May 3, 2024 they met; on Tuesday, May 7 they signed; the drill runs from 3 to 10 June 2024."
    assert [(s.date, s.end_date) for s in find(text, "en", "2024-05-08")] == [
        ("2024-05-03", None),
        ("2024-05-07", None),
        ("2024-06-03", "2024-06-10"),
    ]


FORMATS = {
    "id": ["d MMMM y", "EEEE, d MMMM y", "EEEE (d/M/y)", "dd-MM-y", "dd/MM/y", "d MMM y", "y-MM-dd"],
    "en": ["d MMMM y", "MMMM d, y", "EEEE, MMMM d, y", "MMM d, y", "dd/MM/y", "y-MM-dd"],
}


@given(
    st.dates(date(1945, 8, 17), date(2099, 12, 31)),
    st.sampled_from([(lang, form) for lang, forms in FORMATS.items() for form in forms]),
)
def test_any_day_is_found_in_every_form(day: date, way: tuple[str, str]) -> None:
    lang, form = way
    text = f"Jakarta - {format_date(day, form, locale=lang)}, TNI"
    assert one(text, lang, None).date == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-150, 150), st.sampled_from(["id", "en"]))
def test_a_day_near_the_anchor_is_found_without_its_year(anchor: date, away: int, lang: str) -> None:
    day = anchor + timedelta(days=away)
    text = format_date(day, "d MMMM", locale=lang)
    assert one(text, lang, anchor.isoformat()).date == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6), st.sampled_from(["id", "en"]))
def test_a_weekday_lies_within_the_last_seven_days(anchor: date, back: int, lang: str) -> None:
    day = anchor - timedelta(days=back)
    text = format_date(day, "EEEE", locale=lang)
    span = one(text, lang, anchor.isoformat())
    assert span.date == day.isoformat()
    assert span.other == (day + timedelta(days=7)).isoformat()


PIECES = """17 31 2 1999 2024 29 Mei May Februari Jumat Friday minggu lalu last next depan sejak since hingga to - / ( )
, . pekan week tahun year kuartal quarter pertama first ago dua two 9999 0 00 FY Q3 dan and of 1990s"""
pieces = st.sampled_from(PIECES.split())


@given(
    st.one_of(
        st.text(max_size=80), st.lists(pieces, max_size=12).map(" ".join), st.lists(pieces, max_size=12).map("".join)
    ),
    st.sampled_from(["id", "en"]),
    st.sampled_from([None, "2024-02-29", "2024-05", "2024", "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_ordered_real_dates_within_it(text: str, lang: str, anchor: str | None) -> None:
    spans = find(text, lang, anchor)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.end_date is None or span.date < span.end_date for span in spans)
