"""The codebook that ships: complete, consistent, and told in both languages."""

import time
from importlib.resources import files

import pytest

from atase.codebook import codebook, groups, instruments, load, roots, stages, themes
from atase.i18n import LANGUAGES, speaking

CODES = {
    "confidence": "visit dialogue information_exchange arms_limitation declaration personnel_exchange "
    "education agreement exercise port_call",
    "capability": "military_aid arms_transfer basing security_guarantee advice",
    "industry": "joint_production joint_research licensing industrial_investment",
    "joint_action": "joint_patrol peace_operation disaster_relief law_enforcement",
    "settlement": "dispute_settlement",
    "friction": "protest threat show_of_force incursion clash sanction downgrade",
}
STAGES = "proposed planned underway done suspended cancelled"
THEMES = (
    "terrorism maritime_security piracy cyber nuclear_wmd arms_trafficking drugs human_trafficking "
    "financial_crime border territorial_dispute disaster climate_environment energy health "
    "economic_security peacekeeping space information_operations interoperability human_rights "
    "women_peace_security"
)
PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT"
)
RANKS = "working_level senior_official service_chief chief_of_defence minister leader"


def test_every_code_is_there_in_its_group_and_no_other() -> None:
    assert list(groups()) == list(CODES)
    for group, codes in CODES.items():
        assert {code for code, entry in instruments().items() if entry.group == group} == set(codes.split())
    assert list(stages()) == STAGES.split()
    assert list(themes()) == THEMES.split()


def test_a_code_means_one_thing() -> None:
    kinds = (groups(), instruments(), stages(), themes())
    assert len(codebook().entries()) == sum(map(len, kinds))


@pytest.mark.parametrize("code", codebook().entries())
def test_texts_differ_by_language_and_end_as_sentences(code: str) -> None:
    entry = codebook().entries()[code]
    definitions = {entry.definition(lang) for lang in LANGUAGES}
    assert len(definitions) == len(LANGUAGES)
    assert all(text.endswith(".") and len(text) < 250 for text in definitions)
    assert all(entry.label(lang)[0].isupper() for lang in LANGUAGES)


def test_label_follows_the_interface_and_falls_back_to_english() -> None:
    visit = instruments()["visit"]
    with speaking("id"):
        assert visit.label() == "Kunjungan"
    assert visit.label("id") == "Kunjungan"
    assert visit.label("fr") == visit.label("en") == "Visit"


def test_meetings_share_the_scale_of_ranks() -> None:
    for code in ("visit", "dialogue", "declaration", "dispute_settlement"):
        assert [level.code for level in instruments()[code].depth] == RANKS.split()


@pytest.mark.parametrize("code", instruments())
def test_depth_levels_are_distinct_and_labelled(code: str) -> None:
    levels = instruments()[code].depth
    assert len(levels) > 1
    assert len({level.code for level in levels}) == len(levels)
    assert all(level.label("en") and level.label("id") for level in levels)


def test_crosswalk_lists_every_root() -> None:
    assert [code for code, root in roots().items() if root.system == "PLOVER"] == PLOVER.split()
    assert [code for code, root in roots().items() if root.system == "CAMEO"] == [
        f"{number:02}" for number in range(1, 21)
    ]


def test_crosswalk_agrees_from_both_sides() -> None:
    for code, instrument in instruments().items():
        named = {plover.root for plover in instrument.plover} | {cameo[:2] for cameo in instrument.cameo}
        assert named
        assert named == {root.code for root in roots().values() if code in root.instruments}
    for root in roots().values():
        assert bool(root.instruments or root.stages) != bool(root.reason)


def test_every_reference_is_cited_or_explains_a_crosswalk() -> None:
    cited = {source for instrument in instruments().values() for source in instrument.sources}
    assert set(codebook().references) - cited == {"CAMEO"}


def test_loading_is_fast() -> None:
    """About 8 ms; the best of five, with room for a busy machine."""
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        load(files("atase.codebook") / "data")
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.05
