"""Opening a register: Django is set up, the database made or brought up to date, and then handed out."""

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connections

from atase.errors import AtaseError
from atase.i18n import _
from atase.register.errors import plainly
from atase.register.location import database, shown

if TYPE_CHECKING:
    from atase.register.register import Register

_APP = "register"


def open_register(location: str, create: bool = True) -> "Register":
    """Open the register at a path or a `postgresql://` URL.

    `create` makes a new one where there is no file; without it that is an error.

    Raises:
        AtaseError: it cannot be opened or written, is no register, or was made by a newer Atase.
    """
    _set_up()
    settings = database(location)
    if not create and "sqlite" in settings["ENGINE"] and not Path(location).expanduser().exists():
        raise AtaseError(
            _("{register}: there is no register yet; `atase add` makes one").format(register=shown(location))
        )
    alias = f"{_APP} {settings['NAME']} {settings['HOST']} {settings['PORT']}"
    if alias in connections.databases:
        connections[alias].close()
    filled = connections.configure_settings({"default": {}, alias: settings})
    connections.databases[alias] = filled[alias]
    with plainly(location):
        _bring_up_to_date(alias, location)
    from atase.register.register import Register  # models exist only once Django is set up

    return Register(alias, location)


def _set_up() -> None:
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atase.register.settings")
        django.setup()


def _bring_up_to_date(alias: str, location: str) -> None:
    applied = _applied(alias)
    if applied is None:
        raise AtaseError(
            _("{register}: this database holds something else; name another with --register").format(
                register=shown(location)
            )
        )
    known = {
        entry.name.removesuffix(".py")
        for entry in (files("atase.register") / "migrations").iterdir()
        if entry.name[:1].isdigit()
    }
    if applied - known:
        raise AtaseError(
            _("{register}: made by a newer Atase (it has {step}); upgrade with: pip install -U atase").format(
                register=shown(location), step=max(applied - known)
            )
        )
    if known - applied:
        _migrate(alias, known)
    _list_anew(alias)


def _migrate(alias: str, known: set[str]) -> None:
    """Migrate in one transaction, so that a register that is killed in it, or opened twice, is whole or as before."""
    from atase.register.writing import alone

    with connections[alias].constraint_checks_disabled(), alone(alias):
        if known - (_applied(alias) or set()):
            call_command("migrate", database=alias, verbosity=0, interactive=False)


def _list_anew(alias: str) -> None:
    """Fill the lists of a register that was last written by an Atase which made them otherwise, or not at all."""
    from atase.register.models import Mark
    from atase.register.refreshing import LISTS, relist
    from atase.register.searching import forget
    from atase.register.writing import alone

    forget()
    if Mark.objects.using(alias).filter(listed=LISTS).exists():
        return
    with alone(alias):
        relist(alias)


def _applied(alias: str) -> set[str] | None:
    """The register's migrations that the database has had; None where it belongs to something else."""
    with connections[alias].cursor() as cursor:
        tables = set(connections[alias].introspection.table_names(cursor))
        if "django_migrations" not in tables:
            return None if tables else set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = %s", [_APP])
        return {name for (name,) in cursor.fetchall()}
