from datetime import date

from atase.measures import contacts
from frames import Made, frames

ON = date(2024, 6, 15)
PAIR = ("AUS", "IDN")


def visit(
    stage: str, when: str | None, depth: str | None = "minister", state: str = "candidate", **more: object
) -> Made:
    return Made("visit", "confidence", PAIR, stage, when, state, depth=depth, **more)  # type: ignore[arg-type]


def met(*made: Made) -> list[tuple[str, str | None, str | None]]:
    found = contacts(frames(list(made))["activities"], "IDN", "AUS", ON)
    return list(found.select("when", "depth", "date").iter_rows())


def test_the_newest_contact_of_each_rank_highest_rank_first() -> None:
    assert met(
        visit("done", "2024-01-10", "service_chief"),
        visit("done", "2019-03-01", "leader"),
        visit("done", "2023-03-01", "service_chief"),
        visit("done", "2022-03-01", None),
    ) == [
        ("last", "leader", "2019-03-01"),
        ("last", "service_chief", "2024-01-10"),
        ("last", None, "2022-03-01"),
    ]


def test_next_is_the_first_plan_that_can_still_happen() -> None:
    assert met(
        visit("planned", "2024-06-14"), visit("planned", "2024-12"), visit("planned", "2024-06"), visit("planned", None)
    ) == [("next", "minister", "2024-06")]


def test_what_was_rejected_or_lies_ahead_is_no_last_contact() -> None:
    assert met(visit("done", "2024-01-01", state="rejected"), visit("done", "2024-07-01"), visit("done", None)) == []


def test_only_visits_and_dialogues_of_both_count() -> None:
    alone = Made("visit", "confidence", ("IDN", "JPN"), "done", "2024-01-01", depth="minister")
    exercise = Made("exercise", "confidence", PAIR, "done", "2024-01-01")
    assert met(alone, exercise) == []
