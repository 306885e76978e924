"""The bundled documents: complete front matter, known codes, both languages, every group."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from atase.codebook import groups, instruments
from atase.when import first_day

FENCED = re.compile(r"---\n(.*?)\n---\n(.*)", re.S)
NEEDED = {"title", "date", "publisher", "lang", "source", "licence", "covers"}
DOCS = Path(__file__).parents[2] / "docs" / "demo.md"


def documents() -> Iterator[tuple[str, dict[str, str], str]]:
    """Path below the demo folder, front matter, and text of each document."""
    for lang in ("en", "id"):
        for path in sorted((files("atase") / "demo" / lang).iterdir(), key=lambda path: path.name):
            match = FENCED.fullmatch(path.read_text(encoding="utf-8"))
            assert match, f"{lang}/{path.name} has no front matter"
            fields = dict(line.split(": ", 1) for line in match[1].splitlines())
            yield f"{lang}/{path.name}", fields, match[2].strip()


DOCUMENTS = {name: (fields, text) for name, fields, text in documents()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_front_matter_is_complete(name: str) -> None:
    fields, text = DOCUMENTS[name]
    assert NEEDED <= fields.keys() <= NEEDED | {"url"}
    assert fields["lang"] == name[:2]
    assert fields["licence"] == "Apache-2.0"
    assert 2000 <= first_day(fields["date"]).year <= 2025
    assert name[3:7] == fields["date"][:4]
    assert fields.get("url", "http").startswith("http")
    assert 80 <= len(text.split()) <= 200


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_instruments_that_a_document_covers_are_in_the_codebook(name: str) -> None:
    covered = DOCUMENTS[name][0]["covers"].split(", ")
    assert covered
    assert set(covered) <= instruments().keys()


def test_twenty_in_each_language_and_eight_events_told_twice() -> None:
    english, indonesian = ({name[3:] for name in DOCUMENTS if name[:2] == lang} for lang in ("en", "id"))
    assert len(english) == len(indonesian) == 20
    assert len(english & indonesian) == 8


def test_a_retold_event_is_written_anew() -> None:
    titles = [fields["title"] for fields, _ in DOCUMENTS.values()]
    assert len(set(titles)) == len(titles)


def test_every_group_of_the_codebook_is_covered() -> None:
    covered = {code for fields, _ in DOCUMENTS.values() for code in fields["covers"].split(", ")}
    assert {instruments()[code].group for code in covered} == groups().keys()


def test_at_least_twelve_tell_of_indonesia_and_australia() -> None:
    told = [text for _, text in DOCUMENTS.values() if "Indonesia" in text and "Australia" in text]
    assert len(told) >= 12


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_page_lists_the_document_with_its_source(name: str) -> None:
    fields = DOCUMENTS[name][0]
    assert f"| {name} | {fields['title']} | {fields['source']} |" in DOCS.read_text(encoding="utf-8")
