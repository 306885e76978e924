"""`atase actor` as a user meets it."""

import sys

import pytest

from atase.cli import main


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["atase", "actor", *words])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def test_a_name_says_whom_it_stands_for_and_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "Negeri Kanguru") == 0
    out = capsys.readouterr().out
    assert "Negeri Kanguru stands for Australia (AUS)." in out
    assert "a name" in out


def test_an_ambiguous_name_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "Korea") == 0
    assert "Korea is ambiguous: South Korea (KOR), North Korea (PRK)." in " ".join(capsys.readouterr().out.split())


def test_the_day_decides(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "Moscow", "--on", "1980") == 0
    assert "Moscow stands for Soviet Union (SUN)." in capsys.readouterr().out


def test_a_code_prints_its_card(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "yug", "--on", "2010") == 0
    out = capsys.readouterr().out
    assert "YUG  Yugoslavia" in out
    assert "SRB Serbia" in out
    assert "345" in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["Astralia"], "did you mean AUS (Australia)"),
        (["[bold]x"], "no state or organisation is called '[bold]x'"),
        (["Moscow", "--on", "19"], "not a date: '19'"),
        (["Moscow", "--lang", "xx"], "no names in the language 'xx'; there are en, id"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert run(monkeypatch, *words) == 2
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1
