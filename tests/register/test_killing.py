"""A run that is killed loses nothing that was accepted, leaves no half record, and the next completes it."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import atase

DOCUMENTS = 400
KILLS = 25
"""For each of two registers that are worked on at once."""

SOUND = {
    "a report without a source": """
        SELECT count(*) FROM register_report r LEFT JOIN register_source s ON s.id = r.source_id WHERE s.id IS NULL""",
    "a report that counts, without an activity": "SELECT count(*) FROM register_report WHERE activity_id IS NULL",
    "an activity without a report": """
        SELECT count(*) FROM register_activity a WHERE a.merged_into_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM register_report r WHERE r.activity_id = a.id)""",
    "an activity that counts its reports wrong": """
        SELECT count(*) FROM register_activity a WHERE a.merged_into_id IS NULL
        AND a.reports <> (SELECT count(*) FROM register_report r WHERE r.activity_id = a.id AND r.current)""",
    "an activity without parties": """
        SELECT count(*) FROM register_activity a WHERE a.merged_into_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM register_party p WHERE p.activity_id = a.id)""",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents for the tests' reader, many of them on the same events."""
    chance = random.Random(3)
    path = tmp_path_factory.mktemp("corpus") / "news.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(DOCUMENTS):
            day, state = (
                f"2023-0{chance.randint(1, 6)}-{chance.randint(1, 28):02}",
                chance.choice(["AUS", "JPN", "FRA"]),
            )
            text = f"visit IDN,{state} done {day}\nagreement IDN,{state} done {day}"
            record = {"id": f"n{number}", "title": f"Item {number}", "date": "2023-07-01", "lang": "en", "text": text}
            file.write(json.dumps(record) + "\n")
    return path


ADD = """
import sys
from telling import told
from atase.documents import load
from atase.register import open_register
open_register(sys.argv[2]).add(load([sys.argv[1]]), told)
"""


def adding(corpus: Path, register: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    return subprocess.Popen([sys.executable, "-c", ADD, str(corpus), str(register)], env=environment)


def sources(register: Path) -> int:
    """How many documents the register holds, after a look at whether it is sound."""
    if not register.exists():
        return 0
    with sqlite3.connect(register, timeout=60) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'register_block'").fetchone():
            return 0
        for fault, query in SOUND.items():
            assert database.execute(query).fetchone() == (0,), fault
        return int(database.execute("SELECT count(*) FROM register_source").fetchone()[0])


def kill_again_and_again(corpus: Path, register: Path, seed: int, whole: float) -> list[int]:
    """Kill runs at random moments, from the start to a little after the `whole` time that one takes."""
    chance = random.Random(seed)
    held = [0]
    for _ in range(KILLS):
        if held[-1] == DOCUMENTS:
            for part in register.parent.glob(f"{register.name}*"):
                part.unlink()
            held.append(0)
        run = adding(corpus, register)
        time.sleep(chance.uniform(0.2, 1.1) * whole)
        run.kill()
        run.wait()
        found = sources(register)
        assert found >= held[-1], "what was accepted is lost"
        held.append(found)
    return held


def test_killed_runs_lose_nothing_and_are_completed_by_the_next(corpus: Path, tmp_path: Path) -> None:
    start = time.monotonic()
    undisturbed = [adding(corpus, tmp_path / f"whole{number}.db") for number in range(2)]
    assert [run.wait() for run in undisturbed] == [0, 0]
    whole = time.monotonic() - start
    registers = [tmp_path / "one.db", tmp_path / "two.db"]
    with ThreadPoolExecutor(2) as pool:
        held = list(pool.map(kill_again_and_again, [corpus] * 2, registers, [1, 2], [whole] * 2))
    assert any(0 < found < DOCUMENTS for counts in held for found in counts), "no kill fell into the work"
    expected = atase.frames(str(tmp_path / "whole0.db"))
    for register in registers:
        assert adding(corpus, register).wait() == 0
        assert sources(register) == DOCUMENTS
        found = atase.frames(str(register))
        for name in ("sources", "reports", "activities", "parties"):
            assert found[name].height == expected[name].height


def test_two_runs_at_once_neither_fail_nor_double(corpus: Path, tmp_path: Path) -> None:
    register = tmp_path / "r.db"
    runs = [adding(corpus, register) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert sources(register) == DOCUMENTS
    frames = atase.frames(str(register))
    assert frames["sources"]["sha256"].n_unique() == DOCUMENTS
    assert frames["reports"].height == frames["activities"]["reports"].sum()
