"""`atase code` as a user runs it."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest

TEXTS = {
    "a.txt": "Indonesia and Vietnam held a joint military exercise on 6 May 2024.",
    "b.txt": "Germany delivered 18 Leopard 2 tanks to Poland on 27 March 2024.",
    "c.txt": "Defence diplomacy is an important instrument of foreign policy.",
}
GOLD = Path(__file__).resolve().parents[2] / "../shared/gold"


def code(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atase", "code", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", input=stdin, check=False)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    return texts


def test_each_document_is_a_line_in_the_order_of_the_input(folder: Path) -> None:
    done = code(folder, "--date", "2024-05-15")
    assert done.returncode == 0
    found = lines(done.stdout)
    assert [Path(str(row["id"])).name for row in found] == ["a.txt", "b.txt", "c.txt"]
    assert [[a["instrument"] for a in row["activities"]] for row in found] == [
        ["exercise"],
        ["arms_transfer"],
        [],
    ]
    assert "3 documents, 2 reports" in done.stderr


def test_tables_have_a_row_a_report(folder: Path, tmp_path: Path) -> None:
    for name in ("out.csv", "out.parquet"):
        assert code(folder, "--date", "2024-05-15", "-o", tmp_path / name).returncode == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    frame = pl.read_parquet(tmp_path / "out.parquet")
    assert [row["parties"] for row in rows] == ["IDN VNM", "DEU POL"]
    assert frame["parties"].to_list() == [["IDN", "VNM"], ["DEU", "POL"]]
    assert [row["evidence"] for row in rows] == [TEXTS["a.txt"], TEXTS["b.txt"]]


def test_a_table_of_nothing_still_has_its_columns(folder: Path, tmp_path: Path) -> None:
    assert code(folder / "c.txt", "-o", tmp_path / "none.parquet").returncode == 0
    frame = pl.read_parquet(tmp_path / "none.parquet")
    assert frame.height == 0
    assert {"document", "instrument", "parties", "confidence"} <= {*frame.columns}


def test_the_number_of_processes_changes_nothing(folder: Path) -> None:
    rows = [{"id": str(n), "text": text, "date": "2024-05-15"} for n in range(20) for text in TEXTS.values()]
    many = folder / "many.jsonl"
    many.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    alone, together = (code(many, "--jobs", jobs) for jobs in ("1", "2"))
    assert alone.returncode == together.returncode == 0
    assert alone.stdout == together.stdout != ""


def test_a_bad_file_is_listed_and_the_rest_kept(folder: Path) -> None:
    (folder / "broken.jsonl").write_text('{"text": \n', encoding="utf-8")
    done = code(folder, "--date", "2024-05-15")
    assert done.returncode == 0
    assert len(lines(done.stdout)) == 3
    assert "broken.jsonl" in done.stderr
    assert "1 failed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "out.xlsx", "-"], "out.xlsx"),
        (["--min-confidence", "2", "-"], "--min-confidence"),
        (["--jobs", "0", "-"], "--jobs"),
    ],
)
def test_what_cannot_be_done_exits_2_with_a_line(arguments: list[str], told: str) -> None:
    done = code(*arguments, stdin="Indonesia and Vietnam held a joint exercise.")
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_where_nothing_can_be_read_the_command_fails() -> None:
    done = code("missing.txt")
    assert done.returncode in (1, 2)
    assert "missing.txt" in done.stderr
    assert done.stdout == ""


def test_standard_input_is_read(folder: Path) -> None:
    done = code("-", "--date", "2024-05-15", stdin=TEXTS["a.txt"])
    assert done.returncode == 0
    (row,) = lines(done.stdout)
    (activity,) = row["activities"]
    assert (activity["parties"], activity["date"]) == (["IDN", "VNM"], "2024-05-06")
    (piece,) = activity["evidence"]
    assert TEXTS["a.txt"][piece["start"] : piece["end"]] == piece["quote"]


@pytest.mark.parametrize("name", ["dev-id.jsonl", "dev-en.jsonl"])
def test_the_gold_format_is_read_and_scored(name: str, tmp_path: Path) -> None:
    if not (GOLD / name).is_file():
        pytest.skip("needs the gold set in ../shared/gold")
    some = tmp_path / name
    some.write_text("".join((GOLD / name).read_text("utf-8").splitlines(keepends=True)[:40]), encoding="utf-8")
    output = tmp_path / "coded.jsonl"
    assert code(some, "-o", output).returncode == 0
    gold, coded = lines(some.read_text("utf-8")), lines(output.read_text("utf-8"))
    assert [row["id"] for row in coded] == [row["id"] for row in gold]
    scored = subprocess.run(
        [sys.executable, GOLD / "score.py", some, output], capture_output=True, text=True, check=True
    )
    assert "activity" in scored.stdout
