"""Documents: what is there, and how more come in."""

import time
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from atase.register.register import Register
from atase.web import inbox
from web_register import HOSTILE

TEXT = "Jakarta, 17 May 2024. Indonesia and Japan signed an agreement on defence equipment in Jakarta on Friday."


def read(client: Client) -> dict[str, Any]:
    """Wait until all is read; gives what became of it."""
    for _ in range(200):
        work: dict[str, Any] = client.get("/documents.json").json()["work"]
        if not work["running"]:
            return work
        time.sleep(0.1)
    raise AssertionError("still reading")


def test_files_come_in_and_bad_ones_are_told(client: Client, register: Register) -> None:
    files = [SimpleUploadedFile("news.txt", TEXT.encode()), SimpleUploadedFile("empty.txt", b"")]
    before = len(register.frames()["sources"])
    assert client.post("/documents", {"files": files}).status_code == 302
    work = read(client)
    assert (work["new"], [failure["path"] for failure in work["failed"]]) == (1, ["empty.txt"])
    client.post("/documents", {"files": [SimpleUploadedFile("news.txt", TEXT.encode())]})
    assert read(client)["unchanged"] == 1
    assert len(register.frames()["sources"]) == before + 1


def test_a_pasted_text_bears_what_is_said_of_it(client: Client, register: Register) -> None:
    client.post("/documents", {"text": TEXT, "title": "Signed", "date": "2024-05-17", "publisher": "Warta"})
    assert read(client)["new"] == 1
    source = register.frames()["sources"].filter(title="Signed").row(0, named=True)
    shown = client.get(f"/documents/{source['source']}").content.decode()
    assert "Signed" in shown
    assert "<mark>" in shown


def test_what_a_stopped_server_left_is_read_by_the_next(client: Client, register: Register) -> None:
    inbox.keep(register, "left.txt", [TEXT.encode()])
    assert Path(f"{register.location}.inbox").exists()
    assert read(client)["new"] == 1
    assert not list(Path(f"{register.location}.inbox").glob("*/*"))


def test_mistakes_are_told(client: Client) -> None:
    for form, word in (
        ({}, "nothing came in"),
        ({"url": "ftp://x"}, "https://"),
        ({"text": "a", "date": "soon"}, "soon"),
    ):
        response = client.post("/documents", form)
        assert response.status_code == 400
        assert word in response.content.decode()


def test_what_sources_say_never_becomes_markup(client: Client) -> None:
    assert HOSTILE not in client.get("/documents").content.decode()
    for one in client.get("/documents.json").json()["documents"]:
        assert HOSTILE not in client.get(f"/documents/{one['id']}").content.decode()
