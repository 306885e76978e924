"""The register as seen from one party or two: small frames, kept while the register stays as it is."""

from datetime import date

import polars as pl
from django.http import Http404

from atase.actors import actors, find_code
from atase.briefs import bilateral, country
from atase.briefs.tree import Brief
from atase.errors import AtaseError
from atase.i18n import _, language
from atase.register.register import Register
from atase.web.kept import kept

Frames = dict[str, pl.DataFrame]


def code_of(text: str) -> str:
    """The party that an address names.

    Raises:
        Http404: there is none.
    """
    try:
        return text if text in actors() else find_code(text)
    except AtaseError as error:
        raise Http404(str(error)) from error


def frames(register: Register) -> Frames:
    """All frames of the register."""
    return kept(register, register.frames, "frames")


def narrowed(register: Register, *codes: str) -> Frames:
    """The frames with the activities of any of the parties alone, and what is told of them; all sources."""
    return kept(register, lambda: _narrowed(frames(register), codes), "narrowed", *codes)


def _narrowed(whole: Frames, codes: tuple[str, ...]) -> Frames:
    mine = pl.any_horizontal(pl.col("parties").list.contains(code) for code in codes)
    activities = whole["activities"].filter(mine)
    own = {
        name: whole[name].join(activities, on="activity", how="semi", maintain_order="left")
        for name in ("reports", "parties")
    }
    return whole | own | {"activities": activities}


def brief(register: Register, on: date, *codes: str) -> Brief:
    """The brief on one party or two, in the person's language."""
    lang = language()

    def make() -> Brief:
        mine = narrowed(register, *codes)
        if len(codes) == 2:
            return bilateral(mine, codes[0], codes[1], on, lang)
        return country(mine, codes[0], on, lang)

    return kept(register, make, "brief", *codes, on, lang)


def pair(one: str, other: str) -> tuple[str, str]:
    """The two parties of a relation.

    Raises:
        Http404: they are one.
    """
    codes = code_of(one), code_of(other)
    if codes[0] == codes[1]:
        raise Http404(_("{code} has no relationship with itself: name another party").format(code=codes[0]))
    return codes
