"""Small files of each format, made for the tests."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx

from atase.documents import Failure, load
from atase.report import Document

TEXT = "Menhan RI menerima kunjungan Menhan Jepang di Jakarta."


def documents(*paths: Path | str, **options: Any) -> list[Document]:
    """What is loaded, where nothing fails."""
    loaded = list(load(paths, **options))
    assert not [found for found in loaded if isinstance(found, Failure)]
    return [found for found in loaded if isinstance(found, Document)]


def failures(*paths: Path | str, **options: Any) -> list[str]:
    """The lines that are printed for what fails; each must be one line."""
    lines = [str(found) for found in load(paths, **options) if isinstance(found, Failure)]
    assert all("\n" not in line for line in lines)
    return lines


def pdf(text: str = TEXT, title: str = "", encrypted: bool = False) -> bytes:
    """A PDF of one page, written by hand so that it can be anything that is wanted."""
    stream = f"BT /F1 12 Tf 40 700 Td ({text}) Tj ET" if text else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) /CreationDate (D:19990101000000Z) >>",
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>",
    ]
    out = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    entries = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    lock = f"/Encrypt 7 0 R /ID [<{'43' * 16}> <{'43' * 16}>]" if encrypted else ""
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R {lock} >>"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
    return f"{out}{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF\n".encode("latin-1")


def word(*paragraphs: str, title: str = "", heading: str = "", cells: tuple[str, ...] = ()) -> bytes:
    """A Word file."""
    document = docx.Document()
    document.core_properties.title = title
    if heading:
        document.add_heading(heading, 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells:
        for cell, text in zip(document.add_table(1, len(cells)).rows[0].cells, cells, strict=True):
            cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word_bomb() -> bytes:
    """A Word file of a few hundred KB that unpacks to 300 MB."""
    out = BytesIO(word(TEXT))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.xml", b"0" * 300_000_000)
    return out.getvalue()


def word_of_lies() -> bytes:
    """A Word file whose text unpacks to 300 MB, though the archive says that it has 5 KB."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(word(TEXT))) as original, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in original.infolist():
            is_text = part.filename == "word/document.xml"
            archive.writestr(part.filename, b" " * 300_000_000 if is_text else original.read(part))
    return out.getvalue().replace((300_000_000).to_bytes(4, "little"), (5_000).to_bytes(4, "little"))


def word_of_tags() -> bytes:
    """A Word file of empty paragraphs: small, but much to build."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(word(TEXT))) as original, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in original.infolist():
            content = original.read(part)
            archive.writestr(part.filename, content.replace(b"<w:sectPr", b"<w:p/>" * 3_000_000 + b"<w:sectPr"))
    return out.getvalue()


PAGE = f"""<html lang="id-ID"><head><title>Menhan Jepang ke Jakarta - Contoh</title>
<meta property="og:site_name" content="Contoh News">
<meta property="article:published_time" content="2024-05-17T10:00:00+07:00">
<link rel="canonical" href="https://contoh.example/menhan"></head>
<body><nav>Beranda Berita Olahraga</nav><article><h1>Menhan Jepang ke Jakarta</h1>
<p>{TEXT} Keduanya membahas latihan bersama dan pertukaran perwira.</p>
<p>Pertemuan itu berlangsung dua jam dan ditutup dengan jumpa pers di kantor kementerian.</p>
</article><footer>Hak cipta</footer></body></html>"""
