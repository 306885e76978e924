"""Published datasets as reports: a card that tells what each is, and an importer that codes its rows."""

from atase.datasets.card import Card, Layout, card, cards
from atase.datasets.outcome import Outcome, Reject, Told
from atase.datasets.reading import part, read
from atase.datasets.tally import Tally

__all__ = ["Card", "Layout", "Outcome", "Reject", "Tally", "Told", "card", "cards", "part", "read"]
