"""`atase actor TEXT`: whom a name stands for, when and why; or the card of a code."""

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from atase import actors, when
from atase.actors.lookup import OWN, unknown
from atase.cli.console import answers
from atase.errors import AtaseError
from atase.i18n import _, language


def actor(
    text: Annotated[str, typer.Argument(help=_("A name, office, firm, exercise, person or place; or a code."))],
    on: Annotated[str | None, typer.Option(help=_("A date: YYYY, YYYY-MM or YYYY-MM-DD."))] = None,
    lang: Annotated[str | None, typer.Option(help=_("Only forms of this language, such as id."))] = None,
) -> None:
    """Show whom a form stands for on a day, when and why, or what is known of a code."""
    day = when.check(on) if on else None
    known = actors.languages()
    if lang and lang not in known:
        message = _("no names in the language {lang!r}; there are {known}")
        raise AtaseError(message.format(lang=lang, known=", ".join(known)))
    langs = (lang,) if lang else known
    code = text.strip().upper()
    if code in actors.actors():
        _show_card(actors.actor(code), day, langs)
    else:
        _show_resolution(actors.resolve(text, day), langs)


def _show_resolution(found: actors.Resolution, langs: Collection[str]) -> None:
    wanted = tuple(candidate for candidate in found.candidates if set(langs) & set(candidate.langs))
    if not wanted:
        raise unknown(found.text)
    answers.print(escape(_verdict(actors.Resolution(found.text, found.on, wanted))))
    table = Table(_("code"), _("language"), _("valid"), _("why"))
    for _group, same in groupby(wanted, key=lambda candidate: candidate.name):
        rows = list(same)
        table.add_row(
            " ".join(row.code for row in rows if row.code) or "–",
            " ".join(rows[0].langs),
            _("yes") if rows[0].valid else _("no"),
            escape(rows[0].why),
        )
    answers.print(table)


def _verdict(found: actors.Resolution) -> str:
    choices = ", ".join(f"{_name(code)} ({code})" for code in found.codes)
    if found.ambiguous:
        message = _("{text} is ambiguous: {choices}. The context must tell.")
    elif choices:
        message = _("{text} stands for {choices}.")
    else:
        message = _("{text} stands for no state by itself.")
    return message.format(text=found.text, choices=choices)


def _show_card(found: actors.Actor, on: str | None, langs: Collection[str]) -> None:
    answers.print(f"{found.code}  {found.name(language())}", style="bold")
    table = Table(show_header=False, box=None)
    for label, value in _facts(found, on):
        if value:
            table.add_row(label, value)
    for lang in langs:
        own = [name for name in actors.names(lang) if name.code == found.code and name.kind in OWN]
        table.add_row(_("names, {lang}").format(lang=lang), escape(" | ".join(name.text for name in own)))
    answers.print(table)


def _facts(found: actors.Actor, on: str | None) -> Iterable[tuple[str, str]]:
    earliest, latest = _("1945 or before"), _("today")
    spells = ", ".join(f"{spell.start or earliest} – {spell.end or latest}" for spell in found.spells)
    yield _("kind"), _("a state") if found.kind == "state" else _("an organisation")
    yield "ISO 3166", f"{found.code} {found.iso2}" if found.iso2 else ""
    yield "Correlates of War", " ".join(map(str, found.cow))
    yield "Gleditsch-Ward", " ".join(map(str, found.gw))
    yield _("region (UN M49)"), found.region or ""
    yield _("existed"), spells
    yield _("successors"), ", ".join(f"{code} {_name(code)}" for code in found.successors)
    yield _("members"), ", ".join(_name(code) for code in found.members)
    if on:
        heir = actors.successor(found.code, on)
        yield _("on {day}").format(day=on), f"{heir.code} {_name(heir.code)}" if heir else _("did not exist")


def _name(code: str) -> str:
    return actors.actor(code).name(language())
