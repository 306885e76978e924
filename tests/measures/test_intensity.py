"""Points, their sums with intervals, tension, balance and how ranks move."""

import math
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atase import measures
from atase.codebook import instruments, stages
from atase.errors import AtaseError
from atase.measures.weights import weights
from frames import Made, frames, many

ON = date(2024, 6, 15)
PAIR = ("AUS", "IDN")
GROUP = {code: entry.group for code, entry in instruments().items()}


def deed(
    instrument: str, when: str | None, parties: tuple[str, ...] = PAIR, stage: str = "done", **more: object
) -> Made:
    return Made(instrument, GROUP[instrument], parties, stage, when, **more)  # type: ignore[arg-type]


def of(made: list[Made], *codes: str) -> float | None:
    return measures.intensity(frames(made), ON, codes or PAIR)["intensity"].item()


def test_a_bilateral_visit_of_ministers_today_is_the_unit() -> None:
    assert of([deed("visit", "2024-06-15", depth="minister")]) == 1.0


def test_a_half_life_later_it_counts_half() -> None:
    day = ON - timedelta(days=round(weights().instrument["visit"]["half_life"] * 365.25))
    half = of([deed("visit", day.isoformat(), depth="minister")])
    assert half is not None
    assert math.isclose(half, 0.5, abs_tol=1e-3)


def test_an_agreement_in_force_does_not_age() -> None:
    old = deed("agreement", "1990-01-01", end="2030")
    assert of([old]) == of([deed("agreement", "2024-06-15")])


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (deed("visit", "2024", stage="planned"), deed("visit", "2024")),
        (deed("visit", "2024", stage="proposed"), deed("visit", "2024", stage="planned")),
        (deed("visit", "2024", depth="minister"), deed("visit", "2024", depth="leader")),
        (deed("exercise", "2024", depth="table_top"), deed("exercise", "2024", depth="multi_domain")),
        (deed("exercise", "2024", ("AUS", "IDN", "JPN")), deed("exercise", "2024")),
        (deed("exercise", "2024", ("AUS", "IDN", "UN")), deed("exercise", "2024", ("ASEAN", "AUS", "IDN"))),
        (deed("visit", "2010"), deed("visit", "2020")),
    ],
)
def test_what_weighs_more(less: Made, more: Made) -> None:
    one, other = of([less]), of([more])
    assert one is not None
    assert other is not None
    assert 0 < one < other


@pytest.mark.parametrize("stage", ["cancelled", "suspended"])
def test_what_was_called_off_counts_nothing(stage: str) -> None:
    assert of([deed("visit", "2024", stage=stage)]) is None


def test_a_pair_of_which_nothing_is_known_is_not_covered_and_no_zero() -> None:
    found = measures.intensity(frames([deed("visit", "2024")]), ON, ("AUS", "IDN", "JPN"))
    assert found.filter(pl.col("b") == "JPN")["intensity"].to_list() == [None, None]


def test_an_undated_deed_is_counted_apart() -> None:
    found = measures.intensity(frames([deed("visit", None)]), ON, PAIR)
    assert found.select("intensity", "n", "undated").row(0) == (None, 0, 1)


def test_friction_is_no_cooperation_and_the_other_way_round() -> None:
    made = frames([deed("protest", "2024"), deed("visit", "2024")])
    assert measures.intensity(made, ON, PAIR)["n"].item() == measures.tension(made, ON, PAIR)["n"].item() == 1


def test_two_on_one_side_have_no_tension() -> None:
    made = frames([deed("threat", "2024", ("AUS", "IDN", "PRK"), roles=("actor", "actor", "target"))])
    assert measures.tension(made, ON, PAIR)["tension"].item() is None
    assert measures.tension(made, ON, ("IDN", "PRK"))["tension"].item() > 0


@pytest.mark.parametrize(
    ("kinds", "stance"),
    [(["visit"], "cooperation"), (["visit", "protest"], "competition"), (["clash", "protest"], "conflict")],
)
def test_the_stance_of_a_relation(kinds: list[str], stance: str) -> None:
    made = frames([deed(kind, "2024-06-15", depth="minister" if kind == "visit" else None) for kind in kinds])
    assert measures.balance(made, ON, PAIR)["stance"].item() == stance


SOME = st.lists(
    st.builds(
        deed,
        st.sampled_from(sorted(GROUP)),
        st.dates(date(2000, 1, 1), ON).map(date.isoformat),
        st.sampled_from([("AUS", "IDN"), ("IDN", "JPN"), ("AUS", "IDN", "JPN"), ("AUS", "JPN")]),
        st.sampled_from(sorted(stages())),
    ),
    min_size=1,
    max_size=12,
)


@settings(deadline=None, max_examples=12)
@given(SOME, SOME)
def test_a_further_activity_never_lowers_intensity_nor_its_bounds(first: list[Made], more: list[Made]) -> None:
    before, after = (measures.intensity(frames(made), ON) for made in (first, [*first, *more]))
    both = before.join(after, on=["a", "b"], suffix="_after", how="left")
    for name in ("intensity", "lower", "upper"):
        assert both.filter(pl.col(name) > pl.col(f"{name}_after").fill_null(0.0) + 1e-9).is_empty()


@settings(deadline=None, max_examples=12)
@given(SOME, st.randoms())
def test_the_order_of_reports_does_not_matter(made: list[Made], rng) -> None:  # type: ignore[no-untyped-def]
    told = frames(made)
    rows = list(range(told["activities"].height))
    rng.shuffle(rows)
    mixed = told | {"activities": told["activities"][rows], "parties": told["parties"].reverse()}
    for measure in (measures.intensity, measures.tension, measures.ranking, measures.balance):
        assert measure(told, ON).equals(measure(mixed, ON))


def test_the_interval_of_equal_activities_is_that_of_a_poisson_rate() -> None:
    found = measures.intensity(frames([deed("visit", "2024-06-15", depth="minister")] * 20), ON, PAIR)
    low, high = found.select("lower", "upper").row(0)
    assert 10.5 < low < 14.0  # the gamma distribution of 20 has its bounds at 12.2 and 29.7
    assert 27.0 < high < 32.5


def test_ranks_are_bounded_by_sampling_and_by_weights() -> None:
    found = measures.ranking(many(300), ON, ("IDN",)).drop_nulls("rank")
    assert found["rank"].is_sorted()
    for kind in ("rank", "weights"):
        assert (found[f"{kind}_best"] <= found[f"{kind}_worst"]).all()
    assert (found["weights_best"] < found["weights_worst"]).any()


def test_every_instrument_and_stage_has_its_weight() -> None:
    assert set(weights().instrument) == set(instruments())
    assert set(weights().stage) == set(stages())


def test_a_users_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text("[instrument.visit]\nweight = 2\n", encoding="utf-8")
    mine, own = weights(path), weights()
    assert mine.instrument["visit"] == {"weight": 2.0, "half_life": own.instrument["visit"]["half_life"]}
    assert mine.stage == own.stage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[instrument.visist]\nweight = 2", "visist"),
        ("[stage]\ndone = -1", "done = -1"),
        ("[stage]\ndone = nan", "done = nan"),
        ("[stage]\ndone = 'much'", "much"),
        ("stage = 3", "stage"),
        ("[instrument.visit]\nhalf_life = 0", "above 0"),
        ("[stage", "my.toml"),
    ],
)
def test_a_wrong_weight_is_named_with_its_file(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AtaseError, match=r"my\.toml") as error:
        weights(path)
    assert told in str(error.value)
    assert "\n" not in str(error.value)
