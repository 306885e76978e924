"""Document to reports: pure functions of the text, with no database, network or clock."""

from atase.reader.explaining import Considered, Explanation, Judgement, Told, explain
from atase.reader.languages import identify
from atase.reader.reading import read

__all__ = ["Considered", "Explanation", "Judgement", "Told", "explain", "identify", "read"]
