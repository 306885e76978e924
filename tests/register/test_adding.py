"""What documents become in the register: once each, version after version, and never by halves."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from atase.documents import Failure
from atase.register import open_register
from atase.register.intake import Summary
from atase.register.register import Register
from atase.report import Document, Report
from telling import doc, told

Add = Callable[..., Summary]

VISIT = "visit IDN,AUS done 2024-05-17"
EXERCISE = "exercise IDN,AUS planned 2024-08"


def shape(register: Register) -> list[tuple[object, ...]]:
    """The activities without their identifiers."""
    frame = register.frames()["activities"].drop("activity")
    return sorted(map(str, frame.rows()))


def test_reports_of_one_event_are_one_activity_with_two_sources(register: Register, add: Add) -> None:
    summary = add(doc(f"{VISIT}\n{EXERCISE}"), doc("visit IDN,AUS done 2024-05-18"))
    assert (summary.read, summary.new, summary.reports) == (2, 2, 3)
    activities = register.frames()["activities"].sort("day")
    assert activities["instrument"].to_list() == ["visit", "exercise"]
    assert activities["sources"].to_list() == [2, 1]
    assert activities["state"].unique().to_list() == ["candidate"]


def test_the_same_document_again_changes_nothing(register: Register, add: Add) -> None:
    add(doc(VISIT))
    before = {name: frame.clone() for name, frame in register.frames().items()}
    assert add(doc(VISIT)).unchanged == 1
    assert add(doc(VISIT), doc(VISIT)).unchanged == 2
    assert all(before[name].equals(frame) for name, frame in register.frames().items())


def test_a_copy_from_elsewhere_is_no_second_source(register: Register, add: Add) -> None:
    add(doc(VISIT, id="a", path="one/a.txt"))
    assert add(doc(VISIT, id="a", path="two/a.txt")).unchanged == 1
    assert register.frames()["activities"]["sources"].to_list() == [1]


def test_two_publishers_of_one_text_are_two_sources(register: Register, add: Add) -> None:
    add(doc(VISIT, id="a", publisher="Antara"), doc(VISIT, id="b", publisher="Kompas"))
    assert register.frames()["activities"]["sources"].to_list() == [2]


def test_one_text_of_two_publishers_may_tell_two_events(register: Register, add: Add) -> None:
    add(
        doc("visit IDN,AUS done", id="a", publisher="Antara", date="2024-01-01"),
        doc("visit IDN,AUS done", id="b", publisher="Kompas", date="2024-06-01"),
    )
    assert register.frames()["activities"]["sources"].to_list() == [1, 1]


def test_a_changed_text_is_a_new_version_and_the_old_one_is_kept(register: Register, add: Add) -> None:
    add(doc(f"{VISIT}\n{EXERCISE}", id="a"))
    ids = dict(register.frames()["activities"].select("instrument", "activity").rows())
    summary = add(doc(f"{VISIT}\nagreement IDN,AUS done 2024-08-29", id="a"))
    assert (summary.new, summary.changed) == (0, 1)
    frames = register.frames()
    assert frames["sources"].select("version", "current").rows() == [(1, False), (2, True)]
    assert sorted(frames["activities"]["instrument"]) == ["agreement", "visit"]
    assert frames["reports"]["source"].n_unique() == 1
    assert ids["visit"] in frames["activities"]["activity"]
    gone = register.activity(ids["exercise"])
    assert gone.standing == "nothing"
    assert [telling.current for telling in gone.reports] == [False]


def test_a_text_that_comes_back_is_taken_up_again(register: Register, add: Add) -> None:
    add(doc(VISIT, id="a"))
    before = shape(register)
    add(doc(EXERCISE, id="a"))
    assert add(doc(VISIT, id="a")).changed == 1
    assert shape(register) == before
    assert register.frames()["sources"].height == 2


def test_the_order_and_the_batches_of_documents_do_not_matter(tmp_path: Path) -> None:
    chance = random.Random(7)
    days = [f"2024-05-{day:02}" for day in range(1, 9)]
    texts = [
        f"{chance.choice(['visit', 'dialogue', 'exercise'])} "
        f"{chance.choice(['IDN,AUS', 'IDN,AUS,USA', 'IDN,USA'])} done {chance.choice(days)}"
        for _ in range(60)
    ]
    documents = [doc(text, id=f"d{number}", publisher=f"Paper {number}") for number, text in enumerate(texts)]
    at_once, one_by_one = open_register(str(tmp_path / "a.db")), open_register(str(tmp_path / "b.db"))
    at_once.add(documents, told)
    for document in chance.sample(documents, len(documents)):
        one_by_one.add([document], told)
    assert shape(at_once) == shape(one_by_one)


def test_one_bad_document_stops_no_other(register: Register) -> None:
    def picky(document: Document) -> list[Report]:
        if "trap" in document.text:
            raise RuntimeError("tripped")
        return told(document)

    summary = register.add([doc(VISIT), Failure("x.pdf", "no text"), doc("trap", path="trap.txt")], picky)
    assert summary.read == 1
    assert [failure.path for failure in summary.failed] == ["x.pdf", "trap.txt"]
    assert "tripped" in summary.failed[1].reason


def test_a_run_that_stops_keeps_what_was_accepted_and_the_next_goes_on(register: Register) -> None:
    documents = [
        doc(f"visit IDN,AUS done 20{year:02}-{month:02}-05") for year in range(10, 25) for month in range(1, 13)
    ]
    read: list[str] = []

    def failing(document: Document) -> list[Report]:
        read.append(document.text)
        if len(read) == 120:
            raise KeyboardInterrupt
        return told(document)

    with pytest.raises(KeyboardInterrupt):
        register.add(documents, failing)
    assert register.frames()["sources"].height == 100
    summary = register.add(documents, told)
    assert (summary.unchanged, summary.new) == (100, 80)
    assert register.frames()["activities"].height == 180


def test_several_processes_read_and_progress_adds_up(register: Register) -> None:
    documents = [
        doc(f"visit IDN,AUS done 20{year:02}-{month:02}-05") for year in range(15, 25) for month in range(1, 13)
    ]
    counts: list[int] = []
    summary = register.add(documents, told, jobs=2, progress=counts.append)
    assert summary.new == sum(counts) == len(documents)


def test_frames_have_the_declared_schemas_even_when_empty(register: Register, add: Add) -> None:
    from atase.schema import FRAMES

    assert {name: frame.schema for name, frame in register.frames().items()} == FRAMES
    add(doc("visit IDN,AUS done 2024-05 themes=cyber,terrorism roles=IDN:host place=Kota_Bandung"))
    frames = register.frames()
    assert {name: frame.schema for name, frame in frames.items()} == FRAMES
    row = frames["activities"].row(0, named=True)
    assert (row["themes"], row["parties"], row["place"]) == (["cyber", "terrorism"], ["AUS", "IDN"], "Kota Bandung")
    assert str(row["day"]) == "2024-05-01"
    assert frames["parties"].select("party", "role").rows() == [("AUS", "participant"), ("IDN", "host")]
    assert frames["reports"]["evidence"][0][0]["quote"].startswith("visit IDN,AUS")


def test_a_language_that_is_not_told_is_found_where_it_is_sure(register: Register) -> None:
    documents = [
        doc("Menteri itu tiba di Jakarta dan akan bertemu dengan presiden.", title="Indonesian"),
        doc("The minister arrived in Jakarta and will meet the president.", title="English"),
        doc("Le ministre est venu mardi en visite officielle.", title="French"),
        doc("Le ministre est reparti jeudi.", title="French, as told", lang="fr"),
    ]
    register.add(documents, lambda document: [])
    found = dict(register.frames()["sources"].select("title", "lang").rows())
    assert found == {"Indonesian": "id", "English": "en", "French": None, "French, as told": "fr"}
