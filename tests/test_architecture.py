"""Imports run one way, and the pure rooms stay free of Django."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "atase"
ORDER = [
    {"errors", "when", "report", "schema", "i18n", "workers", "tabular"},
    {"codebook", "actors"},
    {"documents", "reader", "datasets"},
    {"register"},
    {"measures"},
    {"briefs"},
    {"web"},
    {"cli", "demo"},
]
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
# Measures and briefs see the register's frames, never its models: for them it is out of reach.
FORBIDDEN = {"measures": {"register"}, "briefs": {"register"}}
WITHOUT_DJANGO = {"codebook", "actors", "documents", "reader", "datasets", "measures", "briefs"}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_follow_the_chain(path: Path) -> None:
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return
    assert room in LEVEL, f"{room} has no place in the chain: add it to docs/architecture.md and here"
    for name in imported(path):
        if not name.startswith("atase."):
            assert not (room in WITHOUT_DJANGO and name.split(".")[0] == "django"), f"{room} imports Django"
            continue
        other = name.split(".")[1]
        if other == room or other not in LEVEL:
            continue
        assert LEVEL[other] < LEVEL[room] or LEVEL[room] == LEVEL[other] == 0, f"{room} imports {other}"
        assert other not in FORBIDDEN.get(room, set()), f"{room} imports {other}"


def test_no_room_needs_a_table_of_contents() -> None:
    long = {str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in long.items() if lines > 300} == {}
