"""Processes that share a work end in good order."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from atase.errors import AtaseError
from atase.workers import workers


def test_a_process_that_is_ended_from_outside_is_told_in_a_line() -> None:
    with pytest.raises(AtaseError, match="--jobs 1"), workers(1) as pool:
        pool.submit(os._exit, 1).result()


def heed_interrupts() -> None:
    """Programs that a shell starts in the background ignore interrupts, and so would what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("command", ["add", "code"])
def test_an_interrupt_stops_all_of_them_and_is_told_in_a_line(command: str, tmp_path: Path) -> None:
    documents = tmp_path / "news.jsonl"
    text = "Menhan RI menerima kunjungan Menhan Australia di Jakarta, 17 Mei 2024. " * 20
    rows = [json.dumps({"id": str(number), "text": f"{text} {number}"}) + "\n" for number in range(5_000)]
    documents.write_text("".join(rows))
    program = f"import sys, atase.cli; print(file=sys.stderr, flush=True); sys.argv[1:] = {[command, 'news.jsonl']}; "
    run = subprocess.Popen(
        [sys.executable, "-c", program + "atase.cli.main()", "--jobs", "2"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    assert run.stderr
    run.stderr.readline()
    with pytest.raises(subprocess.TimeoutExpired):
        run.wait(2)
    os.killpg(run.pid, signal.SIGINT)
    (line,) = run.stderr.read().splitlines()
    assert line.startswith("Stopped.")
    assert run.wait() == 130
