"""What a person's words stand for: resolve, find_code and suggest."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atase.actors import Name, actors, find_code, names, resolve, suggest
from atase.actors.lookup import OWN
from atase.errors import AtaseError

UNAMBIGUOUS = [name for lang in ("en", "id") for name in names(lang) if name.kind in OWN and name.code]


@given(st.sampled_from(UNAMBIGUOUS), st.sampled_from([str.upper, str.lower, str.title, str]))
def test_every_form_resolves_to_its_bearer_in_any_case(name: Name, change: Callable[[str], str]) -> None:
    assert name.code in {candidate.code for candidate in resolve(change(name.text)).candidates}


@given(st.sampled_from(sorted(actors())))
def test_every_code_and_canonical_name_is_found(code: str) -> None:
    assert find_code(code.lower()) == code
    assert find_code(actors()[code].name_en) == code
    assert find_code(actors()[code].name_id) == code


@given(st.text(max_size=30))
def test_any_text_is_resolved_or_refused_in_one_line(text: str) -> None:
    resolve(text)
    try:
        message = find_code(text)
    except AtaseError as error:
        message = str(error)
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [("AUS", "AUS"), ("aus", "AUS"), ("Australia", "AUS"), ("negeri kanguru", "AUS"), ("turkiye", "TUR")],
)
def test_a_code_is_found_as_people_write_it(text: str, code: str) -> None:
    assert find_code(text) == code


def test_diacritics_and_apostrophes_do_not_count() -> None:
    assert resolve("Cote d’Ivoire").codes == resolve("Côte d'Ivoire").codes == ("CIV",)


def test_a_capital_stands_for_the_state_of_its_day() -> None:
    assert resolve("Moscow", "1985").codes == ("SUN",)
    assert resolve("Moscow", "2005-06").codes == ("RUS",)
    assert resolve("Prague", "1992").codes == ("CSK",)
    assert find_code("Moscow") == "RUS"


@pytest.mark.parametrize(
    ("text", "some"),
    [("Negeri Jiran", {"MYS", "SGP"}), ("Korea", {"KOR", "PRK"}), ("Kongo", {"COD", "COG"}), ("Brussels", {"EU"})],
)
def test_an_ambiguous_name_stays_ambiguous(text: str, some: set[str]) -> None:
    found = resolve(text)
    assert found.ambiguous
    assert some <= set(found.codes)
    with pytest.raises(AtaseError, match=r"may be .*; write the code"):
        find_code(text)


def test_a_place_stands_for_no_party() -> None:
    found = resolve("Surabaya")
    assert found.codes == ()
    assert [(candidate.code, candidate.kind) for candidate in found.candidates] == [("IDN", "place")]


def test_a_mistyped_name_gets_suggestions() -> None:
    assert suggest("Astralia")[0] == "AUS"
    assert suggest("Filipinna")[0] == "PHL"
    assert "SGP" in suggest("SGB")
    assert "AUS" in suggest("aus1")
    assert suggest("qqqqqqqq") == suggest("Zorgland") == suggest("QQQ") == []
    with pytest.raises(AtaseError, match=r"did you mean AUS \(Australia\)"):
        find_code("Astralia")
