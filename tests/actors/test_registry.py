"""States and organisations: their codes, their spells, and who continues whom."""

import csv
from pathlib import Path

import pytest

from atase.actors import actor, actors, by_number, successor
from atase.actors.registry import load
from atase.actors.tables import DATA
from atase.errors import AtaseError

SHARED = Path(__file__).resolve().parents[2] / "../shared/data"

ORGANISATIONS = {
    *("ASEAN", "EU", "NATO", "UN", "AU", "GCC", "SCO", "CSTO", "OSCE", "OIC", "QUAD", "AUKUS", "FPDA", "BIMSTEC"),
    *("PIF", "ECOWAS", "ARAB_LEAGUE", "INTERPOL", "ICRC", "IAEA", "EAC", "SADC", "CARICOM", "OAS", "G7", "G20"),
    *("BRICS", "OPCW"),
}


def shared_table(name: str) -> list[dict[str, str]]:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_actor_has_its_codes_and_names() -> None:
    indonesia = actor("IDN")
    assert (indonesia.kind, indonesia.iso2, indonesia.cow, indonesia.gw) == ("state", "ID", (850,), (850,))
    assert actor("DEU").name("id") == "Jerman"
    assert actor("DEU").name("en") == "Germany"
    assert set(actor("AUKUS").members) == {"AUS", "GBR", "USA"}


def test_every_organisation_of_the_codebook_is_there() -> None:
    assert {code for code, found in actors().items() if found.kind == "organisation"} == ORGANISATIONS


def test_an_unknown_code_says_what_may_be_meant() -> None:
    with pytest.raises(AtaseError, match="IDN"):
        actor("IDM")


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("SUN", "1985", "SUN"),
        ("SUN", "1999", "RUS"),
        ("YUG", "2004-05", "SCG"),
        ("YUG", "2010", "SRB"),
        ("CSK", "1993-01-01", "CZE"),
        ("DDR", "1990-10-02", "DDR"),
        ("DDR", "1990-10-03", "DEU"),
        ("VDR", "1976", "VNM"),
        ("YMD", "2000", "YEM"),
        ("ZZB", "1970", "TZA"),
        ("TLS", "2010", "TLS"),
    ],
)
def test_a_state_that_is_gone_is_continued(code: str, on: str, expected: str) -> None:
    found = successor(code, on)
    assert found
    assert found.code == expected


def test_before_its_time_a_state_has_no_stand_in() -> None:
    assert successor("SSD", "1990") is None
    assert successor("SYR", "1959") is None  # part of the United Arab Republic, and back later
    assert actor("SYR").exists("1961")


def test_a_number_passes_from_state_to_state() -> None:
    assert [by_number("cow", 365, on).code for on in ("1980", "2000") if by_number("cow", 365, on)] == ["SUN", "RUS"]
    assert [found.code for on in ("1999", "2004", "2010") if (found := by_number("cow", 345, on))] == [
        "YUG",
        "SCG",
        "SRB",
    ]
    present = by_number("gw", 260)
    assert present
    assert present.code == "DEU"
    assert by_number("cow", 999999) is None


def test_every_successor_follows_its_predecessor() -> None:
    for state in actors().values():
        for code in state.successors:
            last = state.spells[-1].end
            assert last
            assert any(spell.end is None or spell.end > last for spell in actor(code).spells)


def test_the_numbers_are_those_of_the_correlates_of_war() -> None:
    ours = {number for state in actors().values() for number in state.cow}
    theirs = {int(row["ccode"]) for row in shared_table("cow/states2016.csv") if int(row["endyear"]) > 1945}
    assert theirs <= ours


def test_the_numbers_are_those_of_gleditsch_and_ward() -> None:
    ours = {number for state in actors().values() for number in state.gw}
    rows = shared_table("cow/peacesciencer_gw_states.csv")
    theirs = {int(row["gwcode"]) for row in rows if row["enddate"] > "1946"}
    assert theirs - ours == {711}  # Tibet, 1913-1950, which has no ISO code and no entry


def test_the_iso_codes_and_numbers_belong_together() -> None:
    for row in shared_table("country_names/codelist_without_cldr.csv"):
        state = actors().get(row["iso3c"])
        if state and row["cown"].isdecimal() and state.cow:
            assert int(row["cown"]) in state.cow, row["iso3c"]
            assert row["iso2c"] == state.iso2


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("spells", "1990-01-01/1980-01-01", "not in order"),
        ("spells", "1990", "START/END"),
        ("spells", "1990-13-01/..", "not a date"),
        ("cow", "x", "numbers"),
        ("successors", "ZZZ", "no such actor: ZZZ"),
        ("name_en", "", "name_en is empty"),
        ("code", "AUS", "twice"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, column: str, value: str, message: str) -> None:
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[-1][column] = value
    with (tmp_path / "states.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(AtaseError, match=rf"states.csv, line {len(rows) + 1}: .*{message}"):
        load(tmp_path)


def test_a_wrong_header_or_a_short_row_is_named(tmp_path: Path) -> None:
    table = tmp_path / "states.csv"
    table.write_text("code,name\nAUS,Australia\n", encoding="utf-8")
    with pytest.raises(AtaseError, match=r"states.csv, line 1: the header must be code,iso2"):
        load(tmp_path)
    header = (DATA / "states.csv").read_text(encoding="utf-8").splitlines()[0]
    table.write_text(f"{header}\nAUS,AU\n", encoding="utf-8")
    with pytest.raises(AtaseError, match=r"states.csv, line 2: 2 cells, expected 9"):
        load(tmp_path)
