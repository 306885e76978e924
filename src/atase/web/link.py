"""The one-time link by which one person signs in on their own machine."""

from collections.abc import Callable
from getpass import getuser
from secrets import compare_digest, token_urlsafe
from threading import Lock

_lock = Lock()
_token = ""
_tell: Callable[[str], None] = lambda token: None  # noqa: E731


def start(tell: Callable[[str], None]) -> str:
    """Make the first token. Each is good once: when it is spent, `tell` is called with the next."""
    global _token, _tell
    with _lock:
        _token, _tell = token_urlsafe(24), tell
        return _token


def spend(token: str) -> bool:
    """Whether the token is the one that is out; if so it is good no longer."""
    global _token
    with _lock:
        if not _token or not compare_digest(token.encode(), _token.encode()):
            return False
        _token = token_urlsafe(24)
        _tell(_token)
        return True


def owner() -> str:
    """The name under which the person at this machine decides."""
    try:
        return getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        return "unknown"
