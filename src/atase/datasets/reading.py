"""Files of a dataset through its importer."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from atase.datasets.card import card
from atase.datasets.outcome import Outcome


def read(name: str, path: Path) -> Iterator[Outcome]:
    """What becomes of every row of a file, in order: reports and rejects together are all the rows.

    The importer is the module of the dataset's name in `sources`: `read(card, path) -> Iterator[Outcome]`.

    Raises:
        AtaseError: no dataset has the name, or the file is none of it.
    """
    found = card(name)
    outcomes: Iterator[Outcome] = import_module(f"atase.datasets.sources.{name}").read(found, path)
    return outcomes
