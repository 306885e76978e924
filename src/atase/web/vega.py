"""The library that draws charts in the page: made once from the one that draws them on paper, and kept."""

import os
from contextlib import suppress
from functools import cache
from gzip import compress
from importlib.metadata import version
from pathlib import Path
from threading import Lock, Thread

from django.http import HttpRequest, HttpResponse

_making = Lock()


def address() -> str:
    """Where the page finds it: an address that changes with its version."""
    return f"/vega-{version('vl-convert-python')}.js"


def prepare() -> None:
    """Make it in the background, if it is not there: that takes seconds."""
    Thread(target=bundle, daemon=True).start()


def script(request: HttpRequest) -> HttpResponse:
    """The library, compressed, for a browser to keep."""
    kept = {"Cache-Control": "public, max-age=31536000, immutable", "Content-Encoding": "gzip"}
    return HttpResponse(bundle(), content_type="text/javascript; charset=utf-8", headers=kept)


def bundle() -> bytes:
    """The library, compressed."""
    with _making:
        return _bundle()


@cache
def _bundle() -> bytes:
    """From this person's cache, where it has been made before."""
    file = _folder() / f"vega-{version('vl-convert-python')}.js.gz"
    if file.exists():
        return file.read_bytes()
    from vl_convert import javascript_bundle

    made = compress(javascript_bundle("window.vegaEmbed = vegaEmbed;").encode(), mtime=0)
    with suppress(OSError):  # without a place to keep it, it is made at each start
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.{os.getpid()}")
        part.write_bytes(made)
        part.replace(file)
    return made


def _folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "atase"
