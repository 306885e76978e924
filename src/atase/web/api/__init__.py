"""The register for programs: reading and deciding over HTTP, described by an OpenAPI document (docs/api.md)."""

from atase.web.api.interface import api

__all__ = ["api"]
