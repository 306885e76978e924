"""A brief as PDF, typeset by typst. Texts reach the template as JSON strings, so that none becomes markup."""

import json
from dataclasses import asdict
from importlib.resources import as_file, files
from typing import Any

from atase.briefs import drawing, words
from atase.briefs.charts import theme
from atase.briefs.tree import Block, Brief, Picture
from atase.i18n import _, speaking


def pdf(brief: Brief) -> bytes:
    """The brief on A4 pages."""
    import typst

    with speaking(brief.lang):
        content = {
            "title": brief.title,
            "kind": brief.kind,
            "lang": brief.lang,
            "dated": brief.dated,
            "basis": brief.basis,
            "body": [_block(block) for block in brief.body],
            "appendix": [_block(block) for block in brief.appendix],
            "references": [asdict(reference) for reference in brief.references],
            "words": _words(),
            "ink": theme()["ink"],
        }
    with as_file(files("atase.briefs").joinpath("brief.typ")) as template:
        pages = typst.compile(template, sys_inputs={"brief": json.dumps(content)})
    return bytes(pages)


def _block(block: Block) -> dict[str, Any]:
    """The block as JSON, with its kind; a picture is drawn."""
    kind = type(block).__name__.lower()
    if isinstance(block, Picture):
        return {
            "kind": kind,
            "title": block.title,
            "alt": block.alt,
            "note": block.note,
            "svg": drawing.svg(block.spec),
        }
    return {"kind": kind, **asdict(block)}


def _words() -> dict[str, str]:
    """The words that the template itself says."""
    return {
        "appendix": _("Appendix"),
        "evidence": _("Evidence"),
        "evidence_note": _("Each number leads to the sentence in a source on which a statement rests."),
        "confirmed": words.state("confirmed"),
        "candidate": words.state("candidate"),
        "as_of": _("As of"),
        "page": _("Page"),
        "made_by": _("Made with Atase, the open defence attaché"),
    }
