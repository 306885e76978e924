"""Files that are packed, broken, or something else."""

import gzip
import zipfile
from pathlib import Path

import pytest

from atase.datasets import Tally, card, opening, read
from atase.errors import AtaseError
from made_up import EXERCISE, write


def reports(path: Path) -> int:
    tally = Tally()
    list(tally.count(read("mme", path)))
    return tally.reports


def test_packed_files_are_read_as_they_are(tmp_path: Path) -> None:
    plain = write(tmp_path / "mme.csv", "mme", EXERCISE)
    (tmp_path / "mme.csv.gz").write_bytes(gzip.compress(plain.read_bytes()))
    with zipfile.ZipFile(tmp_path / "mme.zip", "w") as packed:
        packed.write(plain, "mme.csv")
    assert [reports(tmp_path / name) for name in ("mme.csv", "mme.csv.gz", "mme.zip")] == [1, 1, 1]


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 100)
    plain = write(tmp_path / "mme.csv", "mme", *[EXERCISE] * 100)
    (tmp_path / "mme.csv.gz").write_bytes(gzip.compress(plain.read_bytes()))
    with pytest.raises(AtaseError, match="unpacks to more than"):
        reports(tmp_path / "mme.csv.gz")


def test_a_broken_row_is_a_reject_and_does_not_stop_the_others(tmp_path: Path) -> None:
    path = write(tmp_path / "mme.csv", "mme", EXERCISE, EXERCISE)
    lines = path.read_text().splitlines()
    path.write_text("\n".join([*lines[:2], '"mme2","too short"', "", lines[2]]))
    tally = Tally()
    rows = [outcome.row for outcome in tally.count(read("mme", path))]
    assert rows == [1, 2, 3]
    assert (tally.reports, dict(tally.unread)) == (2, {"the row has more or fewer cells than the header": 1})


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "\x00\x01\x02", "MMEID,Ex_Name\nmme1,Keris\n"])
def test_another_file_is_refused_in_one_line_with_the_columns_expected(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text(text)
    with pytest.raises(AtaseError, match=r"other\.csv: .*mme.*MMEID, Ex_Name") as error:
        reports(path)
    assert "\n" not in str(error.value)


def test_a_file_that_is_missing_or_no_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mme.zip").write_text("no zip")
    for path in (tmp_path / "nowhere.csv", tmp_path / "mme.zip", tmp_path):
        with pytest.raises(AtaseError, match="cannot be read"):
            reports(path)


def test_an_unknown_dataset_is_told_the_known_ones() -> None:
    with pytest.raises(AtaseError, match="mme"):
        card("mmme")
