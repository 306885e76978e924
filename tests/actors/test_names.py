"""The forms: all there, bounded in time, and never contradicting each other."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atase.actors import Name, actors, fold, forums, languages, names, places, series, within
from atase.actors.lookup import OWN
from atase.actors.surface import load_names
from atase.actors.tables import DATA
from atase.errors import AtaseError

LANGUAGES = ("en", "id", "ms")


def by_form(lang: str) -> dict[str, list[Name]]:
    index: dict[str, list[Name]] = defaultdict(list)
    for name in names(lang):
        index[fold(name.text)].append(name)
    return index


def overlap(a: Name, b: Name) -> bool:
    start, end = max(a.start or "", b.start or ""), min(a.end or "9999", b.end or "9999")
    return start <= end


def test_the_languages_are_the_files_of_names() -> None:
    assert languages() == LANGUAGES


def test_a_language_without_a_file_is_an_error() -> None:
    with pytest.raises(AtaseError, match=r"xx\.csv is missing"):
        names("xx")


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_actor_has_its_canonical_name_among_its_forms(lang: str) -> None:
    index = by_form(lang)
    for code, actor in actors().items():
        found = {name.code for name in index[fold(actor.name(lang))] if name.kind == "name"}
        assert found == {code}, actor.name(lang)


def test_every_state_has_an_adjective_in_english() -> None:
    adjectives = {name.code for name in names("en") if name.kind == "demonym"}
    states = {code for code, actor in actors().items() if actor.kind == "state"}
    # Holy See has none in use; Dominica and the Congo share theirs with another state.
    assert states - adjectives == {"VAT", "DMA", "COG"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_form_stands_for_two_at_the_same_time_without_saying_so(lang: str) -> None:
    contradictions = [
        (a.text, a.codes, b.text, b.codes)
        for found in by_form(lang).values()
        for a, b in combinations([name for name in found if name.kind in (*OWN, "nobody", "place")], 2)
        if a.codes != b.codes and overlap(a, b) and not (a.cased and b.cased and a.text != b.text)
    ]
    assert contradictions == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_phrase_that_stands_for_nobody_holds_a_form_that_would(lang: str) -> None:
    bearing = {fold(name.text) for name in names(lang) if name.codes and name.kind in OWN}
    for name in names(lang):
        if name.kind == "nobody":
            words = fold(name.text).replace("-", " ").replace(",", "").split()
            spans = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
            assert spans & bearing, name.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bearers_are_known_and_forms_are_tidy(lang: str) -> None:
    for name in names(lang):
        assert name.text == " ".join(name.text.split())
        assert set(name.codes) <= set(actors())
        assert name.code in (None, *name.codes)
        assert not (name.code and name.ambiguous)


@pytest.mark.parametrize(
    ("lang", "form", "code"),
    [
        ("id", "Negeri Kanguru", "AUS"),
        ("id", "Tiongkok", "CHN"),
        ("id", "RRC", "CHN"),
        ("id", "Korsel", "KOR"),
        ("id", "AS", "USA"),
        ("id", "Paman Sam", "USA"),
        ("id", "RI", "IDN"),
        ("en", "Türkiye", "TUR"),
        ("en", "Turkey", "TUR"),
        ("en", "Burma", "MMR"),
        ("en", "U.S.", "USA"),
        ("en", "White House", "USA"),
        ("en", "Taiwanese", "TWN"),
    ],
)
def test_usual_forms_stand_for_whom_they_should(lang: str, form: str, code: str) -> None:
    assert {name.code for name in names(lang) if name.text == form} == {code}


@pytest.mark.parametrize("form", ["Turkey", "Chad", "Jordan", "Mali", "Niger", "China", "Polish", "Georgia"])
def test_ordinary_words_count_only_as_they_are_written(form: str) -> None:
    assert all(name.cased for name in names("en") if name.text == form)


@pytest.mark.parametrize("form", ["AS", "RI", "UEA", "PBB"])
def test_abbreviations_count_only_in_capitals(form: str) -> None:
    assert all(name.cased for name in names("id") if name.text == form)


def test_seas_and_cities_are_places_that_name_no_party() -> None:
    for form in ("South China Sea", "Laut China Selatan", "Samudra Hindia", "Surabaya"):
        found = [name for name in names("id") if name.text == form]
        assert [(name.kind, name.codes) for name in found] == [("place", ())]
    assert places()["Surabaya"].state == "IDN"
    assert places()["South China Sea"].state is None


def test_forums_know_their_organisation_host_and_members() -> None:
    assert forums()["ADMM-Plus"].code == "ASEAN"
    assert forums()["Shangri-La Dialogue"].host == "SGP"
    assert forums()["Six-Party Talks"].members == ("CHN", "JPN", "KOR", "PRK", "RUS", "USA")


def test_every_entry_of_a_series_forum_or_place_can_be_looked_up() -> None:
    tables = {"series": series(), "forum": forums(), "place": places()}
    for name in names("en"):
        if name.kind in tables:
            assert name.entry in tables[name.kind]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("XYZ,name,Atlantis,,,,", "no such actor: XYZ"),
        ("AUS,nickname,Oz,,,,", "kind must be one of"),
        ("AUS,name,,,,,", "forms is empty"),
        ("AUS,nobody,Australia Day,,,,", "code must be empty"),
        (",name,Atlantis,,,,", "code must be empty"),
        ("AUS,name,Oz,yes,,,", "cased must be 1 or 0"),
        ("AUS,name,Oz,,2001,1999,", "start 2001 is after end 1999"),
        ("AUS,name,Oz,,19,,", "not a date"),
    ],
)
def test_a_broken_row_of_names_is_named(tmp_path: Path, row: str, message: str) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    header = (DATA / "names/en.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "en.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(AtaseError, match=rf"en\.csv, line 2: .*{message}"):
        list(load_names(tmp_path, "en"))


TABLES = {
    "names/en.csv": "code,kind,forms,cased,start,end,why",
    "offices.csv": "name,lang,code,implies,rank,start,end,note",
    "services.csv": "name,lang,code,implies,branch,rank,note",
    "persons.csv": "name,variants,code,office,rank,start,end",
}


def write_tables(folder: Path, **rows: str) -> None:
    (folder / "names").mkdir()
    for name, header in TABLES.items():
        (folder / name).write_text(f"{header}\n{rows.get(Path(name).stem, '')}\n".rstrip("\n") + "\n")


def test_an_office_a_service_and_a_person_stand_for_their_state(tmp_path: Path) -> None:
    write_tables(
        tmp_path,
        offices="Defence Minister,en,,home,minister,,,\nMenhan,id,,home,minister,,,",
        services="ADF,,AUS,always,joint,,",
        persons="Retno Marsudi,Marsudi,IDN,Foreign Minister,minister,2014-10-27,2024-10-20",
    )
    office, service, *person = load_names(tmp_path, "en")
    assert (office.text, office.code, office.implies, office.rank) == ("Defence Minister", None, "home", "minister")
    assert (service.text, service.code, service.cased) == ("ADF", "AUS", True)
    assert [(name.text, name.entry, name.rank) for name in person] == [
        ("Retno Marsudi", "Retno Marsudi", "minister"),
        ("Marsudi", "Retno Marsudi", "minister"),
    ]
    assert person[0].valid("2020-01")
    assert not person[0].valid("2025")


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("offices", "Chief,en,,always,,,,", "code is empty"),
        ("offices", "Chief,en,AUS,always,boss,,,", "rank must be one of"),
        ("services", "ADF,,AUS,sometimes,,,", "implies must be one of always, home"),
        ("persons", "A Person,,AUS,Minister,minister,2020,2019", "start 2020 is after end 2019"),
    ],
)
def test_a_broken_row_of_bearers_is_named(tmp_path: Path, table: str, row: str, message: str) -> None:
    write_tables(tmp_path, **{table: row})
    with pytest.raises(AtaseError, match=rf"{table}\.csv, line 2: .*{message}"):
        list(load_names(tmp_path, "en"))


dates = st.dates().map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


@given(dates, dates, dates)
def test_a_date_within_stays_within_wider_bounds(on: str, start: str, end: str) -> None:
    assert within(on, None, None)
    if within(on, start, end):
        assert within(on, start, None)
        assert within(on, None, end)
        assert within(on[:4], start, end)


@given(dates, dates)
def test_a_date_is_within_itself_and_on_one_side_of_another(on: str, other: str) -> None:
    assert within(on, on, on)
    assert within(on, other, None) or within(on, None, other)
