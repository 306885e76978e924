"""`atase explain` as a user runs it: on the terminal, and as a page."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

TEXT = "Menteri Pertahanan RI menerima kunjungan Menteri Pertahanan Jepang di Jakarta, Senin (13/5/2024)."
HOSTILE = "<script>alert('x')</script><img src=http://evil.example/a.png> \u202e\x1b[31m{{ 7*7 }} \u2067[bold]"


def explain(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atase", "explain", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", input=stdin, check=False)


class Page(HTMLParser):
    """The elements of a page, and the text that it shows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.shown = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.shown += data


def test_a_text_is_explained_on_the_terminal() -> None:
    done = explain(TEXT, "--date", "2024-05-15")
    assert done.returncode == 0
    shown = " ".join(done.stdout.split())
    for part in (
        "Menteri Pertahanan RI → IDN (office, minister)",
        "menerima kunjungan → receive",
        "Senin (13/5/2024) → 2024-05-13 (on)",
        "✓ Visit “menerima kunjungan”: IDN JPN · Done · 2024-05-13 · kept: its event is likely enough",
    ):
        assert part in shown
    assert re.search(r"party JPN 0\.\d\d [+-]\d\.\d\d ", shown)


def test_the_number_of_features_shown_is_chosen() -> None:
    few, many = (" ".join(explain(TEXT, "--features", n).stdout.split()) for n in ("1", "999"))
    assert len(many) > 2 * len(few)
    assert re.search(r"\d others(?!=)", few)
    assert not re.search(r"\d others(?!=)", many)


def test_files_and_standard_input_are_read_as_by_code(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text(TEXT, encoding="utf-8")
    done = explain(tmp_path / "a b.txt", "-", "--date", "2024-05-15", stdin="Germany and Norway did not meet.")
    assert done.returncode == 0
    assert "✓ Visit" in done.stdout
    assert "a b.txt" in done.stdout
    assert "Germany and Norway did not meet." in done.stdout


def test_the_page_shows_the_same_with_the_spans_marked(tmp_path: Path) -> None:
    path = tmp_path / "why.html"
    done = explain(TEXT, "--date", "2024-05-15", "--html", path)
    assert done.returncode == 0
    page = Page(path.read_text(encoding="utf-8"))
    shown = " ".join(page.shown.split())
    assert TEXT in shown
    assert "kept: its event is likely enough" in shown
    marks = {attributes["class"] for tag, attributes in page.tags if tag == "mark"}
    assert {"name", "cue", "date", "cue trigger"} <= marks
    assert sum(tag == "details" for tag, _ in page.tags) == sum(tag == "summary" for tag, _ in page.tags) > 4


def test_hostile_text_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "why.html"
    row = f"{HOSTILE} {TEXT}"
    assert explain(row, "--html", path).returncode == 0
    source = path.read_text(encoding="utf-8")
    page = Page(source)
    assert "<script>alert('x')</script>" in page.shown
    assert "{{ 7*7 }}" in page.shown
    assert not {"script", "img", "link", "a", "iframe"} & {tag for tag, _ in page.tags}
    assert "default-src 'none'" in source
    assert not any(name.startswith("on") or name in ("src", "href", "style") for _, more in page.tags for name in more)
    for text in (source, explain(row).stdout):
        assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([TEXT, "--html", "missing/why.html"], "missing/why.html"),
        ([TEXT, "--date", "soon"], "soon"),
        ([TEXT, "--min-confidence", "7"], "--min-confidence"),
    ],
)
def test_what_cannot_be_done_exits_2_with_a_line(arguments: list[str], told: str) -> None:
    done = explain(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_missing_is_told() -> None:
    done = explain("missing.txt")
    assert done.returncode in (1, 2)
    assert "missing.txt" in done.stderr
