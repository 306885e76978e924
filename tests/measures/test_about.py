"""Every measure is explained: in words, in docs/measures.md, and in both languages."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from atase import measures
from atase.errors import AtaseError
from atase.i18n import LANGUAGES, speaking
from atase.measures.about import described, find, heading, word
from frames import Made, Told, frames, many

PAGE = Path(__file__).parents[2] / "docs" / "measures.md"
ON = date(2025, 6, 30)
NAMES = list(measures.about())


def test_every_function_is_in_the_documentation() -> None:
    functions = PAGE.read_text("utf-8").partition("## The functions")[2]
    told = set(re.findall(r"`(\w+)", functions))
    assert set(measures.__all__) - told == set()


def test_the_documentation_says_of_each_measure_what_atase_says() -> None:
    """`ATASE_UPDATE_GOLDEN=1 pytest tests/measures/test_about.py` writes the section anew."""
    with speaking("en"):
        section = "## The measures\n\n" + "\n".join(map(described, measures.about().values())) + "\n## The functions"
    page = PAGE.read_text("utf-8")
    if os.environ.get("ATASE_UPDATE_GOLDEN"):
        page = re.sub(r"## The measures\n.*?## The functions", lambda _match: section, page, flags=re.S)
        PAGE.write_text(page, "utf-8")
    assert section in page


@pytest.mark.parametrize("name", NAMES)
def test_each_measure_has_all_its_texts_in_both_languages(name: str) -> None:
    entry = find(name)
    assert {text for text, said in entry.texts.items() if set(said) == set(LANGUAGES)} == {
        "label", "says", "formula", "unit", "caveat",
    }  # fmt: skip
    assert entry.label("en") != entry.label("id")


@pytest.mark.parametrize("name", NAMES)
def test_each_measure_can_be_had_by_its_name_and_its_columns_have_names(name: str) -> None:
    entry = find(name)
    codes = ("IDN", "AUS")[: max(entry.fewest, 1)]
    told = (Told("They met.", "2024-05-01"),)
    meeting = Made("dialogue", "confidence", ("AUS", "IDN"), date="2024-05-01", series="Contoh", told=told)
    found = measures.measured(name, frames([meeting]), ON, codes)
    shown = entry.shown or found.columns
    assert set(shown) <= set(found.columns)
    assert [column for column in shown if heading(column, "id") == column] == []


def test_a_mistyped_measure_is_one_line_with_what_was_meant() -> None:
    with pytest.raises(AtaseError, match="no measure is called 'intensty'; did you mean intensity"):
        find("intensty")


def test_too_many_parties_are_refused() -> None:
    with pytest.raises(AtaseError, match="triangle is measured of 1 party, not of 2"):
        measures.measured("triangle", frames([]), ON, ("IDN", "AUS"))


def test_a_span_that_a_measure_does_not_know_is_refused() -> None:
    with pytest.raises(AtaseError, match="contacts knows no span"):
        measures.measured("contacts", frames([]), ON, ("IDN", "AUS"), since=date(2020, 1, 1))


def test_over_years_a_measure_is_taken_at_the_end_of_each() -> None:
    register = many(300)
    found = measures.measured("intensity", register, ON, ("IDN", "AUS"), since=date(2023, 1, 1))
    single = measures.intensity(register, date(2024, 12, 31), ("IDN", "AUS"))
    assert found["year"].to_list() == [2023, 2024, 2025]
    assert found.filter(found["year"] == 2024)["intensity"].item() == single["intensity"].item()


def test_years_without_a_source_are_gaps() -> None:
    made = [
        Made("visit", "confidence", ("AUS", "IDN"), date=f"{year}-05-01", told=(Told("They met.", f"{year}-05-01"),))
        for year in (2020, 2023)
    ]
    found = measures.measured("intensity", frames(made), date(2024, 1, 1), ("AUS", "IDN"), since=date(2020, 1, 1))
    known = dict(found.select("year", "intensity").drop_nulls().iter_rows())
    assert list(known) == [2020, 2023]
    counts = measures.measured("profile", frames(made), date(2024, 1, 1), ("AUS", "IDN")).filter(group="confidence")
    assert counts.select("year", "n", "coverage").rows() == [
        (2020, 1, "covered"),
        (2021, None, "none"),
        (2022, None, "none"),
        (2023, 1, "covered"),
        (2024, None, "none"),
    ]


def test_a_code_of_a_measure_is_told_in_words() -> None:
    assert word("retrospect", "id") == "retrospektif"
    assert word("arms_transfer", "id") == "arms_transfer"
