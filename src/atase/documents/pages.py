"""Pages that the user names, fetched within limits. Nothing that they link to is."""

import socket
import time
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPMessage
from ipaddress import ip_address
from pathlib import PurePosixPath
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from atase.documents.entries import UnreadableError
from atase.documents.formats import MODULES
from atase.i18n import _

LARGEST = 10_000_000
"""Bytes of a page."""
LONGEST = 20
"""Seconds that a page may take altogether."""

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address; `url` is where it was found in the end."""

    content: bytes
    url: str
    suffix: str


def fetch(url: str) -> Page:
    """Get a page by HTTP or HTTPS.

    Raises:
        UnreadableError: the address is of another kind, does not answer, or answers with too much or too slowly.
    """
    deadline = time.monotonic() + LONGEST
    try:
        _check_scheme(url)
        with _opener(url).open(_request(url), timeout=LONGEST) as answer:
            return Page(_content(answer, deadline), answer.url, _suffix(answer.headers, answer.url))
    except HTTPError as error:
        raise UnreadableError(_("the page answers {code}; check the address").format(code=error.code)) from error
    except TimeoutError as error:
        raise _too_slow() from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        if isinstance(error, URLError) and isinstance(error.reason, TimeoutError):
            raise _too_slow() from error
        raise UnreadableError(_("the page cannot be reached; check the address and the network")) from error


def _check_scheme(url: str) -> None:
    if urlsplit(url).scheme.lower() not in ("http", "https"):
        raise UnreadableError(_("only http and https addresses are fetched; give a file by its path"))


def _request(url: str) -> Request:
    return Request(url, headers={"User-Agent": "Atase (reads pages that a person names)"})  # noqa: S310  checked


def _content(answer: IO[bytes], deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(65_536):  # type: ignore[attr-defined]  # HTTPResponse has it
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise UnreadableError(_("the page is larger than {limit} MB").format(limit=LARGEST // 1_000_000))
        if time.monotonic() > deadline:
            raise _too_slow()
    return b"".join(parts)


def _too_slow() -> UnreadableError:
    return UnreadableError(
        _("the page took longer than {limit} s; try again, or save it as a file").format(limit=LONGEST)
    )


def _suffix(headers: Message, url: str) -> str:
    """By the type that the server gives, or where that says little, by the address; a page otherwise."""
    by_name = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    by_type = _SUFFIXES.get(headers.get_content_type())
    if by_type or by_name in MODULES:
        return by_type or by_name
    return ".txt" if headers.get_content_type() == "text/plain" else ".html"


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to other pages, but not to other schemes, nor from the public web into a private network."""

    max_redirections = 5

    def __init__(self, from_private: bool) -> None:
        self._from_private = from_private

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        _check_scheme(newurl)
        if not self._from_private and _is_private(newurl):
            raise UnreadableError(_("the page leads into a private network; give its address itself"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(url: str) -> OpenerDirector:
    return build_opener(_Redirects(_is_private(url)))


def _is_private(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        addresses = {str(found[4][0]) for found in socket.getaddrinfo(host, None)}
    except OSError:  # unknown here; a proxy may know it, and otherwise opening it tells
        return False
    return any(not ip_address(address.split("%")[0]).is_global for address in addresses)
