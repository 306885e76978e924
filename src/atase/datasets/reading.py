"""Files of a dataset through its importer."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from atase.datasets.card import Card, card
from atase.datasets.outcome import Outcome
from atase.datasets.tables import table


def read(name: str, path: Path) -> Iterator[Outcome]:
    """What becomes of every row of a file, in order: reports and rejects together are all the rows.

    The importer is the module of the dataset's name in `sources`: `read(card, path) -> Iterator[Outcome]`.

    Raises:
        AtaseError: no dataset has the name, or the file is none of it.
    """
    found = card(name)
    outcomes: Iterator[Outcome] = import_module(f"atase.datasets.sources.{name}").read(found, path)
    return outcomes


def part(card: Card, path: Path) -> str:
    """Which of the dataset's files this is, whatever its version: by its name among many parts, else by its layout.

    Raises:
        AtaseError: it cannot be read, or has no layout of the dataset.
    """
    return path.name if card.parts else table(card, path).layout.name
