"""`atase explain`: sentence by sentence, why a text is read as it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from glob import glob
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from atase.cli import labels
from atase.cli.console import answers, errors
from atase.cli.untrusted import plain, visible
from atase.cli.writing import replacing
from atase.documents import Failure, load
from atase.i18n import _, ngettext
from atase.reader import Considered, Explanation, Judgement, Told
from atase.reader import explain as explained

if TYPE_CHECKING:
    from atase.report import Document

_STYLES = {"name": "bold cyan", "cue": "underline", "date": "bold magenta"}
_DROPPED = ("–", "bold dim")
_MARKS = defaultdict(lambda: _DROPPED, kept=("✓", "bold green"), folded=("↳", "bold yellow"))


def explain(
    documents: Annotated[
        list[str],
        typer.Argument(help=_("A text in quotation marks; or files, folders, globs, web addresses, - for input.")),
    ],
    html: Annotated[
        Path | None, typer.Option(help=_("Write a page that shows everything to this file, instead of the terminal."))
    ] = None,
    features: Annotated[
        int, typer.Option(min=0, help=_("How many features of each judgement to show, the heaviest first."))
    ] = 6,
    min_confidence: Annotated[
        float | None,
        typer.Option(min=0, max=1, help=_("Keep only reports at least this sure. Left out: the threshold of best F1.")),
    ] = None,
    date: Annotated[
        str | None, typer.Option(help=_("The day on which the documents were written, whatever they say."))
    ] = None,
    lang: Annotated[str | None, typer.Option(help=_("Their language, such as id, whatever they say."))] = None,
) -> None:
    """Show the spans, the candidates, what weighed for and against them, and what became of them."""
    entries = list(_entries(documents, date, lang))
    for failure in entries:
        if isinstance(failure, Failure):
            errors.print(plain(str(failure)), markup=False, highlight=False, soft_wrap=True)
    found = [explained(entry, min_confidence=min_confidence) for entry in entries if not isinstance(entry, Failure)]
    if entries and not found:
        raise typer.Exit(1)
    if html is not None:
        _write(found, html)
        return
    for made in found:
        answers.print(_shown(made, features), highlight=False)


def _entries(arguments: Iterable[str], date: str | None, lang: str | None) -> Iterator["Document | Failure"]:
    """An argument of several words that names no file is a text itself."""
    for argument in arguments:
        if " " in argument.strip() and not glob(argument):  # noqa: PTH207  pathlib refuses what is no path
            yield from load(["-"], stdin=BytesIO(argument.encode()), date=date, lang=lang)
        else:
            yield from load([argument], date=date, lang=lang)


def _write(found: list[Explanation], path: Path) -> None:
    from atase.cli.explain_page import page

    with replacing(path) as part:
        part.write_text(page(found), encoding="utf-8")
    answers.print(_("The page is in {path}").format(path=path), markup=False, highlight=False, soft_wrap=True)


def _shown(made: Explanation, features: int) -> Group:
    heading = Text(plain(made.document.title or made.document.path or made.document.id), "bold")
    about = (made.document.publisher, made.document.date or _("undated"), made.lang, "reader " + made.version)
    parts: list[RenderableType] = [heading, Text(" · ".join(plain(part) for part in about if part), "dim")]
    if made.left:
        parts.append(Text(labels.left()))
    for told in made.sentences:
        parts += ["", _marked(told), *_spans(told)]
        for one in told.considered:
            parts += _considered(one, made.threshold, features)
    return Group(*parts, "")


def _marked(told: Told) -> Text:
    """The sentence with its number; what is found in it is styled."""
    text = Text(visible(told.text))
    for span in told.spans:
        text.stylize(_STYLES[span.kind], span.start, span.end)
    return Text.assemble((f"[{told.index}] ", "bold"), text)


def _spans(told: Told) -> Iterator[Padding]:
    for kind, name in labels.spans().items():
        spans = [span for span in told.spans if span.kind == kind]
        if spans:
            line = Text(f"{name}: ", "dim")
            line.append(
                "; ".join(
                    f"{plain(span.text)} → {' '.join(span.tells) or '—'}" + (f" ({span.note})" if span.note else "")
                    for span in spans
                )
            )
            yield Padding(line, (0, 0, 0, 4), expand=False)


def _considered(one: Considered, threshold: float, features: int) -> Iterator[Padding]:
    told = (" ".join(one.chosen), labels.label(one.stage_code), one.date, labels.verdict(one, threshold))
    mark, style = _MARKS[one.verdict]
    heading = Text.assemble((f"{mark} {labels.label(one.instrument)}", style), f" “{plain(one.phrase)}”: ")
    yield Padding(heading.append(" · ".join(filter(None, told))), (0, 0, 0, 2), expand=False)
    for name, judgement in labels.judgements(one):
        line = Text.assemble((f"{name} {judgement.probability:.2f}", "bold"), (_weights(judgement, features), "dim"))
        yield Padding(line, (0, 0, 0, 6), expand=False)


def _weights(judgement: Judgement, features: int) -> str:
    """The heaviest features, and what the others weigh together."""
    shown, rest = judgement.weights[:features], judgement.weights[features:]
    weights = [f"{weight:+.2f} {plain(name)}" for name, weight in shown]
    if rest:
        total = sum(weight for _name, weight in rest)
        others = ngettext("{total} {n} other", "{total} {n} others", len(rest))
        weights.append(others.format(total=f"{total:+.2f}", n=len(rest)))
    return "  " + ", ".join(weights) if weights else ""
