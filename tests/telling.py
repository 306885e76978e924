"""A reader for tests: each line of a document is a report, such as `visit IDN,AUS done 2024-05-17 place=Bali`."""

from atase.report import Document, Evidence, Party, Report


def told(document: Document) -> list[Report]:
    reports, start = [], 0
    for line in document.text.splitlines():
        reports.append(report(line, start))
        start += len(line) + 1
    return reports


def report(line: str, start: int) -> Report:
    instrument, codes, stage, *rest = line.split()
    date = rest.pop(0) if rest and "=" not in rest[0] else None
    more = dict(each.split("=", 1) for each in rest)
    roles = dict(part.split(":") for part in more.pop("roles", "").split(",") if part)
    return Report(
        instrument=instrument,
        parties=tuple(Party(code, roles.get(code, "participant")) for code in sorted(codes.split(","))),
        stage=stage,
        evidence=(Evidence(start, start + len(line), line),),
        coder="told",
        coder_version="1",
        confidence=float(more.pop("confidence", 0.6)),
        date=date,
        themes=tuple(sorted(more.pop("themes", "").split(","))) if "themes" in more else (),
        **{name: value.replace("_", " ") for name, value in more.items()},
    )


def doc(text: str, id: str = "", date: str | None = "2024-05-18", **more: str) -> Document:
    return Document(text, date=date, id=id or text, **more)
