"""Small made-up files in the layouts of the publishers."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from zipfile import ZipFile

from atase.datasets import Reject, Told, card, read
from atase.report import Report


def write(path: Path, name: str, *rows: Mapping[str, str], layout: int = 0) -> Path:
    """A text file of a dataset with some rows; columns that a row does not give are empty."""
    form = card(name).layouts[layout]
    columns = list(dict.fromkeys([*form.columns, *(column for row in rows for column in row)]))
    lines = [columns] if form.header else []
    lines += [[row.get(column, "") for column in columns] for row in rows]
    quote = '"{}"' if form.quoted else "{}"
    text = "".join(form.separator.join(quote.format(cell) for cell in line) + "\n" for line in lines)
    path.write_text(text, encoding=form.encoding, errors="replace")
    return path


def told(name: str, path: Path) -> list[Report]:
    """The reports of a file all of whose rows have one."""
    outcomes = list(read(name, path))
    assert not [outcome for outcome in outcomes if isinstance(outcome, Reject)]
    return [outcome.report for outcome in outcomes if isinstance(outcome, Told)]


def refused(name: str, path: Path) -> list[tuple[str, str, bool]]:
    """Reason, value and kind of the rejects of a file none of whose rows has a report."""
    outcomes = list(read(name, path))
    assert not [outcome for outcome in outcomes if isinstance(outcome, Told)]
    return [(one.reason, one.about, one.outside) for one in outcomes if isinstance(one, Reject)]


def roles(report: Report) -> dict[str, str]:
    """The role of each party."""
    return {party.code: party.role for party in report.parties}


EXERCISE = {
    "MMEID": "mme1", "Ex_Name": "Keris 84", "Location": "Java Sea", "s.year": "1984", "s.month": "5", "s.day": "xx",
    "e.year": "1984", "e.month": "6", "e.day": "2", "CPX": "0", "Air": "1", "Sea": "1", "Peacekeeping": "1",
    "StateA": "Indonesia", "StateB": "Russia", "StateC": "Myanmar (Burma)",
}  # fmt: skip
"""A row of MME, for tests of what all datasets have in common."""


def workbook(path: Path, name: str, *rows: Mapping[str, str]) -> Path:
    """An Excel workbook of a dataset with some rows: the three parts that the format cannot do without."""
    form = card(name).layouts[0]
    lines = [list(form.columns), *([row.get(column, "") for column in form.columns] for row in rows)]
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in line) + "</row>"
        for line in lines
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="{form.sheet}" '
        'sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with ZipFile(path, "w") as packed:
        for part, text in parts.items():
            packed.writestr(part, text)
    return path
