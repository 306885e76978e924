"""What the reader says about single sentences."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from atase.reader import read
from atase.reader.languages import detect
from atase.report import Document


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file beside this one."""
    found: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["case"]
    return found


CASES, MALAY = cases("cases.toml"), cases("malay.toml")
WRITTEN = "2024-05-15"


def told(text: str, lang: str | None = None) -> list[str]:
    """The reports of a text, each in a line."""
    return sorted(
        f"{report.instrument} {','.join(report.codes)} {report.stage} {report.date or '-'}"
        for report in read(Document(text, date=WRITTEN, lang=lang))
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_a_sentence_is_read_as_a_person_would(case: dict[str, Any]) -> None:
    assert told(case["text"]) == sorted(case["expected"])


@pytest.mark.parametrize("case", MALAY, ids=lambda case: case["text"][:50])
def test_a_malay_sentence_is_read_as_a_person_would(case: dict[str, Any]) -> None:
    assert told(case["text"], "ms") == sorted(case["expected"])


def test_malay_is_told_from_indonesian() -> None:
    """A sentence without any word in which the two differ is taken for Indonesian."""
    texts = [case["text"] for case in MALAY]
    assert detect(" ".join(texts)) == "ms"
    assert sum(detect(text) == "ms" for text in texts) > 0.7 * len(texts)


@pytest.mark.parametrize("end", [". ", " "])
def test_a_text_that_repeats_itself_takes_no_longer_than_its_length(end: str) -> None:
    text = f"Menteri Pertahanan RI menerima Menteri Pertahanan Australia di Jakarta, 17 Mei 2024{end}" * 4_000
    read(Document("", date="2024-05-18"))
    begun = time.process_time()
    assert read(Document(text, date="2024-05-18"))
    assert time.process_time() - begun < 10
