"""What every format must do, with ordinary and with hostile texts."""

import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import polars as pl
import pypdfium2
import pytest
from docx import Document
from markdown_it import MarkdownIt

from atase.briefs import FORMATS, Brief, bilateral, country, render
from atase.briefs.charts import theme
from atase.codebook import groups
from atase.errors import AtaseError
from frames import Made, Told, frames

Frames = dict[str, pl.DataFrame]
HOSTILE = (
    "<script>alert(1)</script> <img src=http://evil.example/x.png> & &amp; ]]> "
    "#let x = 1; $sum$ #read(\"/etc/passwd\") @ref <label> \\ ` * _ ~ | [click](javascript:alert(1)) "
    "![x](http://evil.example/y.png) =CMD|'/C calc'!A0 {{ 7*7 }} {% raw %} %s {0} "
    "\x00\x07\x1b[31m\r\n# heading\u202eevil\u2066"
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(on: date) -> Brief:
    told = Told(HOSTILE, "2025-01-01", publisher=HOSTILE, title=HOSTILE, url='javascript:alert("x")')
    link = Told("Linked.", "2025-01-02", url="https://news.example/?a=1&b=<2>")
    made = [
        Made(
            "visit",
            "confidence",
            ("AUS", "IDN"),
            "done",
            "2025-01-01",
            told=(told, link),
            place=HOSTILE,
            depth="minister",
        ),
        Made("exercise", "confidence", ("AUS", "IDN"), "planned", None, told=(told,), series=HOSTILE),
    ]
    return bilateral(frames(made), "IDN", "AUS", on, "en")


@pytest.fixture(scope="module")
def ordinary(register: Frames, on: date) -> Brief:
    return bilateral(register, "IDN", "AUS", on, "en")


def pdf_text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return re.sub(r"\s+", " ", text.replace("\ufffe", "").replace("\x02", ""))


def word_text(content: bytes) -> str:
    body = Document(BytesIO(content)).element.body
    return " ".join(node.text or "" for node in body.iter("{*}t"))


class Page(HTMLParser):
    """The tags, addresses and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href", "action")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_every_format_says_the_same(ordinary: Brief) -> None:
    said = (
        "The minister arrived in Jakarta.",
        "Latihan dimulai pada Senin.",
        "Contoh Samudra",
        "29 August 2024",
        "confirmed",
        "candidate",
    )
    texts = {
        "md": render(ordinary, "md").decode(),
        "html": " ".join(Page(render(ordinary, "html").decode()).words),
        "pdf": pdf_text(render(ordinary, "pdf")),
        "docx": word_text(render(ordinary, "docx")),
    }
    missing = {(name, part) for name, text in texts.items() for part in said if part not in text}
    assert missing == set()
    assert set(texts) == set(FORMATS)


def test_each_number_leads_to_its_sentence(ordinary: Brief) -> None:
    page = Page(render(ordinary, "html").decode())
    targets = {address for address in page.addresses if address.startswith("#ref-")}
    assert targets == {f"#ref-{reference.number}" for reference in ordinary.references}


def test_a_rejected_activity_is_never_told(ordinary: Brief) -> None:
    assert "Nobody came" not in render(ordinary, "md").decode()


def test_the_page_asks_nothing_of_anybody(ordinary: Brief, hostile: Brief) -> None:
    for brief in (ordinary, hostile):
        page = Page(render(brief, "html").decode())
        assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(page.tags)
        assert all(re.match(r"#|https?://", address) for address in page.addresses)
        assert "url(" not in render(brief, "html").decode()


def test_hostile_text_is_shown_and_not_obeyed_in_html(hostile: Brief) -> None:
    page = Page(render(hostile, "html").decode())
    assert any("<script>alert(1)</script>" in words for words in page.words)
    assert not any("javascript:" in address for address in page.addresses)


def test_hostile_text_is_shown_and_not_obeyed_in_markdown(hostile: Brief) -> None:
    text = render(hostile, "md").decode()
    tokens = list(MarkdownIt("commonmark").enable("table").parse(text))
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {
        "text",
        "softbreak",
        "strong_open",
        "strong_close",
        "em_open",
        "em_close",
        "text_special",
        "link_open",
        "link_close",
    }
    assert "html_block" not in {token.type for token in tokens}
    assert all(
        str(child.attrGet("href")).startswith("https://news.example") for child in inline if child.type == "link_open"
    )
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)


def test_hostile_text_is_shown_and_not_obeyed_in_pdf(hostile: Brief) -> None:
    text = pdf_text(render(hostile, "pdf"))
    assert "#let x = 1; $sum$ #read(" in text
    assert "{{ 7*7 }}" in text


def test_hostile_text_is_shown_and_not_obeyed_in_word(hostile: Brief) -> None:
    assert "<script>alert(1)</script>" in word_text(render(hostile, "docx"))


def test_a_word_file_holds_tables_pictures_and_headings(ordinary: Brief) -> None:
    document = Document(BytesIO(render(ordinary, "docx")))
    assert len(document.inline_shapes) == 3
    assert "At a glance" in document.tables[0].cell(0, 0).text
    assert "Evidence" in [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 2"]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_an_empty_register_is_told_as_not_covered(format: str, lang: str, on: date) -> None:
    nothing = frames([])
    for brief in (bilateral(nothing, "IDN", "AUS", on, lang), country(nothing, "SGP", on, lang)):
        assert render(brief, format)
        assert len(brief.references) == 0
        assert len(brief.body) == 3  # the box that says so, and the coverage


def test_nothing_between_two_is_not_covered_rather_than_zero(register: Frames, on: date) -> None:
    text = render(bilateral(register, "IDN", "BRA", on, "en"), "md").decode()
    assert "The register holds no activity of Indonesia and Brazil." in text
    assert " 0 " not in text.split("## What this rests on")[0]


@pytest.mark.parametrize("format", FORMATS)
def test_a_source_that_says_nothing_of_itself_is_still_quoted(format: str, on: date) -> None:
    bare = Made(
        "visit", "confidence", ("AUS", "IDN"), "done", None, told=(Told("He came.", None, publisher="", title=""),)
    )
    assert render(bilateral(frames([bare]), "IDN", "AUS", on, "en"), format)


def test_a_long_relationship_is_cut_and_says_so(on: date) -> None:
    made = [
        Made(
            "visit",
            "confidence",
            ("AUS", "IDN"),
            "done",
            f"20{year:02}-0{month}-05",
            told=(Told(f"Visit {year}-{month}.", f"20{year:02}"),),
        )
        for year in range(25)
        for month in range(1, 9)
    ]
    text = render(bilateral(frames(made), "IDN", "AUS", on, "en"), "md").decode()
    assert "… and 188 more in the appendix." in text
    assert "… and 38 older or undated activities" in text


def test_an_unknown_format_is_one_line(ordinary: Brief) -> None:
    with pytest.raises(AtaseError, match=r"'odt'.*md, html, pdf, docx"):
        render(ordinary, "odt")


def test_every_group_of_the_codebook_has_its_colour() -> None:
    assert list(theme()["groups"]) == list(groups())
