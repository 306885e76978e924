"""Interface texts in the reader's language, through gettext. English is the source language.

A command runs in one language, found from ATASE_LANG or the locale; a brief may be written in
another (`with speaking("id"): ...`).
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "id")


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    return gettext.translation("atase", Path(__file__).parent / "locale", [lang], fallback=True)


def _from_environment() -> str:
    wanted = os.environ.get("ATASE_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
    lang = wanted[:2].lower()
    return lang if lang in LANGUAGES else "en"


_chosen: ContextVar[str | None] = ContextVar("atase_lang", default=None)


def language() -> str:
    """ISO 639-1 code of the language that texts are given in now."""
    return _chosen.get() or _from_environment()


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Give texts in `lang` within the block."""
    token = _chosen.set(lang)
    try:
        yield
    finally:
        _chosen.reset(token)


def _(message: str) -> str:
    """The message in the current language. Placeholders are filled by the caller, after this."""
    return _catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of the message that fits the number `n`, in the current language."""
    return _catalogue(language()).ngettext(singular, plural, n)
