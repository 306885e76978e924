import json
from pathlib import Path

import pytest
import typst

from samples import PAGE, TEXT, documents, pdf, word


def test_plain_text_with_a_title_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Menhan Jepang ke Jakarta\n\n{TEXT}\nBaris kedua.\n")
    (document,) = documents(tmp_path / "a.txt")
    assert document.title == "Menhan Jepang ke Jakarta"
    assert document.text == f"{TEXT}\nBaris kedua.\n"
    assert document.id == document.path == str(tmp_path / "a.txt")


def test_a_first_sentence_is_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT}\n\nKeduanya membahas latihan.")
    (document,) = documents(tmp_path / "a.txt")
    assert document.title == ""
    assert document.text.startswith(TEXT)


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        '---\ntitle: "RI: dan Jepang"\ndate: 2024-05-17\npublisher: Kemhan\nlang: id\nlicense: CC0\n'
        "source: https://contoh.example/a\nmood: fine\n---\n\n## Bagian\n\nMenhan *RI* menerima\n"
        "[tamunya](http://x.example).\n\n- latihan\n- patroli\n"
    )
    (document,) = documents(tmp_path / "a.md")
    assert (document.title, document.date, document.publisher) == ("RI: dan Jepang", "2024-05-17", "Kemhan")
    assert (document.lang, document.licence, document.url) == ("id", "CC0", "https://contoh.example/a")
    assert document.text == "Bagian\n\nMenhan RI menerima tamunya.\n\nlatihan\n\npatroli"


def test_markdown_takes_its_first_heading_as_title(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Menhan *Jepang*\n\n{TEXT}\n")
    (document,) = documents(tmp_path / "a.md")
    assert (document.title, document.text) == ("Menhan Jepang", TEXT)


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (document,) = documents(tmp_path / "a.html")
    assert (document.title, document.date, document.lang) == ("Menhan Jepang ke Jakarta", "2024-05-17", "id")
    assert (document.publisher, document.url) == ("Contoh News", "https://contoh.example/menhan")
    assert document.text.startswith(TEXT)
    assert "Olahraga" not in document.text
    assert "Hak cipta" not in document.text


def test_a_page_without_a_date_gets_none(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_text(PAGE.replace("2024-05-17T10:00:00+07:00", "").replace("dua jam", "2019-03-04"))
    (document,) = documents(tmp_path / "a.htm")
    assert document.date is None


def test_pdf_text_and_title_but_not_the_date_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(title="Pernyataan bersama"))
    (document,) = documents(tmp_path / "a.pdf")
    assert (document.title, document.date) == ("Pernyataan bersama", None)
    assert document.text.strip() == TEXT


def test_words_broken_at_line_ends_of_a_pdf_are_whole(tmp_path: Path) -> None:
    source = '#set page(width: 9cm)\n#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n'
    sentence = "The ministers reaffirmed comprehensive counterterrorism interoperability consultations. "
    (tmp_path / "a.pdf").write_bytes(typst.compile((source + sentence * 4).encode()))
    (document,) = documents(tmp_path / "a.pdf")
    assert " ".join(document.text.split()) == (sentence * 4).strip()


def test_a_file_name_is_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(title="Microsoft Word - mou.docx"))
    (document,) = documents(tmp_path / "a.pdf")
    assert document.title == ""


def test_word_paragraphs_and_cells_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(TEXT, "Selesai.", title="Siaran pers", cells=("Latihan", "2024")))
    (document,) = documents(tmp_path / "a.docx")
    assert (document.title, document.date) == ("Siaran pers", None)
    assert document.text == f"{TEXT}\n\nSelesai.\n\nLatihan\n\n2024"


def test_word_takes_a_heading_where_the_properties_have_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(TEXT, heading="Siaran pers"))
    (document,) = documents(tmp_path / "a.docx")
    assert (document.title, document.text) == ("Siaran pers", TEXT)


def test_json_lines_with_the_fields_of_annotated_documents(tmp_path: Path) -> None:
    rows = [
        {"id": "a-1", "text": TEXT, "title": "T", "date": "2024-05-17", "lang": "id", "activities": []},
        {"text": TEXT, "date": None, "source": {"url": "https://contoh.example/b", "row": 7}},
        {"text": TEXT, "date": "2024-05-17T08:00:00Z", "publisher": "Kemhan", "url": None},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n\n")
    first, second, third = documents(path)
    assert (first.id, first.title, first.date, first.lang) == ("a-1", "T", "2024-05-17", "id")
    assert (second.id, second.date, second.url) == (f"{path}#2", None, "https://contoh.example/b")
    assert (third.id, third.date, third.publisher, third.url) == (f"{path}#3", "2024-05-17", "Kemhan", "")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_by_the_names_of_its_columns(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    rows = [["Date", "text", "extra"], ["2024-05", f'"{TEXT}\nDua, ""dan""; tiga."', "x"], ["", "Teks", ""]]
    path.write_text("\n".join(delimiter.join(row) for row in rows))
    first, second = documents(path)
    assert (first.text, first.date, first.id) == (f'{TEXT}\nDua, "dan"; tiga.', "2024-05", f"{path}#2")
    assert (second.text, second.date, second.id) == ("Teks", None, f"{path}#3")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_encodings(tmp_path: Path, encoding: str, name: str) -> None:
    if name == "a.csv" and encoding == "utf-16-le":
        pytest.skip("rows in UTF-16 need a byte order mark")
    text = "Presiden “Macron” – naïve café"
    (tmp_path / name).write_text(f"text\n{text}\n" if name == "a.csv" else text, encoding=encoding)
    (document,) = documents(tmp_path / name)
    assert document.text == text


def test_a_few_broken_bytes_do_not_change_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Türkiye” dan “Côte d’Ivoire”".encode() + b"\xe2\x80")
    (document,) = documents(tmp_path / "a.txt")
    assert document.text.startswith("“Türkiye” dan “Côte d’Ivoire”")


def test_what_no_database_takes_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Menhan \\ud83d RI\\u0000", "title": "a\\nb"}')
    (document,) = documents(tmp_path / "a.jsonl")
    assert (document.text, document.title) == ("Menhan \ufffd RI ", "a b")
    assert document.sha256
