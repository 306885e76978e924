"""The register as other rooms use it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from atase.datasets import Reject, card
from atase.documents import Failure
from atase.register import byhand, decisions, details, importing, paging, review, searching
from atase.register import frames as framing
from atase.register.correcting import corrections
from atase.register.datafiles import data_file
from atase.register.errors import plainly
from atase.register.importing import Imported
from atase.register.intake import Intake, Summary
from atase.register.models import Activity, Decision
from atase.register.progress import progress
from atase.register.reading import Reader, ReadingPool
from atase.register.words import Author, Filter, Order, Page, Progress
from atase.register.writing import revision
from atase.report import Document
from atase.schema import FRAMES

if TYPE_CHECKING:
    import polars as pl


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Register:
    """An open register. `alias` is Django's name for its database, `location` the user's.

    Every method raises AtaseError where the register cannot be read or written, or where an activity, report
    or decision that is named does not exist. Those that decide give the decision's number, and decide nothing where
    the activity is not as its author saw it (`Author.seen`): then they raise ChangedError.
    """

    alias: str
    location: str

    def add(
        self,
        documents: Iterable[Document | Failure],
        reader: Reader | None = None,
        jobs: int = 1,
        progress: Callable[[int], None] | None = None,
    ) -> Summary:
        """Read documents and keep them with their reports, merged with what is there.

        What is committed stays, however the run ends; a run that was stopped goes on when it is started
        again, for documents that are there already are not read again.

        Args:
            documents: what is to be added; failures among them are listed in the summary.
            reader: makes reports of a document, as `atase.reader` does by default; importable by name where
                `jobs` exceeds 1.
            jobs: how many processes read.
            progress: called with the number of documents that were dealt with since the last call.
        """
        with plainly(self.location):
            pool = ReadingPool(reader or _reader(), jobs)
            return Intake(self.alias, pool, progress or (lambda count: None)).run(documents)

    def take(
        self,
        dataset: str,
        path: Path,
        *,
        places: Collection[str] = (),
        years: tuple[int, int] | None = None,
        rejected: Callable[[Reject], None] | None = None,
    ) -> Imported:
        """Keep the reports of a dataset's file, merged with what is there: all of them or, where it fails, none.

        A file that is there already changes nothing; another content is a new version, and the old one is kept.

        Args:
            dataset: its name (`atase.datasets.cards`).
            path: the file.
            places: codes of the parties, or "world", whose activities an extract holds whole.
            years: the first and last year that it covers, likewise.
            rejected: called with each row that gave no report.
        """
        file = data_file(card(dataset), path, list(places), years)
        with plainly(self.location):
            return importing.take(self.alias, file, rejected or (lambda reject: None))

    def frames(self, *names: str) -> "dict[str, pl.DataFrame]":
        """Its content as Polars frames, those of these names of `atase.schema.FRAMES`; all without."""
        with plainly(self.location):
            return framing.frames(self.alias, names or FRAMES)

    def activities(self, wanted: Filter, limit: int | None = None) -> "pl.DataFrame":
        """The activities that a filter lets through: the latest first, the undated last."""
        with plainly(self.location):
            return framing.chosen(self.alias, wanted, limit)

    def count(self, wanted: Filter) -> int:
        """How many activities a filter lets through."""
        with plainly(self.location):
            return searching.count(self.alias, wanted)

    def page(
        self, wanted: Filter = EVERYTHING, order: Order = Order.NEWEST, after: str | None = None, limit: int = 50
    ) -> Page:
        """A page of the activities that a filter lets through.

        Args:
            wanted: the filter.
            order: how the list is ordered.
            after: the cursor of a page (`Page.next`, `Page.previous`) of the same list; its start without.
            limit: how many rows at most.

        Raises:
            AtaseError: the cursor is none of this list's.
        """
        with plainly(self.location):
            return paging.page(self.alias, wanted, order, after, limit)

    def queue(self, wanted: Filter = EVERYTHING, after: str | None = None, limit: int = 50) -> Page:
        """The candidates that a filter lets through, those first that a person should look at first."""
        return self.page(wanted, Order.PRIORITY, after, limit)

    def progress(self, day: date, who: str | None = None) -> Progress:
        """What was decided on a day, by one person or all, and what waits."""
        with plainly(self.location):
            return progress(self.alias, day, who)

    def revision(self) -> int:
        """How often the register was written to: what was made of it holds as long as this stays."""
        with plainly(self.location):
            return revision(self.alias)

    def activity(self, identifier: str) -> details.Detail:
        """One activity whole. An identifier that was merged away leads to what it was merged into."""
        with plainly(self.location):
            return details.detail(self.alias, decisions.find(self.alias, identifier))

    def confirm(self, activity: str, author: Author) -> int:
        """A person vouches for an activity as it stands; its reports stay together."""
        with plainly(self.location):
            return decisions.decide(self.alias, activity, Decision.Action.CONFIRM, author)

    def reject(self, activity: str, author: Author) -> int:
        """A person says that it is no activity, or did not happen."""
        with plainly(self.location):
            return decisions.decide(self.alias, activity, Decision.Action.REJECT, author)

    def correct(self, activity: str, fields: Mapping[str, str], author: Author) -> int:
        """A person sets fields (`atase.register.correcting`); no report changes them any more."""
        with plainly(self.location):
            root = decisions.find(self.alias, activity)
            instrument = Activity.objects.using(self.alias).get(id=root).instrument
            checked = corrections(fields, instrument)
            return decisions.decide(self.alias, root, Decision.Action.CORRECT, author, checked)

    def merge(self, one: str, other: str, author: Author) -> int:
        """A person says that two activities are one."""
        with plainly(self.location):
            return decisions.compare(self.alias, one, other, Decision.Action.MERGE, author)

    def refuse(self, one: str, other: str, author: Author) -> int:
        """A person says that two activities are two, and they stay so."""
        with plainly(self.location):
            return decisions.compare(self.alias, one, other, Decision.Action.REFUSE, author)

    def unsure(self, one: str, other: str, author: Author) -> int:
        """A person cannot tell whether two activities are one: they stay apart, marked for review."""
        with plainly(self.location):
            return decisions.compare(self.alias, one, other, Decision.Action.UNSURE, author)

    def split(self, activity: str, reports: Collection[str], author: Author) -> int:
        """A person parts some reports from an activity, to be one of their own."""
        with plainly(self.location):
            return decisions.split(self.alias, activity, reports, author)

    def report_by_hand(
        self,
        source: str | Document,
        quote: str,
        fields: Mapping[str, str],
        author: Author,
        activity: str | None = None,
    ) -> str:
        """A person adds a report and vouches for it; undoing that decision withdraws it. Gives its activity.

        Args:
            source: the identifier of a source's newest version, or a document to keep as one.
            quote: the words of the source that say so.
            fields: instrument, stage, parties, and whatever else is told (`atase.register.correcting`).
            author: who adds it.
            activity: the activity that it tells; without, the one that it is merged with, or a new one.
        """
        with plainly(self.location):
            return byhand.report(self.alias, source, quote, fields, author, activity)

    def undo(self, decision: int, author: Author) -> int:
        """Take a decision back; the history keeps both."""
        with plainly(self.location):
            return decisions.undo(self.alias, decision, author)

    def doubts(self, limit: int | None = None) -> list[tuple[str, str, float]]:
        """Pairs of activities that may be one, with their score: for a person to look at, the likeliest first."""
        with plainly(self.location):
            return list(islice(review.doubts(self.alias), limit))


def _reader() -> Reader:
    from atase.reader.reading import read  # its dictionaries are only loaded where something is read

    return read
