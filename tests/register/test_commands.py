"""The register's commands as users meet them."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from atase.cli import main
from atase.register import open_register
from telling import doc, told

DOCS = Path(__file__).parents[2] / "docs" / "register.md"
COMMANDS = ("add", "activities", "show", "decide", "undo", "merge", "split", "doubts")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `atase` in an empty folder; gives the exit code and what went to the two streams."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["atase", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        return int(end.value.code or 0), *capsys.readouterr()

    return command


@pytest.fixture
def filled(run: Run) -> Run:
    open_register("atase.db").add(
        [
            doc(
                "visit IDN,AUS done 2024-05-17 place=\x1b[31mred[bold]",
                title="\x1b]0;title\x07 [link=x]news[/link]",
            ),
            doc("exercise IDN,USA planned 2024-08 series==SUM(A1)", publisher="Antara", url="https://example.org/1"),
        ],
        told,
    )
    return run


def listed(run: Run, *arguments: str) -> list[dict[str, object]]:
    code, out, _ = run("activities", "--format", "jsonl", *arguments)
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_add_counts_lists_failures_and_goes_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("atase.reader.reading.read", told)
    Path("news").mkdir()
    Path("news/a.txt").write_text("visit IDN,AUS done 2024-05-17", encoding="utf-8")
    Path("news/empty.txt").write_text("")
    code, out, err = run("add", "news", "--jobs", "1")
    assert code == 0
    assert out.startswith("1 read: 1 new, 0 changed, 0 unchanged; 1 report; 1 failed")
    assert "empty.txt" in err
    assert run("add", "news")[1].startswith("1 read: 0 new, 0 changed, 1 unchanged")


def test_add_fails_where_nothing_could_be_read(run: Run) -> None:
    code, out, err = run("add", "nowhere.txt")
    assert code == 1
    assert out.startswith("0 read")
    assert "nowhere.txt" in err


def test_a_listing_tells_candidates_from_confirmed_in_words(filled: Run) -> None:
    activity = str(listed(filled, "--with", "Australia")[0]["activity"])
    assert filled("decide", activity, "confirm", "--why", "seen", "--who", "Sari")[0] == 0
    code, out, err = filled("activities")
    assert code == 0
    assert "● confirmed" in out
    assert "○ candidate" in out
    assert "2 of 2" in err
    assert [row["activity"] for row in listed(filled, "--state", "confirmed")] == [activity]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--with", "AUT5"], "AUT5"),
        (["--instrument", "exercice"], "did you mean exercise"),
        (["--group", "industri"], "did you mean industry"),
        (["--stage", "doen"], "did you mean done"),
        (["--state", "confirm"], "did you mean confirmed"),
        (["--theme", "pirac"], "did you mean piracy"),
        (["--since", "May"], "not a date"),
        (["--format", "parquet"], "-o"),
        (["--register", "typo.db"], "no register yet"),
    ],
)
def test_a_mistyped_filter_is_told_in_one_line(filled: Run, arguments: list[str], said: str) -> None:
    code, out, err = filled("activities", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_exports_hold_the_same_activities(filled: Run) -> None:
    expected = {row["activity"] for row in listed(filled)}
    for format in ("csv", "json", "jsonl", "parquet"):
        assert filled("activities", "--format", format, "-o", f"out.{format}")[0] == 0
    read = {"csv": pl.read_csv, "json": pl.read_json, "jsonl": pl.read_ndjson, "parquet": pl.read_parquet}
    frames = [reading(f"out.{format}") for format, reading in read.items()]
    assert all(set(frame["activity"]) == expected for frame in frames)


def test_a_spreadsheet_gets_no_formula(filled: Run) -> None:
    out = filled("activities", "--format", "csv")[1]
    assert "'=SUM(A1)" in out
    assert ",=SUM" not in out


def test_texts_of_sources_reach_the_terminal_as_plain_words(filled: Run) -> None:
    activity = str(listed(filled, "--with", "AUS")[0]["activity"])
    for out in (filled("show", activity)[1], filled("activities")[1]):
        assert "\x1b" not in out
        assert "\x07" not in out
    shown = filled("show", activity)[1]
    assert "[link=x]news[/link]" in shown
    assert "red[bold]" in shown


def test_show_leads_every_field_to_its_report_and_sentence(filled: Run) -> None:
    row = listed(filled, "--with", "USA")[0]
    filled("decide", str(row["activity"]), "correct", "date=2024-08-26", "--who", "Sari", "--why", "the programme")
    code, out, _ = filled("show", str(row["activity"]))
    assert code == 0
    assert "corrected by Sari, decision 1" in out
    assert "“exercise IDN,USA planned 2024-08" in out
    assert "Antara · 2024-05-18\n  https://example.org/1\n" in out
    assert "(the programme)" in out
    report = next(word for word in out.split() if word.startswith("s") and word.endswith("-1"))
    assert out.count(report) >= 4
    assert filled("undo", "1")[0] == 0
    assert listed(filled, "--with", "USA")[0]["date"] == "2024-08"


def test_merging_refusing_and_splitting(filled: Run) -> None:
    one, other = (str(row["activity"]) for row in listed(filled))
    assert filled("merge", one, other, "--unsure")[0] == 0
    assert "left unsure" in filled("doubts")[1]
    assert filled("merge", one, other, "--refuse")[0] == 0
    assert "No pair" in filled("doubts")[1]
    assert filled("merge", one, other)[0] == 0
    (both,) = listed(filled)
    out = filled("show", str(both["activity"]))[1]
    reports = sorted({word for word in out.replace(",", " ").split() if word.startswith("s") and word.endswith("-1")})
    assert filled("split", str(both["activity"]), reports[0])[0] == 0
    assert len(listed(filled)) == 2
    assert "exclude each other" in filled("merge", one, other, "--refuse", "--unsure")[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["correct"], "takes fields"),
        (["confirm", "date=2024"], "takes fields"),
        (["correct", "date"], "FIELD=VALUE"),
        (["correct", "stage=don"], "did you mean done"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(filled: Run, arguments: list[str], said: str) -> None:
    activity = str(listed(filled)[0]["activity"])
    code, _, err = filled("decide", activity, *arguments)
    assert code == 2
    assert said in err


def test_every_command_and_option_is_documented(filled: Run) -> None:
    import typer

    from atase.cli import app

    text = DOCS.read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for name in COMMANDS:
        assert f"atase {name}" in text
        for parameter in commands[name].params:
            for option in parameter.opts:
                assert not option.startswith("--") or option == "--help" or f"`{option}`" in text, f"{name} {option}"
