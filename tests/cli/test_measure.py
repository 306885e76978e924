"""`atase measure`, as a user types it."""

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from atase import cli
from atase.briefs.plots import plot
from atase.measures import about
from frames import fill, many

RUN = CliRunner()
DAY = ("--on", "2025-06-30")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> str:
    location = tmp_path_factory.mktemp("desk") / "atase.db"
    fill(location, many(150))
    return str(location)


def out(*arguments: str, lang: str = "en") -> str:
    ran = RUN.invoke(cli.app, ["measure", *arguments], catch_exceptions=False, env={"ATASE_LANG": lang})
    assert ran.exit_code == 0
    return ran.stdout


def test_the_list_names_every_measure() -> None:
    told = out(lang="id")
    assert [name for name in about() if name not in told] == []
    assert "Intensitas kerja sama" in told


@pytest.mark.parametrize("name", about())
def test_every_measure_makes_a_table_and_a_file(name: str, register: str, tmp_path: Path) -> None:
    parties = ("IDN", "AUS")[: max(about()[name].fewest, 1)]
    told = out(name, *parties, *DAY, "--register", register, "--lang", "id")
    assert about()[name].label("id") in told
    file = tmp_path / "found.parquet"
    out(name, *parties, *DAY, "--register", register, "-o", str(file))
    assert pl.read_parquet(file).width > 2


def test_tables_have_names_and_files_have_codes(register: str) -> None:
    asked = ("intensity", "Indonesia", "aus", *DAY, "--register", register)
    assert "Amerika" not in out(*asked)
    assert "Australia" in out(*asked)
    row = json.loads(out(*asked, "--format", "json"))[0]
    assert (row["a"], row["b"]) == ("IDN", "AUS")
    assert row["lower"] < row["intensity"] < row["upper"]


def test_what_is_not_covered_is_a_dash_and_no_zero(register: str) -> None:
    asked = ("intensity", "BRA", "ARG", *DAY, "--register", register)
    assert "–" in out(*asked)
    assert json.loads(out(*asked, "--format", "json"))[0]["intensity"] is None


def test_a_span_gives_a_row_for_each_year(register: str) -> None:
    told = out("balance", "IDN", "AUS", "--since", "2020", *DAY, "--register", register, "--format", "csv")
    assert [line[:4] for line in told.splitlines()] == ["year", "2020", "2021", "2022", "2023", "2024", "2025"]


def test_a_region_is_the_pairs_of_its_members(register: str) -> None:
    rows = json.loads(out("matrix", "ASEAN", *DAY, "--register", register, "--format", "json"))
    assert {"IDN", "SGP"} in [{row["a"], row["b"]} for row in rows]
    assert not any("ASEAN" in (row["a"], row["b"]) for row in rows)


def test_the_weights_are_printed_to_copy_and_used_when_changed(register: str, tmp_path: Path) -> None:
    mine = tmp_path / "my.toml"
    mine.write_text(out("weights"), "utf-8")
    asked = ("intensity", "IDN", "AUS", *DAY, "--register", register, "--format", "json")
    assert out(*asked) == out(*asked, "--weights", str(mine))
    mine.write_text("[level]\nbilateral = 2.0\nminilateral = 1.4\nregional = 0.8\nglobal = 0.4\n", "utf-8")
    doubled = json.loads(out(*asked, "--weights", str(mine)))[0]["intensity"]
    assert doubled == pytest.approx(2 * json.loads(out(*asked))[0]["intensity"])


def test_about_tells_formula_unit_and_source_in_the_language_asked_for() -> None:
    told = out("balance", "--about", "--lang", "id")
    assert "Rumus:** (intensitas − ketegangan) / (intensitas + ketegangan)" in told
    assert "Holsti" in told


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("intensty",), "did you mean intensity"),
        (("intensity", "IDN", "AUSS"), "did you mean AUS"),
        (("compare", "IDN"), "compare is measured of 2 parties, not of 1"),
        (("intensity", "IDN", "--on", "yesterday"), "--on yesterday: not a day"),
        (("intensity", "IDN", "--since", "2020-13"), "2020-13"),
        (("contacts", "IDN", "AUS", "--since", "2020"), "contacts knows no span of time"),
        (("intensity", "--weights", "nowhere.toml"), "nowhere.toml: cannot be read"),
        (("intensity", "IDN", "--format", "parquet"), "Parquet is not for the terminal"),
    ],
)
def test_a_mistake_is_one_line(
    arguments: tuple[str, ...], complaint: str, register: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.argv", ["atase", "measure", *arguments, "--register", register])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    told = capsys.readouterr().err
    assert stopped.value.code == 2
    assert complaint in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[instrument]\nvisits = { weight = 2 }", "my.toml: instrument: visits is no weight"),
        ("[stage]\ndone = 'much'", "my.toml: stage: done = much: must be a figure"),
        ("[stage]\ndone = -1", "my.toml: stage: done = -1: must be a figure"),
        ("stage =", "my.toml: no weights"),
    ],
)
def test_bad_weights_name_the_file_and_the_key(
    text: str, complaint: str, register: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("my.toml").write_text(text, "utf-8")
    monkeypatch.setattr("sys.argv", ["atase", "measure", "intensity", "--weights", "my.toml", "--register", register])
    with pytest.raises(SystemExit):
        cli.main()
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1


DRAWN = [name for name, entry in about().items() if entry.picture]


@pytest.mark.parametrize("name", DRAWN)
def test_every_picture_is_drawn_and_needs_nobody(name: str, register: str, tmp_path: Path) -> None:
    parties = {"matrix": ("ASEAN",)}.get(name, ("IDN", "AUS")[: max(about()[name].fewest, 1)])
    if name in ("network", "ties", "forums", "ranking"):
        parties = ()
    file = tmp_path / "out.svg"
    ran = RUN.invoke(cli.app, ["measure", name, *parties, *DAY, "--plot", str(file), "--register", register])
    if name == "forums":
        assert "nothing is known that could be drawn" in str(ran.exception)
        return
    picture = file.read_text("utf-8")
    assert about()[name].label("en") in picture
    assert "NaN" not in picture
    assert "href" not in picture


def test_lines_over_the_years_and_a_page_with_the_explanation(register: str, tmp_path: Path) -> None:
    page, picture = tmp_path / "out.html", tmp_path / "out.png"
    asked = ("intensity", "IDN", "AUS", "--since", "2015", *DAY, "--register", register, "--lang", "id")
    out(*asked, "--plot", str(page))
    text = page.read_text("utf-8")
    assert "<svg" in text
    assert "Rumus" in text
    assert "<script" not in text
    out(*asked, "--plot", str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_years_without_a_source_break_the_line() -> None:
    found = pl.DataFrame(
        {"year": [2020, 2021, 2022], "a": "IDN", "b": "AUS", "intensity": [1.0, None, 2.0]}
        | {"lower": [0.5, None, 1.0], "upper": [2.0, None, 3.0], "n": [1, None, 2], "undated": [0, None, 0]}
    )
    spec = plot(about()["intensity"], found, ("IDN", "AUS"))
    assert [row["value"] for row in spec["datasets"]["rows"]] == [1.0, None, 2.0]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("promises", "IDN", "--plot", "x.svg"), "promises has no picture"),
        (("matrix", "ASEAN", "--plot", "x.gif"), "x.gif"),
    ],
)
def test_what_cannot_be_drawn_is_one_line(arguments: tuple[str, ...], complaint: str, register: str) -> None:
    ran = RUN.invoke(cli.app, ["measure", *arguments, "--register", register])
    assert complaint in str(ran.exception)
