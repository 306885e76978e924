"""What the reader says about single sentences."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from atase.reader import read
from atase.report import Document

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
WRITTEN = "2024-05-15"


def told(text: str) -> list[str]:
    """The reports of a text, each in a line."""
    return sorted(
        f"{report.instrument} {','.join(report.codes)} {report.stage} {report.date or '-'}"
        for report in read(Document(text, date=WRITTEN))
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_a_sentence_is_read_as_a_person_would(case: dict[str, Any]) -> None:
    assert told(case["text"]) == sorted(case["expected"])


@pytest.mark.parametrize("end", [". ", " "])
def test_a_text_that_repeats_itself_takes_no_longer_than_its_length(end: str) -> None:
    text = f"Menteri Pertahanan RI menerima Menteri Pertahanan Australia di Jakarta, 17 Mei 2024{end}" * 4_000
    read(Document("", date="2024-05-18"))
    begun = time.process_time()
    assert read(Document(text, date="2024-05-18"))
    assert time.process_time() - begun < 10
