"""A brief as Markdown (CommonMark with tables): for the terminal, for mail, for a wiki."""

import re

from atase.briefs import words
from atase.briefs.tree import Block, Box, Brief, Bullets, Heading, Picture, Reference, Statement, Table
from atase.i18n import _, speaking

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")
_LIST = re.compile(r"^(\d+)([.)](?:\s|$))|^([-+=])")


def markdown(brief: Brief) -> str:
    """The whole brief; evidence numbers lead to the list at its end."""
    with speaking(brief.lang):
        parts = [
            f"# {escape(brief.title)}",
            f"{escape(brief.kind)} · {escape(brief.dated)}",
            f"_{escape(brief.basis)}_",
        ]
        parts += map(_block, brief.body)
        if brief.appendix or brief.references:
            parts += [f"# {_('Appendix')}", *map(_block, brief.appendix)]
        if brief.references:
            parts += [f"## {_('Evidence')}", "\n\n".join(map(_reference, brief.references))]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no character in it is markup."""
    return _LIST.sub(
        lambda match: "\\" + match[0] if match[3] else f"{match[1]}\\{match[2]}", _SPECIAL.sub(r"\\\1", text)
    )


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"## {escape(text)}"
        case Statement():
            return _said(block)
        case Bullets(items):
            return "\n".join(f"- {_said(item)}" for item in items)
        case Box(title, items, note):
            lines = [f"**{escape(title)}**", *map(_said, items), *([f"_{escape(note)}_"] if note else [])]
            return "\n>\n".join(f"> {line}" for line in lines)
        case Table():
            return _table(block)
        case Picture(title, _spec, alt, note):
            return " ".join([f"**{escape(title)}.** {escape(alt)}", *([escape(note)] if note else [])])


def _said(statement: Statement) -> str:
    lead = f"**{escape(statement.lead)}:**" if statement.lead else ""
    state = f"{words.mark(statement.state)} {words.state(statement.state)}" if statement.state else ""
    numbers = "".join(f"\\[{number}\\]" for number in statement.evidence)
    quote = f"“{escape(statement.quote)}”" if statement.quote else ""
    return " ".join(part for part in (lead, escape(statement.text), state, numbers, quote) if part)


def _table(table: Table) -> str:
    heads = [escape(column.title) for column in table.columns]
    rules = ["---:" if column.number else "---" for column in table.columns]
    rows = [[_said(cell) for cell in row] for row in table.rows]
    lines = "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows))
    return f"{lines}\n\n{escape(table.note)}" if table.note else lines


def _reference(reference: Reference) -> str:
    where = ", ".join(escape(part) for part in (reference.title, reference.publisher, reference.date) if part)
    link = f" <{reference.url}>" if reference.url else ""
    return f"\\[{reference.number}\\] “{escape(reference.quote)}” {where}.{link}"
