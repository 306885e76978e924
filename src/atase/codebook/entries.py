"""The entries of the codebook, as frozen dataclasses that give their texts in a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atase.i18n import language

Texts = Mapping[str, str]
"""The same text by ISO 639-1 code of its language; English is always there."""


@dataclass(frozen=True, slots=True)
class Level:
    """One step of an instrument's depth scale."""

    code: str
    labels: Texts = field(repr=False, hash=False)

    def label(self, lang: str | None = None) -> str:
        """What people call it in `lang` (the interface's language by default), else in English."""
        return _pick(self.labels, lang)


@dataclass(frozen=True, slots=True)
class Entry(Level):
    """Something that a report can be coded with."""

    definitions: Texts = field(repr=False, hash=False)

    def definition(self, lang: str | None = None) -> str:
        """What it covers, in one sentence; the language is found as for the label."""
        return _pick(self.definitions, lang)


@dataclass(frozen=True, slots=True)
class Group(Entry):
    """A character of defence diplomacy, to which instruments belong."""


@dataclass(frozen=True, slots=True)
class Theme(Entry):
    """What an activity is about, or against."""


@dataclass(frozen=True, slots=True)
class Plover:
    """An event type of PLOVER: a root, and a mode of it where one fits."""

    root: str
    mode: str | None = None

    def __str__(self) -> str:
        return f"{self.root}/{self.mode}" if self.mode else self.root


@dataclass(frozen=True, slots=True)
class Stage(Entry):
    """How far an activity has come. `plover` and `cameo` name counterparts, closest first."""

    plover: tuple[Plover, ...] = ()
    cameo: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument(Entry):
    """A form of defence diplomacy: what is done.

    `plover` and `cameo` name its counterparts, closest first; a stage may have counterparts of its
    own, which outrank these. `formal` instruments are acts of state in due form, the others practice
    between forces, services and firms. `depth` runs from the shallowest level to the deepest.
    """

    group: str
    sources: tuple[str, ...]
    plover: tuple[Plover, ...]
    cameo: tuple[str, ...]
    depth: tuple[Level, ...]
    formal: bool = False


@dataclass(frozen=True, slots=True)
class Root:
    """A root of another event ontology, with the instruments and stages that correspond to it.

    `reason` tells why there are none; it is empty where there are some.
    """

    system: str
    code: str
    name: str
    instruments: tuple[str, ...]
    stages: tuple[str, ...]
    reason: str = ""


def _pick(texts: Texts, lang: str | None) -> str:
    return texts.get(lang or language(), texts["en"])
