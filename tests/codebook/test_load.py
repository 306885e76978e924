"""A wrong data file is told in one line that names file and field."""

import shutil
from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atase.codebook import load
from atase.codebook.fields import Fields
from atase.errors import AtaseError


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with as_file(files("atase.codebook") / "data") as source:
        return Path(shutil.copytree(source, tmp_path / "data"))


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "instruments/visit.toml",
            'group = "confidence"',
            "",
            "instruments/visit.toml: group: expected a text",
        ),
        ("instruments/visit.toml", 'group = "confidence"', "group = 3", "visit.toml: group: expected a text"),
        (
            "instruments/visit.toml",
            '"confidence"',
            '"trust"',
            "visit.toml: group: 'trust' is none of confidence,",
        ),
        ("instruments/visit.toml", '"Syawfi 2009"', '"Nobody"', "visit.toml: sources: 'Nobody' is none of"),
        ("instruments/visit.toml", '"rank"', '"height"', "visit.toml: scale: 'height' is none of rank"),
        ("instruments/visit.toml", "formal =", "formel =", "visit.toml: formel: no such field"),
        (
            "instruments/visit.toml",
            "formal = true",
            "formal = 1",
            "visit.toml: formal: expected true or false",
        ),
        (
            "instruments/visit.toml",
            'id = "Kunjungan"',
            'ms = "Lawatan"',
            "visit.toml: label: id: expected a text",
        ),
        (
            "instruments/visit.toml",
            '"CONSULT/visit"',
            '"consult"',
            "visit.toml: plover: 'consult' does not look",
        ),
        ("instruments/visit.toml", '"042"', '"42x"', "visit.toml: cameo: '42x' does not look like"),
        ("instruments/visit.toml", '["042", "043"]', '"042"', "visit.toml: cameo: expected a list of codes"),
        (
            "instruments/visit.toml",
            '"CONSULT/visit"',
            '"MEET"',
            "roots.toml: MEET: not listed here, but visit",
        ),
        (
            "instruments/visit.toml",
            "[definition]",
            "[definition",
            "instruments/visit.toml: cannot be read as TOML",
        ),
        (
            "instruments/exercise.toml",
            'code = "table_top", ',
            "",
            "exercise.toml: depth[1]: code: expected a text",
        ),
        ("instruments/protest.toml", '["ACCUSE"]', "[]", "roots.toml: PLOVER: ACCUSE: reason: give it where"),
        ("roots.toml", 'label = "Agree"', 'label = "Agree", reason = "?"', "AGREE: reason: give it where no"),
        (
            "stages.toml",
            'label = { en = "Done"',
            'label = { eng = "Done"',
            "stages.toml: done: label: en: expected",
        ),
        ("groups.toml", "[friction]", "[quarrel]", "friction' is none of"),
    ],
)
def test_a_wrong_field_is_named(data: Path, file: str, old: str, new: str, told: str) -> None:
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AtaseError) as error:
        load(data)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_and_a_wrong_encoding_are_named(data: Path) -> None:
    (data / "instruments" / "visit.toml").write_bytes("naïve".encode("utf-16"))
    with pytest.raises(AtaseError, match=r"^instruments/visit\.toml: cannot be read as TOML"):
        load(data)
    (data / "themes.toml").unlink()
    with pytest.raises(AtaseError, match=r"^themes\.toml: cannot be read as TOML"):
        load(data)


def test_an_instrument_is_added_by_adding_one_file(data: Path) -> None:
    text = (data / "instruments" / "port_call.toml").read_text(encoding="utf-8")
    (data / "instruments" / "band_concert.toml").write_text(text, encoding="utf-8")
    book = load(data)
    assert book.instruments["band_concert"].group == "confidence"
    assert "band_concert" in book.roots["COOPERATE"].instruments


@given(st.dictionaries(st.text(min_size=1), st.integers() | st.text() | st.lists(st.integers()), min_size=1))
def test_whatever_a_table_holds_only_an_atase_error_comes_out(table: dict[str, object]) -> None:
    fields = Fields("some.toml", table)
    for read in (fields.text, fields.flag, fields.codes, fields.table, fields.tables, fields.texts):
        for name in table:
            with suppress(AtaseError):
                read(name)
    with pytest.raises(AtaseError, match="no such field"), Fields("some.toml", table):
        pass
