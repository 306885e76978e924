"""The whole text of a brief, against files that a person has read.

`ATASE_UPDATE_GOLDEN=1 pytest tests/briefs/test_golden.py` writes them anew: read the difference before committing it.
"""

import os
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from atase.briefs import Brief, bilateral, country, render

GOLDEN = Path(__file__).parent / "golden"


def made(kind: str, register: dict[str, pl.DataFrame], on: date, lang: str) -> Brief:
    if kind == "bilateral":
        return bilateral(register, "IDN", "AUS", on, lang)
    return country(register, "IDN", on, lang)


@pytest.mark.parametrize("kind", ["bilateral", "country"])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_text_is_as_a_person_read_it(kind: str, lang: str, register: dict[str, pl.DataFrame], on: date) -> None:
    text = render(made(kind, register, on, lang), "md").decode()
    file = GOLDEN / f"{kind}.{lang}.md"
    if os.environ.get("ATASE_UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text("utf-8")
