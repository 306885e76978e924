"""What an import tells on standard error: counts of rows, by what became of them and why."""

from pathlib import Path
from typing import TYPE_CHECKING

from atase.cli.console import errors
from atase.cli.untrusted import plain
from atase.datasets import Card, Tally
from atase.i18n import _, ngettext

if TYPE_CHECKING:
    from atase.register.importing import Imported


def rows(card: Card, path: Path, tally: Tally) -> None:
    """What became of a file's rows, and whether the file is whole."""
    counted = ngettext("{n} row", "{n} rows", tally.rows).format(n=f"{tally.rows:,}")
    reports = ngettext("{n} report", "{n} reports", tally.reports).format(n=f"{tally.reports:,}")
    outside = _("{n} outside the scheme").format(n=f"{tally.outside.total():,}")
    unread = _("{n} not understood").format(n=f"{tally.unread.total():,}")
    _say(f"{path}: {counted}: {reports}, {outside}, {unread}")
    for heading, counts in ((_("outside"), tally.outside), (_("not understood"), tally.unread)):
        for reason, count in counts.most_common():
            _detail(f"{heading}: {reason}: {count:,}")
    if not card.whole(tally.rows):
        whole = _(" or ").join(f"{layout.rows[0]:,}–{layout.rows[1]:,}" for layout in card.layouts)
        _detail(_("a whole file of this version has {range} rows: this is an extract, or another").format(range=whole))


def imported(card: Card, path: Path, found: "Imported", declared: bool) -> None:
    """The same of a file that went into the register, with what differs from its last version."""
    if found.outcome.value == "unchanged":
        _say(_("{path}: in the register already; nothing changed").format(path=path))
        return
    rows(card, path, found.tally)
    if not card.whole(found.tally.rows) and not declared:
        _detail(_("it counts as covering nobody; say with --places whose activities it holds whole"))
    if found.outcome.value == "changed":
        counts = {kind: sum(change.kind == kind for change in found.changes) for kind in ("added", "changed", "gone")}
        _detail(_("since the last version: {added:,} added, {changed:,} changed, {gone:,} gone").format(**counts))


def _detail(text: str) -> None:
    errors.print("  " + plain(text), markup=False, highlight=False, soft_wrap=True)


def _say(text: str) -> None:
    errors.print(plain(text), markup=False, highlight=False, soft_wrap=True)
