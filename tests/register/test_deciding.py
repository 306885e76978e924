"""What an activity is taken to be, given reports that differ."""

from atase.register.deciding import Fields, Told, decide
from atase.report import Party
from telling import report

SCALE = ("working_level", "minister", "leader")


def decided(*lines: str, corrected: dict[str, object] | None = None) -> Fields:
    """Each line is a report; a source date may stand before it with an `@`."""
    told = []
    for number, line in enumerate(lines):
        date, at, rest = line.partition("@ ")
        told.append(Told(report(rest if at else line, 0), f"s{number}", date.strip() if at else None))
    return decide(told, lambda instrument: SCALE, corrected or {})


def test_the_most_precise_date_that_sources_agree_on() -> None:
    assert (
        decided("visit IDN,AUS done 2024", "visit IDN,AUS done 2024-05", "visit IDN,AUS done 2024-05-17").date
        == "2024-05-17"
    )
    assert (
        decided("visit IDN,AUS done 2024-05-17", "visit IDN,AUS done 2024-05-18", "visit IDN,AUS done 2024-05-18").date
        == "2024-05-18"
    )
    assert decided("visit IDN,AUS done").date is None


def test_a_wild_day_does_not_win_over_the_month_of_many() -> None:
    wild = decided("visit IDN,AUS done 2024-05", "visit IDN,AUS done 2024-05", "visit IDN,AUS done 2024-06-01")
    assert wild.date == "2024-05"


def test_the_newest_source_tells_the_stage() -> None:
    assert decided("2024-01-01@ visit IDN,AUS planned", "2024-05-18@ visit IDN,AUS done").stage == "done"
    assert decided("2024-01-01@ visit IDN,AUS planned", "2024-05-18@ visit IDN,AUS cancelled").stage == "cancelled"


def test_what_was_done_is_no_plan_again() -> None:
    assert decided("2024-05-18@ visit IDN,AUS done", "2024-06-01@ visit IDN,AUS planned").stage == "done"


def test_the_deepest_level_and_all_parties_count() -> None:
    fields = decided("visit IDN,AUS done depth=minister", "visit IDN,AUS,USA done depth=working_level roles=IDN:host")
    assert fields.depth == "minister"
    assert fields.parties == (Party("AUS"), Party("IDN", "host"), Party("USA"))


def test_confidence_grows_with_sources_and_stays_below_certainty() -> None:
    one, two = decided("visit IDN,AUS done"), decided("visit IDN,AUS done", "visit IDN,AUS done")
    many = decided(*["visit IDN,AUS done"] * 30)
    assert one.confidence < two.confidence < many.confidence < 1


def test_a_correction_stands_against_any_number_of_reports() -> None:
    fields = decided(*["visit IDN,AUS done 2024-05-17"] * 9, corrected={"date": None, "stage": "cancelled"})
    assert (fields.date, fields.stage, fields.reports) == (None, "cancelled", 9)
