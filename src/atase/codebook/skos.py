"""The codebook as SKOS concept schemes in Turtle, for vocabulary servers and linked data.

Groups and instruments form one scheme (an instrument's `broader` is its group), stages and themes
one each, PLOVER and CAMEO one each with their roots and the codes that the codebook names.
"""

import json
from collections.abc import Iterable, Iterator

from atase.codebook.entries import Entry, Instrument, Plover, Root, Stage, Texts
from atase.codebook.load import Codebook

_PREFIXES = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix scheme: <urn:atase:scheme:> .
@prefix atase: <urn:atase:codebook:> .
@prefix plover: <urn:atase:plover:> .
@prefix cameo: <urn:atase:cameo:> .
"""


def turtle(book: Codebook) -> str:
    """The whole codebook as a Turtle document."""
    return "\n".join([_PREFIXES, *_own(book), *_foreign(book)])


def _own(book: Codebook) -> Iterator[str]:
    schemes: dict[str, list[Entry]] = {
        "instruments": [*book.groups.values(), *book.instruments.values()],
        "stages": list(book.stages.values()),
        "themes": list(book.themes.values()),
    }
    for name, entries in schemes.items():
        yield _block(f"scheme:{name}", "skos:ConceptScheme", [("dct:title", _string(f"Atase: {name}", "en"))])
        for entry in entries:
            yield _block(f"atase:{entry.code}", "skos:Concept", [*_entry(name, entry), *_sources(book, entry)])


def _entry(scheme: str, entry: Entry) -> Iterator[tuple[str, str]]:
    yield "skos:inScheme", f"scheme:{scheme}"
    yield "skos:notation", _string(entry.code)
    yield from _texts("skos:prefLabel", entry.labels)
    yield from _texts("skos:definition", entry.definitions)
    if isinstance(entry, Instrument):
        yield "skos:broader", f"atase:{entry.group}"
    else:
        yield "skos:topConceptOf", f"scheme:{scheme}"
    if isinstance(entry, Instrument | Stage):
        for match in (*map(_plover, entry.plover), *map(_cameo, entry.cameo)):
            yield "skos:closeMatch", match


def _sources(book: Codebook, entry: Entry) -> Iterator[tuple[str, str]]:
    for source in entry.sources if isinstance(entry, Instrument) else ():
        yield "dct:source", _string(book.references[source])


def _foreign(book: Codebook) -> Iterator[str]:
    for system in ("PLOVER", "CAMEO"):
        title = ("dct:title", _string(system, "en"))
        yield _block(f"scheme:{system}", "skos:ConceptScheme", [title])
    for root in book.roots.values():
        yield _block(f"{root.system.lower()}:{root.code}", "skos:Concept", _root(root))
    entries: list[Instrument | Stage] = [*book.instruments.values(), *book.stages.values()]
    modes = {plover for entry in entries for plover in entry.plover if plover.mode}
    for plover in sorted(modes, key=str):
        yield _narrower(_plover(plover), "PLOVER", str(plover), f"plover:{plover.root}")
    for code in sorted({code for entry in entries for code in entry.cameo if len(code) > 2}):
        yield _narrower(_cameo(code), "CAMEO", code, f"cameo:{code[:2]}")


def _root(root: Root) -> Iterator[tuple[str, str]]:
    yield "skos:topConceptOf", f"scheme:{root.system}"
    yield "skos:inScheme", f"scheme:{root.system}"
    yield "skos:notation", _string(root.code)
    yield "skos:prefLabel", _string(root.name, "en")
    if root.reason:
        yield "skos:scopeNote", _string(root.reason, "en")


def _narrower(name: str, system: str, notation: str, root: str) -> str:
    statements = [("skos:inScheme", f"scheme:{system}"), ("skos:notation", _string(notation))]
    return _block(name, "skos:Concept", [*statements, ("skos:broader", root)])


def _plover(code: Plover) -> str:
    return f"plover:{code.root}-{code.mode}" if code.mode else f"plover:{code.root}"


def _cameo(code: str) -> str:
    return f"cameo:{code}"


def _texts(predicate: str, texts: Texts) -> Iterator[tuple[str, str]]:
    for lang, text in texts.items():
        yield predicate, _string(text, lang)


def _string(text: str, lang: str = "") -> str:
    literal = json.dumps(text, ensure_ascii=False)  # Turtle's escapes include JSON's
    return f"{literal}@{lang}" if lang else literal


def _block(subject: str, kind: str, statements: Iterable[tuple[str, str]]) -> str:
    lines = [f"{subject} a {kind}", *(f"    {predicate} {value}" for predicate, value in statements)]
    return " ;\n".join(lines) + " .\n"
