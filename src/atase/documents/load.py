"""Paths -> documents, one bad file never stopping the others."""

import errno
from collections.abc import Iterable, Iterator
from datetime import date as Day  # noqa: N812  `date` is the name of an argument
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from atase.documents.entries import Failure, UnreadableError
from atase.documents.fields import check_date, check_lang, document
from atase.documents.formats import MODULES, reader
from atase.documents.origins import open_origin
from atase.documents.plan import plan
from atase.errors import AtaseError
from atase.i18n import _
from atase.report import Document


def load(
    paths: Iterable[str | Path],
    *,
    date: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
    today: Day | None = None,
) -> Iterator[Document | Failure]:
    """The documents in files, folders, globs, web addresses and standard input (`-`), and what gives none.

    `date`, `publisher` and `lang` (ISO 639-1) override what files say. A document may lack a date; one whose date
    is no ISO 8601 date or lies after `today` (by default this day) is left out, for every date read in it would be
    wrong. Files of many documents are read row by row.

    Raises:
        AtaseError: `date` is no date or lies in the future, or `lang` is no code of a language.
    """
    latest = (today or Day.today()) + timedelta(days=1)  # it may be tomorrow already where it was written
    said = {
        "date": check_date(date, latest) if date is not None else None,
        "publisher": publisher,
        "lang": check_lang(lang) if lang is not None else None,
    }
    overrides = {name: value for name, value in said.items() if value is not None}
    return (found for path in plan(paths) for found in _load_one(path, overrides, latest, stdin))


def _load_one(
    path: str, overrides: dict[str, str], latest: Day, stdin: BinaryIO | None
) -> Iterator[Document | Failure]:
    try:
        with open_origin(path, stdin) as origin:
            read = reader(origin.suffix)
            if read is None:
                raise UnreadableError(
                    _("not a format that is read ({suffixes}); convert it").format(suffixes=" ".join(MODULES))
                )
            for entry in read(origin.stream):
                try:
                    if isinstance(entry, UnreadableError):
                        raise entry
                    yield document(entry, overrides, origin, latest)
                except AtaseError as error:
                    yield Failure(path, str(error), entry.row)
    except UnreadableError as error:
        yield Failure(path, str(error))
    except OSError as error:
        yield Failure(path, _why(error))
    except Exception as error:  # whatever a library makes of a hostile file must not stop the others
        name = type(error).__name__
        yield Failure(path, _("could not be read ({name}); save it anew or in another format").format(name=name))


def _why(error: OSError) -> str:
    match error.errno:
        case errno.ENOENT:
            return _("no such file; check its name")
        case errno.EACCES | errno.EPERM:
            return _("may not be read; change its permissions")
        case errno.EISDIR:
            return _("the folder holds no file")
    return _("could not be read: {reason}").format(reason=error.strerror or type(error).__name__)
