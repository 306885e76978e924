"""`atase brief`, as a user types it."""

from pathlib import Path

import pytest

from atase import cli
from atase.register import open_register
from frames import Made, Told, fill, frames

MADE = Made("agreement", "confidence", ("AUS", "IDN"), "done", "2024-08-29", told=(Told("They signed an agreement."),))


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["atase", "brief", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing in it but a register of one activity."""
    monkeypatch.chdir(tmp_path)
    fill(tmp_path / "atase.db", frames([MADE]))
    return tmp_path


def test_two_names_give_the_relationship_in_the_terminal(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "Indonesia", "aus", "--on", "2025-01-01") == 0
    told = capsys.readouterr().out
    assert told.startswith("# Indonesia – Australia\n")
    assert "They signed an agreement." in told


@pytest.mark.parametrize(("format", "magic"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doctype html>")])
def test_a_file_is_written_and_named(
    format: str, magic: bytes, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "IDN", "--format", format, "--lang", "id", "--on", "2025-01-01") == 0
    name = f"IDN-2025-01-01-id.{format}"
    assert (desk / name).read_bytes().startswith(magic)
    assert name in capsys.readouterr().out


def test_a_register_without_content_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_register(str(tmp_path / "new.db"))
    assert run(monkeypatch, "IDN", "AUS", "--register", str(tmp_path / "new.db")) == 0
    assert "Not covered" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("IDN", "AUSS"), "did you mean AUS"),
        (("IDN", "idn"), "IDN has no relationship with itself"),
        (("IDN", "AUS", "JPN"), "not on 3"),
        (("IDN", "--on", "2025-02-30"), "--on 2025-02-30: not a day"),
        (("IDN", "--format", "pdf", "-o", "nowhere/brief.pdf"), "nowhere/brief.pdf: cannot be written"),
    ],
)
def test_a_mistake_is_one_line(
    arguments: tuple[str, ...],
    complaint: str,
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(monkeypatch, *arguments) == 2
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1
