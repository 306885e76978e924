#!/usr/bin/env python3
"""Check the training texts, count what they cover, and write them in the gold format.

An item is one JSON object a line; README.md beside this file describes its fields.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from atase.actors import actors
from atase.codebook import instruments, stages, themes
from atase.errors import AtaseError
from atase.report import TITLE
from atase.when import check as check_date

HERE = Path(__file__).parent
ITEM_KEYS = {"id", "lang", "voice", "date", "title", "text", "activities"}
ACTIVITY_KEYS = {"instrument", "parties", "stage", "date", "themes", "evidence"}
LANGS = {"en", "id"}
VOICES = {"wire", "tabloid", "release", "broadcast", "treaty", "headline", "feature", "scraped"}
IN_TITLE = "TITLE:"
SHINGLE = 5
TOO_ALIKE = 0.5
"""Jaccard overlap of word 5-grams above which one of two items has to go."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Item:
    """One training text and the file and line that it stands on."""

    data: Json
    path: Path
    line: int

    @property
    def place(self) -> str:
        """Where to find it, for a person: file, line and id."""
        return f"{self.path.name}:{self.line} {self.data.get('id', '')}".rstrip()


def load(paths: Iterable[Path]) -> Iterator[Item]:
    """Every item of the files, in order.

    Raises:
        AtaseError: a line is no JSON object.
    """
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                data = json.loads(line)
            except json.JSONDecodeError as error:
                raise AtaseError(f"{path.name}:{number}: not JSON: {error}") from error
            if not isinstance(data, dict):
                raise AtaseError(f"{path.name}:{number}: not a JSON object; write one item a line")
            yield Item(data, path, number)


def problems(item: Item) -> Iterator[str]:
    """What is wrong with one item by itself, one line each."""
    data = item.data
    if data.keys() != ITEM_KEYS:
        yield f"fields must be exactly {sorted(ITEM_KEYS)}; differs in {sorted(data.keys() ^ ITEM_KEYS)}"
        return
    writer = item.path.stem.split("-")[0]
    if not re.fullmatch(rf"{re.escape(writer)}-\d{{4}}", data["id"]):
        yield f"id must be {writer}-NNNN, as the file is {item.path.name}"
    yield from _unknown("lang", [data["lang"]], LANGS)
    yield from _unknown("voice", [data["voice"]], VOICES)
    yield from _date_problem(data["date"])
    if not data["text"].strip():
        yield "text is empty"
    for number, activity in enumerate(data["activities"], 1):
        for problem in _activity_problems(activity, data):
            yield f"activity {number}: {problem}"


def _activity_problems(activity: Json, data: Json) -> Iterator[str]:
    if activity.keys() != ACTIVITY_KEYS:
        yield f"fields must be exactly {sorted(ACTIVITY_KEYS)}"
        return
    parties = activity["parties"]
    yield from _unknown("instrument", [activity["instrument"]], instruments())
    yield from _unknown("party", parties, actors())
    yield from _unknown("stage", [activity["stage"]], stages())
    yield from _unknown("theme", activity["themes"], themes())
    yield from _date_problem(activity["date"])
    if len(parties) < 2 or parties != sorted(set(parties)):
        yield f"parties must be two or more different codes in sorted order, not {parties}"
    if not activity["evidence"]:
        yield "evidence is missing"
    for quote in activity["evidence"]:
        if _offsets(quote, data) is None:
            yield f"evidence does not stand in the text: {quote!r}"


