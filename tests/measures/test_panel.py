"""Panels hold every pair of members once (or in both orders), and no zero where nothing is known."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import covariate_files
from atase.errors import AtaseError
from atase.measures import panel
from frames import Made, Told, frames

DATA = Path(__file__).parents[2] / "../shared/data"
ON = date(2026, 1, 1)
ADDED = ["atop", "distance", "nmc", "ideal_points", "contiguity", "rivalries", "disputes"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return covariate_files.write(tmp_path_factory.mktemp("data"))


@pytest.fixture
def real() -> Path:
    if not (DATA / "cow/states2016.csv").exists():
        pytest.skip("needs ../shared/data")
    return DATA


def row(made: panel.Panel, **wanted: int) -> dict[str, object]:
    return made.frame.row(by_predicate=pl.all_horizontal(pl.col(k) == v for k, v in wanted.items()), named=True)


def test_states_are_those_that_were_members_on_some_day(folder: Path) -> None:
    made = panel.states("1949:1949", data=folder).frame
    assert made["ccode"].to_list() == [2, 850, 900]
    assert made.filter(ccode=850)["since"].to_list() == [date(1949, 12, 27)]


def test_who_is_a_member_on_the_lists_last_day_goes_on(folder: Path) -> None:
    assert panel.states("2025", data=folder).frame["ccode"].to_list() == [2, 115, 850, 900]


def test_states_that_never_met_are_no_pair(folder: Path) -> None:
    made = panel.dyads("1975", data=folder).frame
    assert made.filter(ccode1=115, ccode2=817).is_empty()
    assert made.filter(ccode1=817, ccode2=850).height == 1


@settings(max_examples=12, deadline=None)
@given(
    first=st.integers(1946, 2025),
    length=st.integers(0, 3),
    system=st.sampled_from(["cow", "gw", "iso"]),
    period=st.sampled_from(["year", "quarter", "month"]),
)
def test_a_directed_panel_is_the_undirected_one_in_both_orders(
    first: int, length: int, system: str, period: str
) -> None:
    years = f"{first}:{min(first + length, 2025)}"
    once = panel.dyads(years, False, system, period).frame  # type: ignore[arg-type]
    both = panel.dyads(years, True, system, period).frame  # type: ignore[arg-type]
    turned = once.rename(
        {name: name[:-1] + ("2" if name[-1] == "1" else "1") for name in once.columns if name[-1] in "12"}
    )
    assert both.height == 2 * once.height
    assert both.sort(both.columns).equals(pl.concat([once, turned.select(once.columns)]).sort(both.columns))


def test_adding_changes_neither_rows_nor_what_is_there(folder: Path) -> None:
    for plain in (panel.dyads("1949:1976", data=folder), panel.dyads("1949:1976", directed=True, data=folder)):
        made = plain
        for name in ADDED:
            made = made.add(name)
            assert made.frame.select(plain.frame.columns).equals(plain.frame)


def test_an_obligation_stands_at_the_side_that_took_it_on(folder: Path) -> None:
    made = panel.dyads("1952", data=folder).add("atop")
    pair = row(made, ccode1=2, ccode2=900)
    assert (pair["atop_defense1"], pair["atop_defense2"], pair["atop_consul1"], pair["atop_consul2"]) == (1, 0, 1, 1)
    turned = row(panel.dyads("1952", directed=True, data=folder).add("atop"), ccode1=900, ccode2=2)
    assert (turned["atop_defense1"], turned["atop_defense2"]) == (0, 1)


def test_no_zero_outside_what_a_file_covers(folder: Path) -> None:
    made = panel.dyads("1952:2021", data=folder).add("atop").add("rivalries").add("contiguity").add("disputes")
    pair = {year: row(made, ccode1=850, ccode2=900, year=year) for year in (1970, 2018, 2019, 2021)}
    assert [pair[year]["atop_defense1"] for year in pair] == [0, 0, None, None]
    assert [pair[year]["rivalry"] for year in pair] == [0, 0, 0, None]
    assert [pair[year]["contiguity"] for year in pair] == [1, None, None, None]
    assert [pair[year]["hostility1"] for year in pair] == [0, None, None, None]


def test_no_zero_beyond_the_years_that_a_cut_file_reaches(folder: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.csv"
    cut.write_text("".join(covariate_files.FILES["alliances.csv"].splitlines(True)[:3]), encoding="utf-8")
    made = panel.dyads("1951:1953", data=folder).add("atop", cut).frame.filter(ccode1=2, ccode2=850)
    assert made["atop_defense1"].to_list() == [None, 0, None]


def test_an_unknown_value_is_no_zero_but_null(folder: Path) -> None:
    pair = row(panel.dyads("1970", data=folder).add("nmc").add("distance"), ccode1=2, ccode2=850)
    assert (pair["milex1"], pair["milex2"], pair["irst2"], pair["distance"]) == (100, None, 0, None)


def test_a_states_values_come_with_their_difference_in_pairs_and_alone_for_states(folder: Path) -> None:
    pair = row(panel.dyads("1970", data=folder).add("ideal_points"), ccode1=2, ccode2=850)
    assert (pair["ideal_point1"], pair["ideal_point2"], pair["ideal_distance"]) == (1.5, -0.5, 2.0)
    assert row(panel.states("1970", data=folder).add("ideal_points"), ccode=850)["ideal_point"] == -0.5


def test_quarters_and_months_carry_the_years_values(folder: Path) -> None:
    made = panel.dyads("1970", period="quarter", data=folder).add("distance").frame.filter(ccode1=850, ccode2=900)
    assert made.select("year", "quarter", "distance").rows() == [(1970, quarter, 207.5) for quarter in (1, 2, 3, 4)]


def test_a_state_of_another_list_has_no_zero_where_it_is_no_member(folder: Path) -> None:
    made = panel.dyads("1960", system="iso", data=folder).add("atop").frame
    outsider = made.filter(pl.col("code1") == "AUS", pl.col("code2") == "FRA")
    assert outsider.height == 1
    assert outsider["atop_defense1"].to_list() == [None]
    assert outsider["ccode2"].to_list() == [None]


def test_numbers_are_those_of_the_time() -> None:
    made = panel.states("1985:1995", system="iso").frame
    assert dict(made.filter(code="DEU").select("year", "ccode").iter_rows()) | {1985: 260, 1991: 255} == dict(
        made.filter(code="DEU").select("year", "ccode").iter_rows()
    )
    union = panel.states("1985:1995").frame.filter(ccode=365)
    assert union["code"].to_list() == ["SUN"] * 7 + ["RUS"] * 4


@pytest.mark.parametrize("years", ["1980-2025", "2025:1980", "", "80:90", "19800:2025"])
def test_misspelled_years_are_told(years: str) -> None:
    with pytest.raises(AtaseError, match="write the first and the last, such as 1980:2025"):
        panel.dyads(years)


def test_what_cannot_be_added_is_told_in_a_line(folder: Path) -> None:
    made = panel.dyads("1970", data=folder)
    with pytest.raises(AtaseError, match="no file of sipri_milex is known"):
        made.add("sipri_milex")
    with pytest.raises(AtaseError, match="distance tells of pairs; it cannot be added to a panel of states"):
        panel.states("1970", data=folder).add("distance")
    with pytest.raises(AtaseError, match="has a column distance already"):
        made.add("distance").add("distance")
    with pytest.raises(AtaseError, match="list of states begins in 1945"):
        panel.states("1900:1950")
    with pytest.raises(AtaseError, match="there is no such folder"):
        panel.states("1970", data=folder / "nowhere")


def test_all_that_was_used_is_cited(folder: Path) -> None:
    cited = panel.dyads("1970", data=folder).add("nmc").cite().splitlines()
    assert [line.split(" [")[1].split("]")[0] for line in cited] == ["members.csv", "capabilities.csv"]
    assert "Singer" in cited[1]
    assert panel.dyads("1970").cite().startswith("Members of the state system: Atase's list")
    legend = panel.dyads("1970", data=folder).add("ideal_points").legend()
    assert legend["column"].to_list() == ["ideal_point1", "ideal_point2", "ideal_distance"]


def test_activities_are_counted_by_pair_and_period_with_confirmed_apart() -> None:
    told = (Told("A made-up sentence.", date="2020-06-01"),)
    register = frames(
        [
            Made("exercise", "confidence", ("AUS", "IDN", "JPN"), date="2020-05-03", told=told),
            Made("exercise", "confidence", ("AUS", "IDN"), date="2020-11-20", state="confirmed", told=told),
            Made("exercise", "confidence", ("AUS", "IDN"), date="2020", state="rejected", told=told),
            Made("exercise", "confidence", ("AUS", "IDN"), date="2020", stage="planned", told=told),
            Made("visit", "confidence", ("AUS", "IDN"), date="2020", told=told),
        ]
    )
    by_year = panel.dyads("2020:2021", system="iso").activities(register, ON, only=["exercise", "visit"])
    pairs = by_year.frame.filter(pl.col("code1") == "AUS", pl.col("code2").is_in(["IDN", "JPN", "NZL"]))
    counts = {
        (r["year"], r["code2"]): (r["n_exercise"], r["confirmed_exercise"], r["n_visit"]) for r in pairs.to_dicts()
    }
    assert counts[2020, "IDN"] == (2, 1, 1)
    assert counts[2020, "JPN"] == (1, 0, 0)
    assert counts[2020, "NZL"] == (None, None, None)
    assert counts[2021, "IDN"] == (None, None, None)

    by_quarter = panel.dyads("2020", system="iso", period="quarter").activities(
        register, ON, only=["exercise", "visit"]
    )
    pair = by_quarter.frame.filter(pl.col("code1") == "AUS", pl.col("code2") == "IDN")
    assert pair["n_exercise"].to_list() == [0, 1, 0, 1]
    assert pair["n_visit"].to_list() == [0, 0, 0, 0]


def test_what_a_later_source_tells_of_a_year_makes_no_zeros_in_it() -> None:
    told = (Told("A made-up sentence.", date="2020-06-01"),)
    register = frames([Made("exercise", "confidence", ("AUS", "IDN"), date="1995-05-03", told=told)])
    made = panel.dyads("1995", system="iso").activities(register, ON, only=["exercise", "visit"]).frame
    pair = made.filter(pl.col("code1") == "AUS", pl.col("code2") == "IDN")
    assert pair.select("n_exercise", "confirmed_exercise", "n_visit", "confirmed_visit").row(0) == (1, 0, None, None)


def test_what_has_a_direction_counts_in_that_order_alone_and_allies_are_no_pair() -> None:
    told = (Told("A made-up sentence.", date="2020-06-01"),)
    register = frames(
        [
            Made(
                "arms_transfer", "capability", ("IDN", "KOR"), date="2020", roles=("recipient", "supplier"), told=told
            ),
            Made("exercise", "confidence", ("IDN", "KOR"), date="2020", roles=("host", "participant"), told=told),
            Made(
                "protest", "friction", ("IDN", "KOR", "CHN"), date="2020", roles=("actor", "actor", "target"), told=told
            ),
        ]
    )

    def counts(directed: bool) -> dict[tuple[str, str], tuple[int, ...]]:
        made = panel.dyads("2020", directed, system="iso").activities(register, ON)
        named = made.frame.select("code1", "code2", "n_arms_transfer", "n_exercise", "n_protest")
        return {(a, b): tuple(n) for a, b, *n in named.drop_nulls().iter_rows()}

    assert counts(directed=True) == {
        ("CHN", "IDN"): (0, 0, 0),
        ("CHN", "KOR"): (0, 0, 0),
        ("IDN", "CHN"): (0, 0, 1),
        ("IDN", "KOR"): (0, 1, 0),
        ("KOR", "CHN"): (0, 0, 1),
        ("KOR", "IDN"): (1, 1, 0),
    }
    assert counts(directed=False) == {("CHN", "IDN"): (0, 0, 1), ("CHN", "KOR"): (0, 0, 1), ("IDN", "KOR"): (1, 1, 0)}


def test_a_states_activities_count_once_each() -> None:
    told = (Told("A made-up sentence.", date="2020-06-01"),)
    register = frames([Made("exercise", "confidence", ("AUS", "IDN", "JPN"), date="2020-05-03", told=told)])
    made = panel.states("2020", system="iso").activities(register, ON, by="group", only=["confidence"]).frame
    assert made.drop_nulls("n_confidence").select("code", "n_confidence", "confirmed_confidence").rows() == [
        ("AUS", 1, 0),
        ("IDN", 1, 0),
        ("JPN", 1, 0),
    ]


def test_pairs_of_all_states_are_as_many_as_members_allow(real: Path) -> None:
    members = panel.states("1946:2025", data=real).frame.group_by("year").agg(n=pl.len().cast(pl.Int64))
    pairs = panel.dyads("1946:2025", data=real).frame.group_by("year").agg(pairs=pl.len().cast(pl.Int64))
    counts = members.join(pairs, on="year").with_columns(apart=pl.col("n") * (pl.col("n") - 1) // 2 - pl.col("pairs"))
    # Zanzibar, two Vietnams and Yemens, the two Germanies: pairs of a year that share no day of it
    assert dict(counts.filter(pl.col("apart") != 0).select("year", "apart").sort("year").iter_rows()) == {
        1958: 1,
        1964: 3,
        1975: 7,
        1990: 8,
    }
    assert members.filter(year=2016)["n"].to_list() == [195]


def test_alliances_stand_in_both_directions_and_nowhere_outside_their_years(real: Path) -> None:
    made = panel.dyads("2010:2025", directed=True, data=real).add("atop").frame
    one = made.select("year", "ccode1", "ccode2", "atop_defense1", "atop_defense2")
    turned = one.select(
        "year", ccode1="ccode2", ccode2="ccode1", atop_defense1="atop_defense2", atop_defense2="atop_defense1"
    )
    assert one.sort(one.columns).equals(turned.sort(turned.columns))
    assert made.filter(pl.col("year") <= 2018)["atop_defense1"].null_count() == 0
    assert made.filter(pl.col("year") > 2018)["atop_defense1"].drop_nulls().is_empty()
    assert row(panel.dyads("2015", data=real).add("atop"), ccode1=2, ccode2=900)["atop_defense1"] == 1
