"""Documents on their way into the register: kept on the disk until they are in it, so that a stop loses none.

What comes in lies in a folder beside the register, by the hash of its content; one worker reads it, and takes each
away when the register has it. What a stopped server left is read when the page is opened again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from json import dumps
from pathlib import Path
from tempfile import gettempdir
from threading import Lock, Thread

from django.db import connections

from atase.documents import Failure, load
from atase.errors import AtaseError
from atase.i18n import language, speaking
from atase.register.register import Register
from atase.report import Document

ADDRESS = ".address"
"""Files that hold a web address, which the user named, instead of a document."""


@dataclass
class Work:
    """What the worker does: how many came in, how many it dealt with, and what became of them."""

    total: int = 0
    done: int = 0
    reports: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: list[Failure] = field(default_factory=list)
    running: bool = False


_works: dict[str, Work] = {}
_lock = Lock()


def work(register: Register) -> Work:
    """What is being done for a register, or was last; takes up what a stopped server left."""
    with _lock:
        found = _works.setdefault(register.location, Work())
        if not found.running and _waiting(register):
            found = _works[register.location] = Work(running=True)
            Thread(target=_run, args=(register, found, language()), daemon=True).start()
        return found


def keep(register: Register, name: str, content: Iterable[bytes]) -> None:
    """Keep what came in until it is read."""
    data = b"".join(content)
    place = _folder(register) / sha256(data).hexdigest()[:16]
    place.mkdir(parents=True, exist_ok=True)
    partial = place / ".partial"
    partial.write_bytes(data)
    partial.replace(place / (Path(name).name or "document.txt"))


def paste(register: Register, fields: dict[str, str]) -> None:
    """Keep a text that was typed, with what is said of it."""
    keep(register, "text.jsonl", [dumps(fields, ensure_ascii=False).encode()])


def _folder(register: Register) -> Path:
    if "://" in register.location:
        return Path(gettempdir()) / f"atase-inbox-{sha256(register.location.encode()).hexdigest()[:12]}"
    return Path(f"{register.location}.inbox")


def _waiting(register: Register) -> list[Path]:
    return sorted(path for path in _folder(register).glob("*/*") if not path.name.startswith("."))


def _run(register: Register, work: Work, lang: str) -> None:
    with speaking(lang):
        try:
            while waiting := _waiting(register):
                work.total = work.done + len(waiting)
                for path in waiting:
                    _one(register, work, path)
                    path.unlink()
                    path.parent.rmdir()
                    work.done += 1
        finally:
            work.running = False
            connections.close_all()  # those of this thread


def _one(register: Register, work: Work, path: Path) -> None:
    try:
        summary = register.add(_documents(path))
    except AtaseError as error:
        work.failed.append(Failure(path.name, str(error)))
        return
    for count in ("reports", "new", "changed", "unchanged"):
        setattr(work, count, getattr(work, count) + getattr(summary, count))
    work.failed += summary.failed


def _documents(path: Path) -> Iterator[Document | Failure]:
    if path.suffix == ADDRESS:
        yield from load([path.read_text(encoding="utf-8")])
        return
    shown = f"{path.parent.name}/{path.name}"
    for found in load([path]):
        yield replace(found, path=shown if isinstance(found, Document) else path.name)
