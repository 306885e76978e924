"""The small register that the tests of the workbench run on: made-up documents, merged and partly decided."""

from dataclasses import replace
from pathlib import Path

from atase.register import Author, open_register
from atase.register.register import Register
from atase.report import Document, Evidence, Report
from telling import report

HOSTILE = "<script>alert('told')</script>"
TOLD = {
    "The Minister of Defence received his Australian colleague in Jakarta.":
        "visit AUS,IDN done 2024-08-29 place=Jakarta depth=minister confidence=0.7 roles=IDN:host,AUS:guest",
    "Menteri Pertahanan menerima koleganya dari Australia di Jakarta.":
        "visit AUS,IDN done 2024-08-29 place=Jakarta depth=minister confidence=0.6",
    "They signed an agreement on defence cooperation, valid for a year.":
        "agreement AUS,IDN done 2024-08-29 end=2025-12 confidence=0.8",
    "Exercise Contoh Samudra began on Monday with five navies.":
        "exercise AUS,IDN,JPN,SGP,USA done 2025-02-10 series=Contoh_Samudra themes=maritime_security",
    "Exercise Example Shield will be held in July.": "exercise AUS,IDN planned 2025-07 series=Example_Shield",
    "They discussed building vehicles together.": "joint_production AUS,IDN proposed",
    "Jakarta summoned the ambassador.": "protest AUS,IDN done 2013-11-18 roles=IDN:actor,AUS:target confidence=0.9",
    "The third boat was delivered from Korea.": "arms_transfer IDN,KOR done 2019 roles=KOR:supplier,IDN:recipient",
    f"The two navies met, {HOSTILE} said.": f"dialogue IDN,JPN done place={HOSTILE}",
}  # fmt: skip
"""What each sentence reports, as `telling.report` reads it."""

DOCUMENTS = [
    ("Minister visits Jakarta", "2024-08-30", "en", "Example Times", (0, 2)),
    ("Kunjungan Menteri", "2024-08-30", "id", "Warta Contoh", (1,)),
    ("Navies at sea", "2025-02-11", "en", "Example Times", (3, 4, 5)),
    ("=HYPERLINK(1)", "2013-11-18", "en", "Example Times", (6,)),
    ("Kapal ketiga", "2019-05-01", "id", "Warta Contoh", (7,)),
    (HOSTILE, None, "en", HOSTILE, (8,)),
]


def reader(document: Document) -> list[Report]:
    """The reports of a document whose lines are sentences of `TOLD`."""
    reports, start = [], 0
    for line in document.text.splitlines():
        if line in TOLD:
            evidence = (Evidence(start, start + len(line), line),)
            reports.append(replace(report(TOLD[line], 0), evidence=evidence))
        start += len(line) + 1
    return reports


def document(title: str, date: str | None, lang: str, publisher: str, sentences: tuple[int, ...]) -> Document:
    lines = list(TOLD)
    text = "\n".join(["This text is made up.", *(lines[n] for n in sentences), "Nothing else happened."])
    address = f"https://news.example/{sentences[0]}"
    return Document(text, title, date, lang, url=address, publisher=publisher)


def filled(path: Path) -> str:
    """Make the register; gives its location. The visit is confirmed, the proposal rejected."""
    register = open_register(str(path))
    register.add((document(*each) for each in DOCUMENTS), reader)
    register.confirm(activity(register, "visit"), Author("Sari", "read the communiqué"))
    register.reject(activity(register, "joint_production"), Author("Budi", "only talk"))
    return str(path)


def activity(register: Register, instrument: str) -> str:
    """The identifier of the latest activity of an instrument."""
    found = register.frames()["activities"]
    return str(found.filter(found["instrument"] == instrument).sort("day")["activity"][-1])
