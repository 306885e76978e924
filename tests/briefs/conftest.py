"""A small register, made up, that has a little of everything."""

from datetime import date

import polars as pl
import pytest

from frames import Made, Told, frames

ON = date(2025, 3, 1)


def told(quote: str, day: str | None, lang: str = "en", publisher: str = "Example Times") -> Told:
    return Told(quote, day, lang, publisher, f"Title of {day}", f"https://news.example/{day}")


MADE = [
    Made(
        "visit", "confidence", ("AUS", "IDN"), "done", "2024-08-29", "confirmed",
        (told("The minister arrived in Jakarta.", "2024-08-29"),
         told("Menteri tiba di Jakarta.", "2024-08-30", "id", "Warta Contoh")),
        place="Jakarta", depth="minister",
    ),
    Made(
        "agreement", "confidence", ("AUS", "IDN"), "done", "2024-08-29", "confirmed",
        (told("They signed the agreement.", "2024-08-29"),), end="2025-12",
    ),
    Made(
        "exercise", "confidence", ("AUS", "IDN", "JPN", "SGP", "USA"), "done", "2025-02-10", "candidate",
        (told("Latihan dimulai pada Senin.", "2025-02-10", "id", "Warta Contoh"),), series="Contoh Samudra",
    ),
    Made(
        "exercise", "confidence", ("AUS", "IDN"), "planned", "2025-07", "candidate",
        (told("The exercise will be held in July.", "2025-02-11"),), series="Example Shield",
    ),
    Made(
        "joint_production", "industry", ("AUS", "IDN"), "proposed", None, "candidate",
        (told("They discussed building vehicles together.", "2022-11-05"),),
    ),
    Made(
        "visit", "confidence", ("AUS", "IDN"), "planned", "2025-05-12", "confirmed",
        (told("The chief will visit in May.", "2025-02-20"),), depth="chief_of_defence",
    ),
    Made(
        "protest", "friction", ("AUS", "IDN"), "done", "2013-11-18", "confirmed",
        (told("Jakarta summoned the ambassador.", "2013-11-18"),), roles=("target", "actor"),
    ),
    Made(
        "arms_transfer", "capability", ("IDN", "KOR"), "done", "2019", "candidate",
        (told("The third boat was delivered.", "2019-05-01"),),
    ),
    Made(
        "dialogue", "confidence", ("IDN", "JPN"), "done", None, "candidate",
        (told("They met.", None),), depth="minister",
    ),
    Made(
        "visit", "confidence", ("AUS", "IDN"), "done", "2024-01-01", "rejected",
        (told("Nobody came.", "2024-01-01"),),
    ),
]  # fmt: skip


@pytest.fixture(scope="session")
def register() -> dict[str, pl.DataFrame]:
    return frames(MADE)


@pytest.fixture(scope="session")
def on() -> date:
    return ON
