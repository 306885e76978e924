"""A brief as a Word document, made to be edited: real headings, real tables, pictures with descriptions."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from atase.briefs import drawing, words
from atase.briefs.charts import theme
from atase.briefs.tree import (
    Block,
    Box,
    Brief,
    Bullets,
    Column,
    Heading,
    Picture,
    Reference,
    Statement,
    Table,
)
from atase.i18n import _, speaking

WIDTH = Cm(16.6)


def docx(brief: Brief) -> bytes:
    """The brief on A4 pages."""
    with speaking(brief.lang):
        document = _blank(brief)
        document.add_paragraph(f"{brief.kind} · {brief.dated}", style="Subtitle")
        document.add_heading(brief.title, level=0)
        document.add_paragraph(brief.basis)
        for block in brief.body:
            _add(document, block)
        if brief.appendix or brief.references:
            document.add_page_break()
            document.add_heading(_("Appendix"), level=1)
        for block in brief.appendix:
            _add(document, block)
        if brief.references:
            document.add_heading(_("Evidence"), level=2)
        for reference in brief.references:
            _refer(document, reference)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _blank(brief: Brief) -> Any:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.header.paragraphs[0].text = f"{brief.title} · {brief.dated}"
    section.footer.paragraphs[0].text = f"{brief.basis} · "
    _page_number(section.footer.paragraphs[0])
    accent = RGBColor.from_string(theme()["ink"]["accent"].lstrip("#"))
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = accent
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Header"].font.size = document.styles["Footer"].font.size = Pt(8)
    document.core_properties.title = f"{brief.title}: {brief.kind}"[:255]
    document.core_properties.author = "Atase"
    document.core_properties.language = brief.lang
    return document


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading(text):
            document.add_heading(text, level=2)
        case Statement():
            _say(document.add_paragraph(), block)
        case Bullets(items):
            for item in items:
                _say(document.add_paragraph(style="List Bullet"), item)
        case Box():
            _box(document, block)
        case Table():
            _table(document, block)
        case Picture():
            _picture(document, block)


def _say(paragraph: Any, statement: Statement) -> None:
    if statement.lead:
        paragraph.add_run(f"{statement.lead}: ").bold = True
    paragraph.add_run(statement.text)
    if statement.state:
        space = " " if statement.text else ""
        paragraph.add_run(f"{space}{words.mark(statement.state)} {words.state(statement.state)}")
    if statement.evidence:
        run = paragraph.add_run(f" [{', '.join(map(str, statement.evidence))}]")
        run.font.size = Pt(7.5)
    if statement.quote:
        paragraph.add_run().add_break()
        paragraph.add_run(f"“{statement.quote}”").font.color.rgb = RGBColor.from_string(
            theme()["ink"]["muted"].lstrip("#")
        )


def _box(document: Any, box: Box) -> None:
    cell = document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
    _shade(cell, theme()["ink"]["ground"])
    cell.paragraphs[0].add_run(box.title).bold = True
    for item in box.items:
        _say(cell.add_paragraph(), item)
    if box.note:
        cell.add_paragraph().add_run(box.note).italic = True


def _table(document: Any, table: Table) -> None:
    drawn = document.add_table(rows=1, cols=len(table.columns), style="Light Shading")
    drawn.autofit = False
    _set(drawn._tbl.tblPr.find(qn("w:tblLook")), val="0620", firstColumn="0", noHBand="1")
    whole = sum(column.weight for column in table.columns)
    widths = [int(WIDTH * column.weight / whole) for column in table.columns]
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    _row(drawn.rows[0], [Statement(column.title) for column in table.columns], table.columns, widths)
    drawn.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # repeated on every page
    for cells in table.rows:
        row = drawn.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # on one page
        _row(row, list(cells), table.columns, widths)
    note = document.add_paragraph()
    note.add_run(table.note).italic = True


def _row(row: Any, cells: list[Statement], columns: tuple[Column, ...], widths: list[int]) -> None:
    for cell, statement, column, width in zip(row.cells, cells, columns, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        _say(paragraph, statement)
        if column.number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for run in paragraph.runs:
            run.font.size = Pt(8)


def _picture(document: Any, picture: Picture) -> None:
    document.add_paragraph(picture.title, style="Caption").paragraph_format.keep_with_next = True
    shape = document.add_picture(BytesIO(drawing.png(picture.spec)), width=WIDTH)
    shape._inline.docPr.set("descr", picture.alt)
    if picture.note:
        document.add_paragraph().add_run(picture.note).italic = True


def _refer(document: Any, reference: Reference) -> None:
    where = ", ".join(part for part in (reference.title, reference.publisher, reference.date, reference.url) if part)
    paragraph = document.add_paragraph()
    paragraph.add_run(f"[{reference.number}] ").bold = True
    paragraph.add_run(f"“{reference.quote}” ")
    paragraph.add_run(where).italic = True
    for run in paragraph.runs:
        run.font.size = Pt(8)


def _shade(cell: Any, colour: str) -> None:
    shading = OxmlElement("w:shd")
    _set(shading, val="clear", fill=colour.lstrip("#"))
    cell._tc.get_or_add_tcPr().append(shading)


def _page_number(paragraph: Any) -> None:
    field = OxmlElement("w:fldSimple")
    _set(field, instr="PAGE")
    paragraph._p.append(field)


def _set(element: Any, **values: str) -> None:
    """Attributes of a WordprocessingML element."""
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
