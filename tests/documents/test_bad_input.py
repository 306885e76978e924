import json
import os
import threading
import time
import tracemalloc
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from atase.documents import Failure, load
from atase.documents.formats import MODULES
from atase.report import Document
from samples import PAGE, TEXT, documents, failures, pdf, word, word_bomb, word_of_lies, word_of_tags

PARAGRAPH = f"<p>{TEXT} Keduanya membahas latihan bersama.</p>"

BAD = [
    ("empty.txt", b"", "empty"),
    ("blank.md", b" \n\n", "empty"),
    ("bare.md", b"---\ntitle: T\n---\n", "no text"),
    ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, "binary"),
    ("zip.md", b"PK\x03\x04" + os.urandom(5_000), "text"),
    ("large.txt", b"a" * 20_000_001, "20 MB"),
    ("scan.pdf", pdf(text=""), "OCR"),
    ("locked.pdf", pdf(encrypted=True), "password"),
    ("text.pdf", TEXT.encode(), "not a PDF"),
    ("cut.docx", word(TEXT)[:3_000], "damaged"),
    ("text.docx", TEXT.encode(), "damaged"),
    ("old.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted, or of an old Word"),
    ("blank.docx", word(), "no text"),
    ("picture.html", b"<html><body><img src='a.png'></body></html>", "no article"),
    ("blank.jsonl", b"\n\n", "empty"),
    ("blank.csv", b"", "empty"),
    ("other.csv", b"id,body\n1,x\n", "no column named text; the columns are id, body"),
    ("data.xlsx", b"PK", "not a format"),
    ("nothing", b"x", "not a format"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD, ids=[name for name, _, _ in BAD])
def test_one_line_says_what_is_wrong_and_the_rest_is_kept(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(TEXT)
    (line,) = failures(tmp_path)
    assert line.startswith(f"{tmp_path / name}: ")
    assert said in line
    assert [found.text for found in load([tmp_path]) if isinstance(found, Document)] == [TEXT]


@pytest.mark.parametrize(
    ("bomb", "said"),
    [(word_bomb, "unpacks to more than"), (word_of_lies, "damaged"), (word_of_tags, "too much markup")],
)
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, bomb: Callable[[], bytes], said: str) -> None:
    (tmp_path / "a.docx").write_bytes(bomb())
    tracemalloc.start()
    (line,) = failures(tmp_path / "a.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert said in line
    assert peak < 50_000_000


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "span", "form"])
def test_a_page_nested_100000_deep_takes_no_time(tmp_path: Path, tag: str) -> None:
    inner = PAGE.replace("<body>", f"<body>{PARAGRAPH}" + f"<{tag}>" * 100_000)
    (tmp_path / "a.html").write_text(inner + f"</{tag}>" * 100_000)
    begun = time.process_time()
    (found,) = load([tmp_path / "a.html"])
    assert isinstance(found, Failure) or TEXT in found.text
    assert time.process_time() - begun < 5


def test_a_page_of_too_many_elements_takes_no_time(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.replace("</article>", "x<br>" * 200_000))
    begun = time.process_time()
    (line,) = failures(tmp_path / "a.html")
    assert "elements" in line
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("hostile", ["> " * 50_000, "[" * 50_000, "*a " * 50_000, "`" * 50_000, "- " * 50_000])
def test_hostile_markdown_takes_no_time(tmp_path: Path, hostile: str) -> None:
    (tmp_path / "a.md").write_text(f"{TEXT}\n\n{hostile}")
    begun = time.process_time()
    (document,) = documents(tmp_path / "a.md")
    assert document.text.startswith(TEXT)
    assert time.process_time() - begun < 5


def test_broken_lines_are_told_by_number_and_the_others_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "Satu"}\n{"text": "Du\n\n["Tiga"]\n{"title": "Empat"}\n'
        '{"text": "Lima", "date": "2024-13-01"}\n{"text": ""}\n' + "[" * 100_000 + '\n{"text": "Delapan"}'
    )
    found = list(load([path]))
    assert [document.text for document in found if isinstance(document, Document)] == ["Satu", "Delapan"]
    told = [str(failure).removeprefix(f"{path}, ") for failure in found if isinstance(failure, Failure)]
    assert [line.split(":")[0] for line in told] == ["row 2", "row 4", "row 5", "row 6", "row 7", "row 8"]
    assert "not JSON" in told[0]
    assert "not a JSON object" in told[1]
    assert "no text" in told[2]
    assert "2024-13-01" in told[3]


def test_a_row_that_is_too_long_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "a" * 6_000_000}) + "\n" + json.dumps({"text": "Dua"}) + "\n")
    long, second = load([path])
    assert str(long) == f"{path}, row 1: longer than 5 MB; split it"
    assert isinstance(second, Document)
    assert second.id == f"{path}#2"


def test_fields_that_are_too_long_and_quotes_that_stay_open_in_csv(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\nSatu\n\nDua\n" + "x" * 6_000_000 + '\nLima\n"' + ("x" * 1_000_000 + "\n") * 5)
    found = list(load([path]))
    assert [document.text for document in found if isinstance(document, Document)] == ["Satu", "Dua", "Lima"]
    assert [failure.row for failure in found if isinstance(failure, Failure)] == [5, 7]


def test_rows_are_streamed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": TEXT * 100}) + "\n") * 20_000)
    assert path.stat().st_size > 100_000_000
    tracemalloc.start()
    for _found in islice(load([path]), 2_000):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert failures(tmp_path / "a.txt") == [f"{tmp_path / 'a.txt'}: may not be read; change its permissions"]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    assert failures(tmp_path / "a.txt") == [f"{tmp_path / 'a.txt'}: may not be read; change its permissions"]


def test_a_file_that_vanishes_after_it_was_planned(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    found = load([tmp_path])
    (tmp_path / "a.txt").unlink()
    gone, kept = found
    assert str(gone) == f"{tmp_path / 'a.txt'}: no such file; check its name"
    assert isinstance(kept, Document)


def test_a_pipe_among_the_files_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    lines: list[str] = []
    waiting = threading.Thread(target=lambda: lines.extend(failures(tmp_path)), daemon=True)
    waiting.start()
    waiting.join(5)
    assert "not a regular file" in lines[0]


@pytest.mark.parametrize("suffix", MODULES)
@pytest.mark.parametrize("seed", range(5))
def test_noise_never_raises(tmp_path: Path, suffix: str, seed: int) -> None:
    starts = [b"", b"%PDF-1.4\n", word(TEXT)[:500], b"<html>", b'{"text": "']
    (tmp_path / f"a{suffix}").write_bytes(starts[seed] + os.urandom(2_000))
    list(load([tmp_path]))
