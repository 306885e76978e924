"""Parties in the network, their peers, and the forums in which they meet."""

from datetime import date

import polars as pl
import pytest

from atase import measures
from frames import Made, frames, many

ON = date(2024, 6, 15)


def deeds(*pairs: str, instrument: str = "agreement", group: str = "confidence", **more: object) -> list[Made]:
    return [Made(instrument, group, tuple(sorted(pair.split())), "done", "2024-06-15", **more) for pair in pairs]  # type: ignore[arg-type]


def row(found: pl.DataFrame, party: str) -> dict[str, object]:
    return found.filter(pl.col("party") == party).row(0, named=True)


STAR = deeds("IDN AUS", "IDN JPN", "IDN SGP", "IDN USA")


def test_who_stands_between_all_others_is_the_broker() -> None:
    found = measures.network(frames(STAR), ON)
    hub, leaf = row(found, "IDN"), row(found, "AUS")
    assert (hub["degree"], hub["betweenness"], leaf["betweenness"]) == (4, 1.0, 0.0)
    assert hub["constraint"] == pytest.approx(0.25)
    assert leaf["constraint"] == pytest.approx(1.0)
    assert hub["strength"] == pytest.approx(12.0)
    assert hub["closeness"] == pytest.approx(3.0)


def test_groups_that_keep_to_themselves_are_communities() -> None:
    first, second = ("AUS IDN", "IDN SGP", "AUS SGP"), ("FRA DEU", "FRA ITA", "DEU ITA", "DEU ESP")
    found = measures.network(frames(deeds(*first, *second)), ON)
    groups = found.group_by("community").agg(pl.col("party").sort()).sort("community")["party"].to_list()
    assert groups == [["DEU", "ESP", "FRA", "ITA"], ["AUS", "IDN", "SGP"]]
    assert row(found, "ESP")["core"] == 1
    assert row(found, "DEU")["core"] == 2


def test_friction_and_the_dust_of_the_past_are_no_ties() -> None:
    quarrel = deeds("AUS IDN", instrument="clash", group="friction")
    faded = [Made("port_call", "confidence", ("AUS", "IDN"), "done", "1980")]
    assert measures.network(frames([*quarrel, *faded]), ON).is_empty()


def test_the_same_network_gives_the_same_figures_in_any_order() -> None:
    made = many(300)
    mixed = made | {"activities": made["activities"].reverse()}
    assert measures.network(made, ON).equals(measures.network(mixed, ON))


def test_among_several_parties_only_their_own_ties_count() -> None:
    found = measures.network(frames(STAR), ON, ("IDN", "AUS", "JPN"))
    assert set(found["party"]) == {"AUS", "IDN", "JPN"}


def test_those_with_the_same_partners_are_alike() -> None:
    made = frames(deeds("IDN AUS", "IDN JPN", "MYS AUS", "MYS JPN", "THA AUS", "THA FRA", "IDN MYS"))
    found = measures.similarity(made, ON, "IDN")
    assert row(found, "MYS") == {"party": "MYS", "similarity": pytest.approx(1.0), "shared": 2}
    assert row(found, "THA")["similarity"] == pytest.approx(
        1 / 6**0.5
    )  # of its two partners and the three of Indonesia, one is shared
    assert "FRA" not in found["party"]


def test_forums_join_parties() -> None:
    made = frames(
        deeds("AUS IDN", "IDN SGP", instrument="exercise", series="Kakadu") + deeds("IDN JPN", series="Komodo")
    )
    found = measures.forums(made, ON, ("IDN",))
    assert found.select("forum", "n", "parties", "forums").rows() == [("Kakadu", 2, 3, 2), ("Komodo", 1, 2, 2)]
