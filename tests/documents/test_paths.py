import os
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from atase.documents import plan
from atase.errors import AtaseError
from samples import TEXT, documents, failures

TODAY = date(2025, 1, 15)


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "a/b/d.txt", ".hidden.txt", ".git/e.txt", "~$lock.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    assert [os.path.relpath(path, tmp_path) for path in plan([tmp_path])] == ["a/b/d.txt", "a/c.md", "b.txt"]
    assert len(documents(tmp_path)) == 3


def test_globs_and_repeated_paths(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md", "d[1].txt"):
        (tmp_path / name).write_text(TEXT)
    assert [Path(path).name for path in plan([f"{tmp_path}/?.txt", tmp_path / "a.txt"])] == ["a.txt", "b.txt"]
    assert [Path(path).name for path in plan([tmp_path / "d[1].txt"])] == ["d[1].txt"]


def test_suffixes_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text(TEXT)
    assert len(documents(tmp_path / "A.TXT")) == 1


def test_what_the_user_says_goes_before_what_the_file_says(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: next Friday\npublisher: X\nlang: id\n---\n{TEXT}")
    (document,) = documents(tmp_path / "a.md", date="2024-05", publisher="Kemhan", lang="EN", today=TODAY)
    assert (document.date, document.publisher, document.lang) == ("2024-05", "Kemhan", "en")


def test_standard_input_as_text_or_rows() -> None:
    (text,) = documents("-", stdin=BytesIO(TEXT.encode()))
    assert (text.text, text.path) == (TEXT, "")
    first, second = documents("-", stdin=BytesIO(b'{"text": "Satu"}\n{"text": "Dua"}\n'))
    assert (first.text, second.text) == ("Satu", "Dua")
    assert len({text.id, first.id, second.id}) == 3


@pytest.mark.parametrize("options", [{"date": "2025-01-17"}, {"date": "yesterday"}, {"lang": "Indonesian"}])
def test_a_wrong_option_is_told_at_once(options: dict[str, str]) -> None:
    with pytest.raises(AtaseError):
        list(documents("nothing.txt", today=TODAY, **options))


def test_tomorrow_is_no_future_for_it_may_be_so_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: 2025-01-16\n---\n{TEXT}")
    assert documents(tmp_path / "a.md", today=TODAY)[0].date == "2025-01-16"


@pytest.mark.parametrize(
    ("told", "said"),
    [("2031-01-01", "2031-01-01 lies in the future"), ("17 Mei", "not a date"), ("2024-02-31", "not a date")],
)
def test_a_document_with_an_impossible_date_is_left_out(tmp_path: Path, told: str, said: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: {told}\n---\n{TEXT}")
    (line,) = failures(tmp_path / "a.md", today=TODAY)
    assert said in line


def test_a_folder_without_files(tmp_path: Path) -> None:
    assert failures(tmp_path) == [f"{tmp_path}: the folder holds no file"]
