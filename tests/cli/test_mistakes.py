"""Mistakes at the command line end in one line that says what to do, and in no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

ATASE = (sys.executable, "-m", "atase")


def atase(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*ATASE, *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["demo", "--folder", "file.txt"], "file.txt: cannot be made a folder"),
        (["demo", "--folder", "file.txt/demo"], "file.txt/demo: cannot be made a folder"),
        (["brief", "IDN", "AUS", "--register", "mistyped.db"], "mistyped.db: there is no register yet"),
        (["activities", "--with", "SGB"], "SGP (Singapore)?"),
        (["activities", "--register", "file.txt"], "file.txt: this file is not a register"),
        (["add", "file.txt", "--date", "soon"], "not a date: 'soon'"),
        (["activities", "--wit", "AUS"], "no option --wit; did you mean --limit or --with? (`atase activities --help`"),
        (["brief"], "PARTIES is missing: One state or organisation, or two"),
        (["brief", "IDN", "--format", "doc"], "--format doc: expected one of md, html, pdf, docx"),
        (["brief", "IDN", "--lang"], "--lang: a value must follow"),
        (["activities", "--between", "IDN"], "--between: 2 values must follow"),
        (["activities", "--limit", "-3"], "--limit -3: expected a whole number, 1 or more"),
        (["code", "file.txt", "--min-confidence", "2"], "--min-confidence 2: expected a number from 0 to 1"),
        (["undo", "last"], "DECISION last: expected a whole number"),
        (["merge", "a", "b", "--refuse=1"], "--refuse: takes no value"),
        (["show", "a", "b"], "b: more than the command takes"),
        (["shw", "a"], "no command shw; did you mean show? (`atase --help`"),
    ],
)
def test_a_mistake_exits_2_with_one_line(arguments: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("No register, and no folder.")
    done = atase(tmp_path, *arguments)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert told in line
    assert not list(tmp_path.glob("*.db"))


@pytest.mark.parametrize("command", ["add", "code"])
def test_documents_of_which_none_can_be_read_exit_1_and_are_all_listed(command: str, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").touch()
    done = atase(tmp_path, command, ".")
    assert done.returncode == 1
    assert done.stderr.count("the file is empty") == 30


def test_a_table_holds_no_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    text = "=1+1 Indonesia and Vietnam held a joint military exercise on 6 May 2024."
    (tmp_path / "news.csv").write_text(f'text,publisher\n"{text}",@SUM(1)\n')
    assert atase(tmp_path, "code", "news.csv", "-o", "coded.csv").returncode == 0
    coded = (tmp_path / "coded.csv").read_text()
    assert "'@SUM(1)" in coded
    assert f"'{text}" in coded
