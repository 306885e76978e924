"""Registers that cannot be opened or written say so in one line."""

import os
import sqlite3
from pathlib import Path

import pytest
from django.db import connections

import atase
from atase.errors import AtaseError
from atase.register import open_register
from atase.register.location import shown
from telling import doc, told


def refused(location: str, create: bool = True) -> str:
    with pytest.raises(AtaseError) as error:
        open_register(location, create)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_new_register_is_made_and_opened_again(tmp_path: Path) -> None:
    path = str(tmp_path / "r.db")
    open_register(path).add([doc("visit IDN,AUS done 2024-05-17")], told)
    assert atase.frames(path)["activities"].height == 1
    assert atase.frames(open_register(path))["activities"].height == 1


def test_registers_do_not_mix(tmp_path: Path) -> None:
    one, other = open_register(str(tmp_path / "one.db")), open_register(str(tmp_path / "other.db"))
    one.add([doc("visit IDN,AUS done 2024-05-17")], told)
    assert (one.frames()["activities"].height, other.frames()["activities"].height) == (1, 0)


def test_nothing_is_made_where_only_reading_was_asked(tmp_path: Path) -> None:
    assert "no register yet" in refused(str(tmp_path / "typo.db"), create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database at all, " * 100)
    assert "not a register" in refused(str(path))


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    assert "something else" in refused(str(path))
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_register_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_register(str(path))
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('register', '9999_far', '2030')")
    assert "newer Atase" in refused(str(path))


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(str(tmp_path / "no" / "r.db"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "cannot be" in refused(str(tmp_path / "r.db"))


def test_a_register_on_a_read_only_medium_is_read_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.db"
    open_register(str(path)).add([doc("visit IDN,AUS done 2024-05-17")], told)
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()
    alone = tmp_path / "disc"
    alone.mkdir()
    path.rename(alone / "r.db")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)

    register = open_register(str(alone / "r.db"), create=False)
    assert register.frames()["activities"].height == 1
    with pytest.raises(AtaseError, match="cannot be written"):
        register.add([doc("visit IDN,USA done 2024-05-17")], told)
    assert register.frames()["activities"].height == 1
    assert [file.name for file in alone.iterdir()] == ["r.db"]


def test_a_full_disk_keeps_what_was_accepted(tmp_path: Path) -> None:
    register = open_register(str(tmp_path / "r.db"))
    register.add([doc("visit IDN,AUS done 2024-05-17")], told)
    with connections[register.alias].cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 2}")
    with pytest.raises(AtaseError, match="disk is full"):
        register.add([doc("visit IDN,USA done 2024-05-17", id=str(n), title=f"{n}" * 9000) for n in range(9)], told)
    assert register.frames()["activities"].height == 1


def test_other_kinds_of_database(tmp_path: Path) -> None:
    assert "postgresql://" in refused("mysql://root@localhost/atase")


def test_a_password_is_never_printed() -> None:
    assert shown("postgresql://sari:secret@db.example/atase") == "postgresql://db.example/atase"
