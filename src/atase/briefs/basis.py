"""What a brief rests on, and what it does not cover."""

import polars as pl
from babel.languages import get_official_languages

from atase import measures
from atase.actors import actors
from atase.briefs import words
from atase.briefs.declared import datasets
from atase.briefs.subject import Subject
from atase.briefs.tree import Block, Bullets, Heading, Statement
from atase.i18n import _, ngettext

TOP = 5


def coverage(subject: Subject) -> tuple[Block, ...]:
    """Sources, publishers, years and languages; which of them are missing; how thin the ground is."""
    sources = measures.sources_of(subject.frames, subject.activities)
    said = [*_sources(subject, sources), *_years(subject), *_languages(subject, sources), *_thinness(subject), _check()]
    heading = Heading(_("What this rests on, and what it does not cover"))
    return (heading, Bullets(tuple(said)), *datasets(subject))


def basis(subject: Subject) -> str:
    """The same in one line, for the cover."""
    found = subject.activities
    if found.is_empty():
        return _("no activity known to the register")
    confirmed = found.filter(pl.col("state") == "confirmed").height
    sources = measures.sources_of(subject.frames, found).height
    checked = ngettext("{n} activity confirmed by a person", "{n} activities confirmed by a person", confirmed)
    told = ngettext(
        "{confirmed}, {candidate} that nobody has checked yet, from {n} source",
        "{confirmed}, {candidate} that nobody has checked yet, from {n} sources",
        sources,
    )
    return told.format(
        confirmed=checked.format(n=words.count(confirmed)),
        candidate=words.count(found.height - confirmed),
        n=words.count(sources),
    )


def _sources(subject: Subject, sources: pl.DataFrame) -> list[Statement]:
    whole = subject.frames["sources"].filter(pl.col("current")).height
    said = ngettext(
        "{n} source tells of these activities, of {whole} in the register.",
        "{n} sources tell of these activities, of {whole} in the register.",
        sources.height,
    ).format(n=words.count(sources.height), whole=words.count(whole))
    publishers = measures.tally(sources, "publisher").drop_nulls("publisher")
    if publishers.height:
        names = words.listed(
            f"{row['publisher']} ({words.percent(row['share'])})" for row in publishers.head(TOP).iter_rows(named=True)
        )
        said += " " + _("Published most by {names}.").format(names=names)
    return [Statement(said, lead=_("Sources"))]


def _years(subject: Subject) -> list[Statement]:
    """Which years have sources of their own, which are told in retrospect, and which are not covered."""
    kinds = {
        "covered": _("The register has sources of {years}."),
        "retrospect": _(
            "The register has no source of {years}; what is shown of them rests on what other sources tell."
        ),
        "none": _(
            "{years}. The register has no source of these years: that nothing is shown "
            "does not mean that nothing happened."
        ),
    }
    leads = {"covered": _("Years"), "retrospect": _("In retrospect"), "none": _("Years not covered")}
    found = []
    for kind, text in kinds.items():
        years = subject.years.filter(pl.col("coverage") == kind)["year"].to_list()
        if years:
            found.append(Statement(text.format(years=words.listed(measures.runs(years))), lead=leads[kind]))
    return found


def _languages(subject: Subject, sources: pl.DataFrame) -> list[Statement]:
    """Languages of the sources, and official languages of the parties in which there is none."""
    told = measures.tally(sources, "lang").drop_nulls("lang")
    unknown = sources["lang"].null_count()
    found = []
    if told.height:
        names = words.listed(
            f"{words.tongue(row['lang'])} ({words.count(row['n'])})" for row in told.iter_rows(named=True)
        )
        found.append(Statement(_("The sources are in {names}.").format(names=names), lead=_("Languages")))
    if unknown:
        text = ngettext(
            "The language of {n} source is not known.", "The language of {n} sources is not known.", unknown
        )
        found.append(Statement(text.format(n=words.count(unknown)), lead=_("Languages")))
    for code in subject.codes:
        missing = measures.missing_languages(sources, _official(code))
        if missing:
            names = words.listed(words.tongue(lang) for lang in missing)
            text = _("No source is in {languages}, spoken officially in {name}: what is told there alone is missing.")
            found.append(Statement(text.format(languages=names, name=words.party(code)), lead=_("Languages missing")))
    return found


def _official(code: str) -> set[str]:
    """ISO 639-1 codes of the languages official in the whole of a state; none for an organisation."""
    known = actors().get(code)
    territory = known.iso2 if known else None
    languages = get_official_languages(territory, de_facto=True) if territory else ()
    return {tag.partition("_")[0] for tag in languages}  # whatever the script


def _check() -> Statement:
    text = _(
        "Each count is of activities in the register: “atase activities” lists those behind it, “atase show” gives "
        "every sentence behind one of them."
    )
    return Statement(text, lead=_("How to check"))


def _thinness(subject: Subject) -> list[Statement]:
    if subject.activities.is_empty():
        return []
    share = {name: words.percent(value) for name, value in measures.thinness(subject.activities).items()}
    text = _(
        "{candidate} of the activities are candidates that no person has confirmed; "
        "{single} rest on a single source; {undated} are undated and stand in no year."
    ).format(**share)
    return [Statement(text, lead=_("How thin the ground is"))]
