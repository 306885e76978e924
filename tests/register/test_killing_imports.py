"""An import that is killed leaves the register as it was, and the next completes it."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import atase
from made_up import EXERCISE, write

ROWS = 200
KILLS = 4
TAKE = """
import sys
from pathlib import Path
from atase.register import open_register
open_register(sys.argv[1]).take("mme", Path(sys.argv[2]))
"""


def taking(register: Path, file: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", TAKE, str(register), str(file)], env=dict(os.environ))


def exercises(folder: Path, name: str, of: str) -> Path:
    rows = [
        EXERCISE | {"MMEID": str(n), "Ex_Name": f"{of} {n}", "s.year": str(1980 + n % 30), "e.year": str(1980 + n % 30)}
        for n in range(ROWS)
    ]
    return write(folder / name, "mme", *rows)


def held(register: Path) -> tuple[int, ...]:
    """Sources, reports in force, reports in all and reports without an activity, of a register that is sound."""
    with sqlite3.connect(register, timeout=60) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        return tuple(
            database.execute(f"SELECT count(*) FROM {what}").fetchone()[0]
            for what in (
                "register_source",
                "register_report WHERE current",
                "register_report",
                "register_report WHERE activity_id IS NULL",
            )
        )


def test_a_newer_version_comes_in_whole_or_not_at_all(tmp_path: Path) -> None:
    register, chance = tmp_path / "r.db", random.Random(5)
    first, second = exercises(tmp_path, "one.csv", "Keris"), exercises(tmp_path, "two.csv", "Elang")
    start = time.monotonic()
    assert taking(register, first).wait() == 0
    whole = time.monotonic() - start
    before, after = (1, ROWS, ROWS, 0), (2, ROWS, 2 * ROWS, 0)
    assert held(register) == before
    for _ in range(KILLS):
        run = taking(register, second)
        time.sleep(chance.uniform(0.3, 1.0) * whole)
        run.kill()
        run.wait()
        assert held(register) in (before, after)
    assert taking(register, second).wait() == 0
    assert held(register) == after
    frames = atase.frames(str(register))
    assert frames["activities"]["reports"].sum() == ROWS
    assert frames["coverage"].height == 1
