"""A file that a command writes is whole, or as it was before."""

import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import polars as pl
import pytest

from atase.cli.sinks import open_sink
from atase.cli.spool import spool
from atase.cli.writing import replacing, write
from atase.errors import AtaseError

OPENERS: dict[str, Callable[[Path], AbstractContextManager[object]]] = {
    "replacing": replacing,
    "sink": open_sink,
    "spool": lambda path: spool(path, pl.Schema({"a": pl.String})),
}


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("reason", [KeyboardInterrupt, OSError])
def test_what_is_stopped_leaves_the_old_file_and_nothing_else(
    opener: str, ending: str, reason: type[BaseException], tmp_path: Path
) -> None:
    path = tmp_path / f"reports.{ending}"
    path.write_text("old")
    with pytest.raises((KeyboardInterrupt, AtaseError)), OPENERS[opener](path):
        raise reason
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_new_file_keeps_link_and_permissions_of_the_old(tmp_path: Path) -> None:
    path, link = tmp_path / "kept.csv", tmp_path / "link.csv"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write(pl.DataFrame({"a": [1]}), "csv", link)
    assert link.is_symlink()
    assert path.read_text() == "a\n1\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_no_ordinary_file_stays_what_it_is() -> None:
    write(pl.DataFrame({"a": [1]}), "csv", Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_a_full_disk_is_one_line(ending: str, tmp_path: Path) -> None:
    text, path = tmp_path / "news.txt", tmp_path / f"reports.{ending}"
    text.write_text("Indonesia and Australia signed a defence cooperation agreement in Jakarta on 29 August 2024.")
    path.write_text("old")
    run = subprocess.run(
        [sys.executable, "-m", "atase", "code", str(text), "--jobs", "1", "-o", str(path)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1].startswith(f"atase: {path}: cannot be written (")
    assert "Traceback" not in run.stderr
    assert path.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == sorted([text, path])
