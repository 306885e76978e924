"""A report that a person adds: what the reader missed in a source, or what another source says."""

from collections.abc import Mapping
from itertools import product

from django.db.models import Max

from atase.errors import AtaseError
from atase.i18n import _
from atase.register.adding import store
from atase.register.correcting import corrections
from atase.register.decisions import Action, current_keys, find, judge, record, unchanged
from atase.register.grouping import regroup
from atase.register.ids import digest
from atase.register.merging import Verdict
from atase.register.models import Report, Source
from atase.register.refreshing import refresh
from atase.register.rows import fingerprint, report_row
from atase.register.versions import open_to_merging
from atase.register.words import Author
from atase.register.writing import writing
from atase.report import TITLE, Document, Evidence, Party
from atase.report import Report as Coded

_SURE = 0.99  # as sure as machines' reports can become together
_NEEDED = ("instrument", "stage", "parties")


def report(
    alias: str, source: str | Document, quote: str, fields: Mapping[str, str], author: Author, activity: str | None
) -> str:
    """Add a report and vouch for it. Gives the activity that it tells: the one named, else the one it is merged with.

    Raises:
        AtaseError: no such source, a field that is missing or wrong, or the report is there already.
    """
    coded = _coded(quote, fields)
    with writing(alias):
        root = find(alias, activity) if activity else None
        if root:
            unchanged(alias, [root], author)
        row = _row(alias, _source(alias, source), coded)
        row.save(using=alias)
        open_to_merging(alias, [row])
        if root:
            decision = record(alias, root, Action.REPORT, author, report=row)
            judge(alias, decision, product([row.key], current_keys(alias, root)[:1]), Verdict.SAME)
            regroup(alias, [row], [root])
            return find(alias, root)
        regroup(alias, [row])
        row.refresh_from_db(using=alias, fields=["activity"])
        told = str(row.activity_id)
        record(alias, told, Action.REPORT, author, report=row)
        refresh(alias, [told])
        return told


def _coded(quote: str, fields: Mapping[str, str]) -> Coded:
    for name in _NEEDED:
        if not fields.get(name, "").strip():
            raise AtaseError(_("a report needs its {field}").format(field=name))
    if not quote.strip():
        raise AtaseError(_("a report needs the words of its source"))
    given = corrections(fields, fields["instrument"])
    parties = tuple(Party(code, role) for code, role in given.pop("parties"))
    themes = tuple(given.pop("themes", ()))
    evidence = (Evidence(TITLE, TITLE, quote.strip()),)
    return Coded(
        **given, parties=parties, themes=themes, evidence=evidence, coder="person", coder_version="1", confidence=_SURE
    )


def _source(alias: str, source: str | Document) -> Source:
    sources = Source.objects.using(alias).filter(current=True)
    if isinstance(source, Document):
        store(alias, [(source, ())])
        return sources.filter(fingerprint=fingerprint(source))[0]
    found = sources.filter(id=source).first()
    if found is None:
        raise AtaseError(_("no source {id} in its newest version").format(id=source))
    return found


def _row(alias: str, source: Source, coded: Coded) -> Report:
    key = digest(source.origin, "person", coded.instrument, *coded.codes, coded.date or "", coded.evidence[0].quote)
    reports = Report.objects.using(alias)
    if reports.filter(key=key, current=True).exists():
        raise AtaseError(_("this report was added before"))
    last = reports.filter(source=source).aggregate(last=Max("ordinal"))["last"] or 0
    row = report_row(source, last + 1, key, coded)
    start = source.text.find(coded.evidence[0].quote)
    if start >= 0:
        row.evidence[0] |= {"start": start, "end": start + len(coded.evidence[0].quote)}
    return row
