"""The training texts are sound, and the checker says so only of sound ones."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("training_check", ROOT / "training" / "check.py")
assert spec is not None
assert spec.loader is not None
check = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check)

TEXT = "Norway's frigate Roald sailed into Valparaiso on Monday for a three-day goodwill stop."


def item(**changes: Any) -> dict[str, Any]:
    activity = {
        "instrument": "port_call",
        "parties": ["CHL", "NOR"],
        "stage": "done",
        "date": "2019-04-01",
        "themes": [],
        "evidence": ["sailed into Valparaiso on Monday"],
    }
    activity |= changes.pop("activity", {})
    base = {"id": "w9-0001", "lang": "en", "voice": "wire", "date": "2019-04-02", "title": "", "text": TEXT}
    return base | {"activities": [activity]} | changes


def run(folder: Path, *items: dict[str, Any], options: tuple[str, ...] = ()) -> tuple[int, str]:
    path = folder / "w9-test.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in items), encoding="utf-8")
    app = check.typer.Typer()
    app.command()(check.main)
    result = CliRunner().invoke(app, [str(path), *options])
    return result.exit_code, result.output


def test_a_sound_item_passes_and_is_counted(tmp_path: Path) -> None:
    code, output = run(tmp_path, item())
    assert code == 0
    assert "1 items, no problem found" in output
    assert "port_call" in output


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"activity": {"instrument": "parade"}}, "unknown instrument: 'parade'"),
        ({"activity": {"parties": ["CHL", "ZZZ"]}}, "unknown party: 'ZZZ'"),
        ({"activity": {"parties": ["NOR", "CHL"]}}, "sorted order"),
        ({"activity": {"parties": ["NOR"]}}, "two or more"),
        ({"activity": {"stage": "over"}}, "unknown stage"),
        ({"activity": {"themes": ["peace"]}}, "unknown theme"),
        ({"activity": {"date": "2019-13"}}, "not a date"),
        ({"activity": {"evidence": []}}, "evidence is missing"),
        ({"activity": {"evidence": ["sailed into Lima"]}}, "does not stand in the text"),
        ({"activity": {"evidence": ["TITLE:Lima"]}}, "does not stand in the text"),
        ({"voice": "song"}, "unknown voice"),
        ({"id": "w8-0001"}, "id must be w9-NNNN"),
        ({"text": " "}, "text is empty"),
        ({"note": ""}, "differs in ['note']"),
    ],
)
def test_a_defect_is_named_with_file_line_and_id(tmp_path: Path, changes: Any, complaint: str) -> None:
    code, output = run(tmp_path, item(**changes))
    assert code == 1
    assert complaint in output
    assert output.startswith("w9-test.jsonl:1 ")


def test_repeated_ids_and_near_duplicates_are_refused(tmp_path: Path) -> None:
    code, output = run(tmp_path, item(), item())
    assert code == 1
    assert "id w9-0001 is used 2 times" in output
    near = item(id="w9-0002", text=TEXT + " It left.")
    code, output = run(tmp_path, item(), near)
    assert code == 1
    assert "near-duplicates" in output


def test_broken_json_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "w9-test.jsonl"
    path.write_text("{\n", encoding="utf-8")
    app = check.typer.Typer()
    app.command()(check.main)
    result = CliRunner().invoke(app, [str(path)])
    assert result.exit_code == 2
    assert result.output.startswith("w9-test.jsonl:1: not JSON")


def test_gold_gives_offsets_and_marks_the_title(tmp_path: Path) -> None:
    out = tmp_path / "gold.jsonl"
    in_title = item(
        title="Norwegians in port",
        activity={"evidence": ["TITLE:Norwegians in port", "goodwill stop"]},
    )
    code, _ = run(tmp_path, in_title, options=("--gold", str(out)))
    assert code == 0
    title, stop = json.loads(out.read_text(encoding="utf-8"))["activities"][0]["evidence"]
    assert title == {"start": -1, "end": -1}
    assert TEXT[stop["start"] : stop["end"]] == "goodwill stop"


def test_the_training_texts_pass() -> None:
    items = list(check.load(sorted((ROOT / "training" / "items").glob("*.jsonl"))))
    found = [f"{one.place}: {problem}" for one in items for problem in check.problems(one)]
    assert not [*found, *check.repeated_ids(items), *check.near_duplicates(items)]
