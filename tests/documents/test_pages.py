import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from atase.documents import pages
from samples import PAGE, TEXT, documents, failures, pdf

HTML = "text/html; charset=utf-8"
ANSWERS = {
    "/article": (HTML, PAGE.encode()),
    "/mou.pdf": ("application/octet-stream", pdf()),
    "/mou": ("application/pdf", pdf()),
    "/note": ("text/plain", TEXT.encode()),
    "/empty": (HTML, b""),
    "/picture": ("image/png", b"\x89PNG" + bytes(200)),
    "/large": ("text/plain", b"a" * 10_000_001),
}
REDIRECTS = {
    "/moved": "/article",
    "/file": "file:///etc/hostname",
    "/ftp": "ftp://contoh.example/a",
    "/loop": "/loop",
    "/inside": "http://127.0.0.1:1/admin",
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in REDIRECTS:
            self.send_response(302)
            self.send_header("Location", REDIRECTS[self.path])
            self.end_headers()
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(20):
                self.wfile.write(b"a")
                time.sleep(0.1)
        elif self.path in ANSWERS:
            self.send_response(200)
            self.send_header("Content-Type", ANSWERS[self.path][0])
            self.end_headers()
            self.wfile.write(ANSWERS[self.path][1])
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_read_with_its_address(site: str) -> None:
    (document,) = documents(f"{site}/article")
    assert (document.title, document.date, document.url) == (
        "Menhan Jepang ke Jakarta",
        "2024-05-17",
        f"{site}/article",
    )
    assert document.id == f"{site}/article"


def test_a_redirect_leads_to_the_address_that_is_kept(site: str) -> None:
    assert documents(f"{site}/moved")[0].url == f"{site}/article"


@pytest.mark.parametrize("path", ["/mou.pdf", "/mou", "/note"])
def test_files_are_read_by_their_type_or_name(site: str, path: str) -> None:
    assert documents(f"{site}{path}")[0].text.strip() == TEXT


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/nothing", "answers 404"),
        ("/empty", "empty"),
        ("/picture", "no article"),
        ("/large", "larger than 10 MB"),
        ("/file", "answers 302"),
        ("/ftp", "only http and https"),
        ("/loop", "answers 302"),
    ],
)
def test_one_line_says_what_is_wrong_with_a_page(site: str, path: str, said: str) -> None:
    (line,) = failures(f"{site}{path}")
    assert line.startswith(f"{site}{path}: ")
    assert said in line


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://contoh.example/a", "gopher://contoh.example"])
def test_other_schemes_are_refused(url: str) -> None:
    assert "only http and https" in failures(url)[0]


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://", "http://[broken", "http://contoh.invalid/a"])
def test_a_page_that_cannot_be_reached(url: str) -> None:
    assert "cannot be reached" in failures(url)[0]


def test_a_slow_page_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LONGEST", 0.3)
    begun = time.monotonic()
    (line,) = failures(f"{site}/slow")
    assert "took longer" in line
    assert time.monotonic() - begun < 2


def test_a_public_page_may_not_lead_into_a_private_network(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_is_private", lambda url: "admin" in url)
    assert "private network" in failures(f"{site}/inside")[0]


@pytest.mark.parametrize(
    ("url", "private"),
    [("http://127.0.0.1/", True), ("http://[::1]/", True), ("http://10.0.0.8/", True), ("http://8.8.8.8/", False)],
)
def test_private_addresses_are_known(url: str, private: bool) -> None:
    assert pages._is_private(url) is private
