"""What files say about a document, checked and put into a `Document`."""

import re
from dataclasses import replace
from datetime import date as Day  # noqa: N812  `date` is the name of a field

from atase import when
from atase.documents.entries import Entry, UnreadableError
from atase.documents.origins import Origin
from atase.errors import AtaseError
from atase.i18n import _
from atase.report import Document

_TIME_OF_DAY = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ].*", re.DOTALL)
_LANG = re.compile(r"[a-z]{2,3}")
_SURROGATES = re.compile("[\ud800-\udfff]")


def document(entry: Entry, overrides: dict[str, str], origin: Origin, latest: Day) -> Document:
    """The document of an entry. What the user says goes before what the file says.

    Raises:
        AtaseError: it has no text, or its date is none or lies after `latest`.
    """
    fields = {name: _storable(value) for name, value in entry.fields.items()} | overrides
    text = fields.get("text", "")
    if not text.strip():
        raise UnreadableError(_("no text in it"))
    date = fields.get("date", "").strip()
    made = Document(
        text=text,
        title=" ".join(fields.get("title", "").split()),
        date=check_date(date, latest) if date else None,
        lang=_lang(fields.get("lang", "")),
        publisher=fields.get("publisher", "").strip(),
        url=origin.url or fields.get("url", "").strip(),
        licence=fields.get("licence", "").strip(),
        path=origin.path,
    )
    return replace(made, id=fields.get("id", "").strip() or _identifier(made, entry.row))


def check_date(text: str, latest: Day) -> str:
    """The ISO 8601 date, without a time of day.

    Raises:
        AtaseError: it is none, or lies after `latest`.
    """
    date = _TIME_OF_DAY.sub("", text)
    if when.first_day(date) > latest:
        raise AtaseError(
            _("the date {date} lies in the future; put it right, or give it with --date").format(date=date)
        )
    return date


def check_lang(code: str) -> str:
    """The code in lower case.

    Raises:
        AtaseError: it is no ISO 639 code.
    """
    if not _LANG.fullmatch(code.lower()):
        raise AtaseError(_("not a language: {code}; give an ISO 639 code such as id or en").format(code=repr(code)))
    return code.lower()


def _lang(told: str) -> str | None:
    """The language of a tag such as id-ID, or None, by which the reader is left to find it."""
    code = re.split(r"[-_]", told.strip().lower())[0]
    return code if _LANG.fullmatch(code) else None


def _identifier(made: Document, row: int | None) -> str:
    place = made.url if "://" in made.path else made.path
    if not place:  # standard input: by its content, for two pipes are not versions of one source
        return f"sha256:{made.sha256[:12]}"
    return place if row is None else f"{place}#{row}"


def _storable(text: str) -> str:
    """Without characters that no database takes: zero bytes, and halves of characters from broken JSON."""
    return _SURROGATES.sub("\ufffd", text).replace("\0", " ")
