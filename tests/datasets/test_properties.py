"""Whatever stands in the cells: one outcome a row, and a report that is sound."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atase.actors import actors
from atase.datasets import Told, card, cards, read
from atase.datasets.states import named, numbered
from datasets.test_real_files import check
from made_up import write

TEXTS = [
    (name, place)
    for name, place in product(cards(), range(4))
    if place < len(card(name).layouts) and card(name).layouts[place].format == "text" and name != "icews14"
]
CELL = st.sampled_from(
    ["", "0", "1", "2", "9", "12", "31", "850", "365", "1964", "2010", "99999", "-9", "-77", "NA", "xx", "?", "IDN",
     "AUS", "Indonesia", "Soviet Union", "NATO", "Nowhere", "1/29/01", "2014-02-30", "2014-03-31", "20140331", "042",
     "Military", "GOV", "Nepal (150)", "(", "١٢", "²", "Yes"],
) | st.text(st.characters(codec="utf-8", exclude_characters='"\r\n\t\x00'), max_size=8)  # fmt: skip


@pytest.mark.parametrize(("name", "layout"), TEXTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_row_has_one_outcome(name: str, layout: int, data: st.DataObject, tmp_path: Path) -> None:
    columns = card(name).layouts[layout].columns
    row = st.fixed_dictionaries(dict.fromkeys(columns, CELL)).filter(lambda row: any(map(str.strip, row.values())))
    rows = data.draw(st.lists(row, min_size=1, max_size=4))
    path = write(tmp_path / "file_Indonesia.csv", name, *rows, layout=layout)
    outcomes = list(read(name, path))
    assert [outcome.row for outcome in outcomes] == list(range(1, len(outcomes) + 1))
    assert len(outcomes) == len(rows)
    for outcome in outcomes:
        if isinstance(outcome, Told):
            check(name, outcome)


@given(st.sampled_from(sorted(actors())))
def test_codes_round_trip(code: str) -> None:
    bearer = actors()[code]
    assert named(card("mme"), code, None) == code
    assert named(card("mme"), bearer.name_en, None) == code
    for system in ("cow", "gw"):
        for number in getattr(bearer, system):
            on = bearer.spells[-1].end or "2020"
            assert number in getattr(actors()[numbered(system, str(number), on)], system)
