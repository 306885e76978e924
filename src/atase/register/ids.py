"""Identifiers that people can read out and type: no 0, 1, i, l or o, and no capitals."""

from collections.abc import Callable, Iterable
from hashlib import sha256

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def digest(*parts: str) -> str:
    """32 hex digits that stand for the parts, in their order."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def short(prefix: str, seed: str, attempt: int = 0, length: int = 6) -> str:
    """An identifier made from a seed: the same each time, another for each attempt."""
    number = int(digest(seed, str(attempt)), 16)
    letters = []
    for _ in range(length):
        number, letter = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[letter])
    return prefix + "".join(letters)


def number(identifier: str) -> int:
    """An identifier without its prefix as a number below 2**32, another for each of six letters."""
    return int(identifier[1:7], 36)


def allot(prefix: str, seeds: Iterable[str], taken: Callable[[set[str]], set[str]]) -> dict[str, str]:
    """A new identifier for each seed. `taken` tells which of some identifiers are in use already."""
    allotted: dict[str, str] = {}
    waiting, attempt = sorted(set(seeds)), 0
    while waiting:
        wanted = {seed: short(prefix, seed, attempt) for seed in waiting}
        used = taken(set(wanted.values())) | set(allotted.values())
        for seed, identifier in wanted.items():
            if identifier not in used:
                allotted[seed] = identifier
                used.add(identifier)
        waiting, attempt = [seed for seed in waiting if seed not in allotted], attempt + 1
    return allotted
