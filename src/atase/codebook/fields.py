"""One table of a data file, read field by field; whatever is wrong is told by file and field."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from types import MappingProxyType, TracebackType
from typing import Any, Self

from atase.errors import AtaseError
from atase.i18n import LANGUAGES, _


class Fields:
    """A table that hands out its fields by kind.

    Used in a `with` block it refuses, at the end, a field that nobody asked for: most often a
    misspelt name. Every method raises an `AtaseError` that names file and field.
    """

    def __init__(self, place: str, table: Mapping[str, Any]) -> None:
        self.place = place
        self._left = dict(table)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None and self._left:
            raise self.wrong(next(iter(self._left)), _("no such field"))

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._left))

    def wrong(self, name: str, why: str) -> AtaseError:
        """The error about the field `name`."""
        return AtaseError(f"{self.place}: {name}: {why}")

    def text(self, name: str, default: str | None = None) -> str:
        """A text that is not empty, unless the default is."""
        text: str = self._take(name, str, _("expected a text"), default)
        return text

    def texts(self, name: str) -> Mapping[str, str]:
        """A table of the same text in each language of the interface."""
        with self.table(name) as table:
            return table.languages()

    def languages(self) -> Mapping[str, str]:
        """The same text in each language of the interface, from fields named by language."""
        return MappingProxyType({lang: self.text(lang) for lang in LANGUAGES})

    def codes(self, name: str, pattern: str = ".+") -> tuple[str, ...]:
        """A list of texts that each match `pattern`; empty where it is not given."""
        codes = self._take(name, list, _("expected a list of codes"), [])
        for code in codes:
            if not (isinstance(code, str) and re.fullmatch(pattern, code)):
                raise self.wrong(name, _("{code!r} does not look like {pattern}").format(code=code, pattern=pattern))
        return tuple(codes)

    def flag(self, name: str) -> bool:
        """True or false; false where it is not given."""
        return bool(self._take(name, bool, _("expected true or false"), False))

    def table(self, name: str) -> "Fields":
        """A table within this one."""
        return Fields(f"{self.place}: {name}", self._take(name, dict, _("expected a table")))

    def tables(self, name: str) -> "list[Fields]":
        """A list of tables; empty where it is not given."""
        items = self._take(name, list, _("expected a list of tables"), [])
        if not all(isinstance(item, dict) for item in items):
            raise self.wrong(name, _("expected a list of tables"))
        return [Fields(f"{self.place}: {name}[{n}]", item) for n, item in enumerate(items, 1)]

    def _take(self, name: str, kind: type, expected: str, default: Any = None) -> Any:
        given = name in self._left
        value = self._left.pop(name, default)
        if not isinstance(value, kind) or (given and value == ""):
            raise self.wrong(name, expected)
        return value


def read_toml(directory: Traversable, name: str) -> Fields:
    """The whole of a TOML file.

    Raises:
        AtaseError: it is missing, unreadable or no TOML.
    """
    try:
        return Fields(name, tomllib.loads(directory.joinpath(name).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:  # both decoding errors are ValueErrors
        raise AtaseError(_("{file}: cannot be read as TOML: {why}").format(file=name, why=error)) from error