def _unknown(field: str, codes: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for code in codes:
        if code not in known:
            yield f"unknown {field}: {code!r}"


def _date_problem(text: str | None) -> Iterator[str]:
    try:
        if text is not None:
            check_date(text)
    except AtaseError as error:
        yield str(error)


def _offsets(quote: str, data: Json) -> tuple[int, int] | None:
    if quote.startswith(IN_TITLE):
        return (TITLE, TITLE) if quote.removeprefix(IN_TITLE).strip() in data["title"] else None
    start = data["text"].find(quote)
    return (start, start + len(quote)) if quote and start >= 0 else None


def repeated_ids(items: Iterable[Item]) -> Iterator[str]:
    """One line for each id that more than one item carries."""
    for name, times in Counter(item.data.get("id") for item in items).items():
        if times > 1:
            yield f"id {name} is used {times} times"


def near_duplicates(items: Iterable[Item]) -> Iterator[str]:
    """One line for each pair of items whose texts share more than half of their word 5-grams."""
    holders: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for item in items:
        shingles = _shingles(f"{item.data.get('title', '')} {item.data.get('text', '')}")
        sizes[item.place] = len(shingles)
        for shingle in shingles:
            holders[shingle].append(item)
    shared = Counter((a.place, b.place) for same in holders.values() if len(same) > 1 for a, b in combinations(same, 2))
    for (a, b), common in shared.items():
        overlap = common / (sizes[a] + sizes[b] - common)
        if overlap > TOO_ALIKE:
            yield f"{a} and {b} are near-duplicates ({overlap:.2f})"


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}


def gold(item: Item) -> Json:
    """The item as a line of the gold format: evidence as character offsets, -1 in the title."""

    def coded(activity: Json) -> Json:
        spans = [_offsets(quote, item.data) for quote in activity["evidence"]]
        return activity | {"evidence": [{"start": span[0], "end": span[1]} for span in spans if span]}

    source = {"path": f"training/items/{item.path.name}", "row": item.line}
    return item.data | {"source": source, "activities": [coded(a) for a in item.data["activities"]]}


def tables(items: list[Item]) -> Iterator[Table]:
    """What the items cover: items by language and voice, activities by instrument, stage, theme."""
    counted: dict[str, tuple[bool, Callable[[Json], Iterable[str]]]] = {
        "voice": (False, lambda item: [item["voice"]]),
        "activities in the item": (False, lambda item: [str(len(item["activities"]))]),
        "instrument": (True, lambda activity: [activity["instrument"]]),
        "stage": (True, lambda activity: [activity["stage"]]),
        "theme": (True, lambda activity: activity["themes"] or ["(none)"]),
        "date form": (
            True,
            lambda activity: [{0: "none", 4: "year", 7: "month"}.get(len(activity["date"] or ""), "day")],
        ),
    }
    for title, (of_activities, values) in counted.items():
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for data in (item.data for item in items):
            for unit in data["activities"] if of_activities else [data]:
                for value in values(unit):
                    counts[value][data["lang"]] += 1
        table = Table(title, *sorted(LANGS), "all")
        for value in sorted(counts):
            by_lang = counts[value]
            table.add_row(value, *(str(by_lang[lang]) for lang in sorted(LANGS)), str(by_lang.total()))
        yield table


def main(
    files: Annotated[list[Path] | None, typer.Argument(help="Item files; all of training/items if none.")] = None,
    gold_to: Annotated[Path | None, typer.Option("--gold", help="Write the items in the gold format.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No tables.")] = False,
) -> None:
    """Check the items; exit with 1 where something is wrong."""
    console = Console(soft_wrap=True)
    try:
        items = list(load(files or sorted((HERE / "items").glob("*.jsonl"))))
    except AtaseError as error:
        console.print(str(error), markup=False)
        raise typer.Exit(2) from error
    found = [f"{item.place}: {problem}" for item in items for problem in problems(item)]
    found += [*repeated_ids(items), *near_duplicates(items)]
    if found:
        console.print(*found, sep="\n", markup=False)
        raise typer.Exit(1)
    if not quiet:
        console.print(*tables(items))
    console.print(f"{len(items)} items, no problem found")
    if gold_to:
        lines = (json.dumps(gold(item), ensure_ascii=False) + "\n" for item in items)
        gold_to.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
