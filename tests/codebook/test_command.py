"""`atase codebook` in its four formats, and what it says to a mistyped code."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from atase.cli import main
from atase.codebook import codebook, instruments, roots

DOCS = Path(__file__).parents[2] / "docs" / "codebook.md"


Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `atase codebook` with arguments; gives the exit code."""

    def command(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["atase", "codebook", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        return int(end.value.code or 0)

    return command


def test_one_entry_is_printed_in_the_language_asked_for(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("exercise", "--lang", "id") == 0
    printed = capsys.readouterr().out
    assert "Latihan bersama" in printed
    assert "table_top" in printed
    assert "COOPERATE" in printed


def test_the_whole_names_every_code(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "md", "--lang", "en") == 0
    printed = capsys.readouterr().out
    for code in codebook().entries():
        assert f"`{code}`" in printed
    for code in roots():
        assert f"\n| {code} |" in printed


def test_a_group_lists_its_instruments(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("industry") == 0
    printed = capsys.readouterr().out
    assert "joint_production" in printed
    assert "visit" not in printed


def test_json_carries_both_languages_and_the_crosswalk(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [entry["code"] for entry in told["instruments"]] == list(instruments())
    assert told["instruments"][0]["label"].keys() == {"en", "id"}
    assert len(told["crosswalk"]) == 36
    assert run("done", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "stage"


def test_skos_is_whole_and_points_only_at_what_it_defines(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "skos") == 0
    printed = capsys.readouterr().out
    bare = re.sub(r'"(?:[^"\\]|\\.)*"(?:@[a-z]+)?', '""', printed)
    names = re.compile(r"\b(?:atase|plover|cameo|scheme):[\w/-]+")
    defined = set(re.findall(r"^(\S+) a skos:Concept(?:Scheme)? ;$", bare, re.M))
    assert {f"atase:{code}" for code in codebook().entries()} < defined
    assert set(names.findall(bare.split("\n\n", 1)[1])) == defined
    assert "atase:visit a skos:Concept" in printed
    assert 'skos:prefLabel "Kunjungan"@id' in printed
    for block in bare.split("\n\n")[1:]:
        assert re.fullmatch(r"\S+ a \S+ ;\n(?:    \S+ (?:\"\"|\S+) ;\n)*    \S+ (?:\"\"|\S+) \.\n?", block)


@pytest.mark.parametrize(
    ("code", "hint"),
    [("exercize", "did you mean exercise?"), ("Visit", "did you mean visit?"), ("qqq", "atase codebook")],
)
def test_an_unknown_code_is_one_line(code: str, hint: str, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(code) == 2
    told = capsys.readouterr().err
    assert hint in told
    assert told.count("\n") == 1


def test_skos_of_one_entry_is_refused(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("visit", "--format", "skos") == 2
    assert "leave out visit" in capsys.readouterr().err


def test_the_page_shows_the_codebook_as_it_is(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "md", "--lang", "en") == 0
    tables = capsys.readouterr().out
    assert DOCS.read_text(encoding="utf-8").endswith(tables), (
        "docs/codebook.md: below its rule goes what `atase codebook --format md --lang en` prints"
    )
