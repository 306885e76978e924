"""`atase code --as plover`: reports as events that users of PLOVER can compare with theirs."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from atase.cli.plover import plover_event
from atase.codebook import instruments, roots, stages, themes
from atase.report import Document, Evidence, Party, Report

DOCUMENT = Document("Text.", title="Title", date="2024-05-15", id="d1", publisher="Paper", url="https://example.org/1")


def event(
    instrument: str, *parties: str, stage: str = "done", date: str | None = "2024-05-13", **more: Any
) -> dict[str, Any]:
    """The event of a report; a party is a code, or code=role."""
    made = tuple(Party(*party.split("=")) for party in parties)
    evidence = (Evidence(0, 5, "Text."),)
    return plover_event(Report(instrument, made, stage, evidence, "reader", "5", 0.8, date, **more), DOCUMENT, 1)


def codes(actors: list[dict[str, str]]) -> list[str]:
    return [actor["code"] for actor in actors]


@pytest.mark.parametrize(
    ("instrument", "stage", "root", "mode"),
    [
        ("exercise", "done", "COOPERATE", []),
        ("exercise", "planned", "AGREE", []),
        ("exercise", "proposed", "REQUEST", ["assist"]),
        ("visit", "done", "CONSULT", ["visit"]),
        ("visit", "proposed", "REQUEST", ["meet"]),
        ("dialogue", "cancelled", "REJECT", []),
        ("exercise", "suspended", "SANCTION", ["withdraw"]),
        ("military_aid", "underway", "AID", ["military"]),
        ("show_of_force", "planned", "MOBILIZE", ["troops"]),
        ("protest", "done", "ACCUSE", []),
    ],
)
def test_root_and_mode_are_the_crosswalks(instrument: str, stage: str, root: str, mode: list[str]) -> None:
    made = event(instrument, "IDN", "MYS", stage=stage)
    assert (made["event"], made.get("mode", [])) == ([root], mode)


@pytest.mark.parametrize("instrument", sorted(instruments()))
@pytest.mark.parametrize("stage", sorted(stages()))
def test_every_instrument_at_every_stage_is_an_event(instrument: str, stage: str) -> None:
    made = event(instrument, "IDN", "MYS", stage=stage, themes=tuple(sorted(themes())))
    assert made["event"][0] in roots()
    assert made["source"]
    assert made["context"]
    assert {"COOPERATE", "AID", "SANCTION"}.isdisjoint(made["event"]) or made["recipient"]
    assert json.loads(json.dumps(made)) == made


def test_guests_and_suppliers_act_and_hosts_and_recipients_receive() -> None:
    visit = event("visit", "AUS=host", "IDN=guest")
    assert (codes(visit["source"]), codes(visit["recipient"])) == (["IDN"], ["AUS"])
    sale = event("arms_transfer", "FRA=supplier", "IDN")
    assert (codes(sale["source"]), codes(sale["recipient"])) == (["FRA"], ["IDN"])
    hosted = event("dialogue", "AUS", "IDN=host", "SGP")
    assert (codes(hosted["source"]), codes(hosted["recipient"])) == (["AUS", "SGP"], ["IDN"])


def test_an_act_without_known_parts_has_all_as_source() -> None:
    talks = event("dialogue", "AUS", "IDN")
    assert codes(talks["source"]) == ["AUS", "IDN"]
    assert "recipient" not in talks
    assert "comment" not in talks
    exercise = event("exercise", "AUS", "IDN")
    assert codes(exercise["source"]) == codes(exercise["recipient"]) == ["AUS", "IDN"]
    assert "not coded" in event("military_aid", "IDN", "USA")["comment"]


def test_organisations_have_plovers_code_and_their_name() -> None:
    (_state, organisation) = event("dialogue", "IDN", "ASEAN")["source"]
    assert organisation["code"] == "IGO"
    assert organisation["identifier_text"] == "ASEAN"


@pytest.mark.parametrize(
    ("date", "first", "last", "comment"),
    [
        ("2024-05-13", "2024-05-13", None, None),
        ("2024-05", "2024-05-01", "2024-05-31", "date known to the month"),
        ("2023", "2023-01-01", "2023-12-31", "date known to the year"),
        (None, "2024-05-15", None, "date of the document"),
    ],
)
def test_dates_are_days(date: str | None, first: str, last: str | None, comment: str | None) -> None:
    made = event("dialogue", "AUS", "IDN", date=date)
    assert (made["date"], made.get("enddate"), made.get("comment")) == (first, last, comment)


def test_contexts_come_from_instrument_and_themes_and_from_stages_of_friction() -> None:
    made = event("exercise", "AUS", "IDN", themes=("cyber", "nuclear_wmd", "space"))
    assert made["context"] == ["military", "cyber", "cbrn"]
    assert made["themes"] == ["cyber", "nuclear_wmd", "space"]
    assert event("clash", "AUS", "IDN", stage="planned")["context"] == ["military", "future"]
    assert event("clash", "AUS", "IDN", stage="cancelled")["context"] == ["military", "negation"]


def code(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atase", "code", "-", "--date", "2024-05-15", *map(str, arguments)]
    text = (
        "Indonesia and Vietnam held a joint exercise on 6 May 2024. Germany delivered 18 tanks to Poland on 7 May 2024."
    )
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", input=text, check=False)


def test_the_command_writes_a_line_an_event(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    assert code("--as", "plover", "-o", path).returncode == 0
    events = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(made["event"], made["date"]) for made in events] == [
        (["COOPERATE"], "2024-05-06"),
        (["COOPERATE"], "2024-05-07"),
    ]
    assert codes(events[0]["source"]) == ["IDN", "VNM"]
    assert len({made["id"] for made in events}) == 2
    for made in events:
        assert {"id", "date", "source", "event", "event_text", "text_info", "confidence"} <= made.keys()
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", made["date"])
    assert code("--as", "plover").stdout == path.read_text(encoding="utf-8")


def test_events_are_not_written_as_tables(tmp_path: Path) -> None:
    done = code("--as", "plover", "-o", tmp_path / "events.csv")
    assert done.returncode == 2
    assert "events.csv: PLOVER events are JSON Lines" in done.stderr
    assert not list(tmp_path.iterdir())
