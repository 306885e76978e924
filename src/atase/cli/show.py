"""`atase show`: one activity, with the sentence, the source and the decision behind everything."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from atase.cli import labels
from atase.cli.console import answers
from atase.cli.options import DEFAULT_REGISTER, RegisterOption
from atase.cli.untrusted import cell, plain
from atase.i18n import _, ngettext
from atase.report import Party

if TYPE_CHECKING:
    from atase.register.details import Detail, Field, Telling
    from atase.register.models import Decision

_INDENT = "  "


def show(
    activity: Annotated[str, typer.Argument(help=_("Its identifier, as `atase activities` gives it."))],
    register: RegisterOption = DEFAULT_REGISTER,
) -> None:
    """Print one activity: its fields and what each rests on, its reports with their evidence, its history."""
    from atase.register import open_register

    detail = open_register(register, create=False).activity(activity)
    answers.print(_heading(detail), _fields(detail), sep="\n\n")
    for telling in detail.reports:
        answers.print("", _telling(telling), sep="\n")
        if telling.source.url:  # never wrapped, so that it can be followed
            answers.print(
                _INDENT + plain(telling.source.url), style="dim", markup=False, highlight=False, soft_wrap=True
            )
    if detail.history:
        answers.print("", Text(_("Decisions"), "bold"), *map(_decision, detail.history), sep="\n")


def _heading(detail: "Detail") -> Text:
    state = Text(labels.state(detail.state), labels.STYLES[detail.state])
    heading = Text.assemble((detail.id, "bold"), "  ", state)
    if detail.standing == "history":
        heading.append("  " + _("no source says so any more; a person's decision upholds it"), "yellow")
    elif detail.standing == "nothing":
        heading.append("  " + _("no source says so any more; it is no longer counted"), "yellow")
    return heading


def _fields(detail: "Detail") -> Table:
    table = Table(_("field"), _("value"), _("rests on"), box=None, pad_edge=False)
    for field in detail.fields:
        table.add_row(field.name, cell(_value(field)), cell(_backing(field, len(detail.reports))))
    table.add_row("confidence", f"{detail.decided.confidence:.2f}", _sources(detail))
    return table


def _value(field: "Field") -> str:
    match field.value:
        case None | ():
            return "—"
        case str(code):
            return code if field.name in ("place", "series") else labels.label(code)
        case tuple(parts):
            return ", ".join(labels.label(part) if isinstance(part, str) else _party(part) for part in parts)
        case other:
            return str(other)


def _party(party: Party) -> str:
    return party.code if party.role == "participant" else f"{party.code} ({party.role})"


def _backing(field: "Field", reports: int) -> str:
    if field.correction:
        return _("corrected by {who}, decision {number}").format(who=field.correction.who, number=field.correction.pk)
    if not field.reports:
        return _("the reports together") if field.value else ""
    return ", ".join(field.reports)


def _sources(detail: "Detail") -> str:
    return ngettext("{n} source", "{n} sources", detail.decided.sources).format(n=detail.decided.sources)


def _telling(telling: "Telling") -> Group:
    source, report = telling.source, telling.report
    heading = Text.assemble((telling.id, "bold"), "  ", plain(source.title or source.path or source.url))
    if not telling.current:
        heading.append("  " + _("an older version of this source"), "yellow")
    known = (source.publisher, source.date or _("undated"))
    said = (report.instrument, report.stage, report.date, " ".join(report.codes), f"{report.confidence:.2f}")
    coder = f"{report.coder} {report.coder_version}"
    lines = (
        *(Text(f"“{plain(evidence.quote)}”") for evidence in report.evidence),
        Text(_("coded by {coder}: {said}").format(coder=coder, said=", ".join(filter(None, said))), "dim"),
        Text(" · ".join(plain(part) for part in known if part), "dim"),
    )
    return Group(heading, *(Padding(line, (0, 0, 0, len(_INDENT)), expand=False) for line in lines))


def _decision(decision: "Decision") -> Text:
    line = f"  {decision.pk}  {decision.when:%Y-%m-%d %H:%M} UTC  {decision.who}: {decision.action}"
    if decision.other_id:
        line += f" {decision.other_id}"
    for name, value in decision.fields.items():
        line += f" {name}={value}"
    if decision.why:
        line += f" ({decision.why})"
    undone = hasattr(decision, "undone_by")
    return Text(plain(line), "dim strike" if undone else "")
