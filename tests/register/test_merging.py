"""Which reports become one activity: by what they say, in any order, and never against a person's word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase.register.likeness import Claim, score
from atase.register.merging import Verdict, cluster, pair


def claim(
    key: str, instrument: str = "visit", codes: str = "AUS IDN", date: str | None = "2024-05-17", **more: str
) -> Claim:
    roles = frozenset(tuple(part.split(":")) for part in more.pop("roles", "").split() if part)
    return Claim(key, more.pop("source", key), instrument, frozenset(codes.split()), roles, date, **more)


def together(a: Claim, b: Claim) -> bool:
    return len(cluster([a, b])) == 1


@pytest.mark.parametrize(
    "other",
    [
        claim("b"),
        claim("b", date="2024-05-18"),
        claim("b", date="2024-05"),
        claim("b", codes="AUS IDN USA"),
        claim("b", "dialogue"),
        claim("b", date=None, told="2024-05-18"),
        claim("b", place="Jakarta"),
    ],
)
def test_reports_of_one_event_come_together(other: Claim) -> None:
    assert together(claim("a", told="2024-05-17"), other)


@pytest.mark.parametrize(
    "other",
    [
        claim("b", source="a"),
        claim("b", "agreement"),
        claim("b", "dialogue", date="2024-05-18"),
        claim("b", codes="IDN USA"),
        claim("b", codes="AUS SGP"),
        claim("b", date="2024-05-29"),
        claim("b", date="2024-06"),
        claim("b", date="2024"),
        claim("b", date=None, told="2024-09-01"),
        claim("b", date=None),
    ],
)
def test_reports_of_two_events_stay_apart(other: Claim) -> None:
    assert not together(claim("a", told="2024-05-17"), other)


def test_a_named_series_bridges_days_and_participants() -> None:
    opening = claim("a", "exercise", "AUS IDN USA", "2024-08-26", series="Super Garuda Shield")
    closing = claim("b", "exercise", "IDN JPN USA", "2024-09-06", series="super garuda shield")
    assert together(opening, closing)
    assert not together(opening, claim("c", "exercise", "AUS IDN USA", "2024-08-26", series="Kakadu"))


def test_what_one_did_to_the_other_is_not_what_the_other_did() -> None:
    one = claim("a", "protest", "CHN IDN", roles="IDN:actor CHN:target")
    assert together(one, claim("b", "protest", "CHN IDN", roles="IDN:actor CHN:target"))
    assert not together(one, claim("b", "protest", "CHN IDN", roles="CHN:actor IDN:target"))


def test_words_of_two_days_are_two_protests() -> None:
    assert not together(claim("a", "protest", date="2024-05-17"), claim("b", "protest", date="2024-05-18"))


def test_chains_do_not_drift() -> None:
    days = [claim(f"d{day:02}", "exercise", date=f"2024-05-{day:02}") for day in (1, 7, 13, 19)]
    assert all(len(group) <= 2 for group in cluster(days))


def test_the_likelier_match_wins() -> None:
    whole = claim("m", date="2024-05")
    exact, other = claim("a", place="Bali"), claim("b", date="2024-05-02", place="Jakarta")
    at_home = Claim("m", "m", "visit", frozenset({"AUS", "IDN"}), date="2024-05", place="Jakarta")
    assert ("b", "m") in cluster([at_home, exact, other])
    assert len(cluster([whole, exact, other])) == 2


def test_a_refusal_holds_through_others() -> None:
    three = [claim("a"), claim("b"), claim("c")]
    found = cluster(three, {("a", "b"): Verdict.DIFFERENT})
    assert not any({"a", "b"} <= set(group) for group in found)
    assert cluster(three, {("a", "b"): Verdict.UNSURE}) == found


def test_a_person_may_put_together_what_rules_would_not() -> None:
    far = [claim("a"), claim("b", date="2024-09-01"), claim("c", date="2024-09-01")]
    assert cluster(far, {("a", "b"): Verdict.SAME}) == [("a", "b", "c")]
    same_source = [claim("a", source="s"), claim("b", source="s")]
    assert cluster(same_source, {("a", "b"): Verdict.SAME}) == [("a", "b")]


settings.register_profile("merging", max_examples=60, deadline=None)
settings.load_profile("merging")

dates = st.sampled_from([None, "2024", "2024-05", "2024-05-17", "2024-05-18", "2024-05-20", "2024-06-01"])
claims = st.lists(
    st.builds(
        Claim,
        key=st.uuids().map(str),
        source=st.sampled_from("opqrst"),
        instrument=st.sampled_from(["visit", "dialogue", "exercise", "protest"]),
        codes=st.sets(st.sampled_from(["IDN", "AUS", "USA", "SGP"]), min_size=2).map(frozenset),
        date=dates,
        told=st.sampled_from([None, "2024-05-17", "2024-05-21"]),
        place=st.sampled_from([None, "Jakarta", "Bali"]),
        series=st.sampled_from([None, None, "Garuda"]),
    ),
    max_size=12,
    unique_by=lambda each: each.key,
)


@st.composite
def judged_claims(draw: st.DrawFn) -> tuple[list[Claim], dict[tuple[str, str], Verdict]]:
    some = draw(claims)
    keys = [each.key for each in some]
    if len(keys) < 2:
        return some, {}
    pairs = st.lists(st.sampled_from(keys), min_size=2, max_size=2, unique=True).map(lambda two: pair(*two))
    return some, draw(st.dictionaries(pairs, st.sampled_from(list(Verdict)), max_size=4))


@given(judged_claims(), st.randoms(use_true_random=False))
def test_no_order_matters(case: tuple[list[Claim], dict[tuple[str, str], Verdict]], random: st.randoms) -> None:
    some, judged = case
    shuffled = random.sample(some, len(some))
    turned = dict(random.sample(list(judged.items()), len(judged)))
    assert cluster(shuffled, turned) == cluster(some, judged)


@given(judged_claims())
def test_clusters_part_the_reports_and_respect_the_person(
    case: tuple[list[Claim], dict[tuple[str, str], Verdict]],
) -> None:
    some, judged = case
    found = cluster(some, judged)
    assert sorted(key for group in found for key in group) == sorted(each.key for each in some)
    home = {key: group for group in found for key in group}
    for (left, right), verdict in judged.items():
        assert verdict is Verdict.SAME or home[left] is not home[right]


@given(claims)
def test_machines_never_put_two_reports_of_a_source_together(some: list[Claim]) -> None:
    source = {each.key: each.source for each in some}
    for group in cluster(some):
        assert len({source[key] for key in group}) == len(group)


@given(claims)
def test_each_activity_can_be_clustered_again_to_itself(some: list[Claim]) -> None:
    known = {each.key: each for each in some}
    for group in cluster(some):
        assert cluster([known[key] for key in group]) == [group]


@given(claims)
def test_likeness_is_mutual(some: list[Claim]) -> None:
    for one in some:
        for other in some:
            assert score(one, other) == score(other, one)
