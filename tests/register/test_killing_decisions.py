"""A person's decisions, killed in the middle of a batch: each that was acknowledged is there, whole."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from atase.register import open_register
from telling import doc, told

KILLS = 20
DECIDE = """
import sys
from atase.register import Author, open_register
register = open_register(sys.argv[1])
rows = register.page(limit=30).rows
while True:
    for row in rows:
        print(register.correct(row.activity, {"place": "Bali"}, Author("Sari")), flush=True)
        print(register.confirm(row.activity, Author("Sari")), flush=True)
"""


def test_no_decision_that_was_accepted_is_lost(tmp_path: Path) -> None:
    path, chance = tmp_path / "r.db", random.Random(5)
    texts = [f"visit IDN,AUS done 20{year:02}-{month:02}-05" for year in (10, 11, 12) for month in range(1, 11)]
    open_register(str(path)).add([doc(text) for text in texts], told)
    accepted = 0
    for _ in range(KILLS):
        run = subprocess.Popen([sys.executable, "-c", DECIDE, str(path)], stdout=subprocess.PIPE, env=dict(os.environ))
        assert run.stdout is not None
        first = run.stdout.readline()
        time.sleep(chance.uniform(0, 0.1))
        run.kill()
        said = [int(line) for line in (first + run.stdout.read()).splitlines(keepends=True) if line.endswith(b"\n")]
        run.wait()
        register = open_register(str(path))
        history = {
            each.pk: each.action
            for row in register.page(limit=30).rows
            for each in register.activity(row.activity).history
        }
        assert set(said) <= history.keys()
        assert len(history) <= accepted + len(said) + 1  # one may have been kept and not told any more
        accepted = len(history)
        for row in register.page(limit=30).rows:
            made = {each.action for each in register.activity(row.activity).history}
            assert (row.state == "confirmed", row.place == "Bali") == ("confirm" in made, "correct" in made)
