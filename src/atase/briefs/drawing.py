"""Specifications drawn as pictures, by vl-convert: no browser, no network."""

from functools import lru_cache
from json import dumps
from typing import Any


def svg(spec: dict[str, Any]) -> str:
    """The picture as an SVG document."""
    return _svg(dumps(spec, sort_keys=True))


def png(spec: dict[str, Any], scale: float = 2.5) -> bytes:
    """The picture as a PNG, `scale` pixels for each of its points."""
    from vl_convert import svg_to_png

    return bytes(svg_to_png(svg(spec), scale=scale))


@lru_cache(maxsize=16)
def _svg(spec: str) -> str:
    from vl_convert import vegalite_to_svg

    return str(vegalite_to_svg(spec, allowed_base_urls=[]))
