"""The documentation is held to the program: every command and option is told, every example runs."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from atase.cli import app

ROOT = Path(__file__).parents[1]
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
EXAMPLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.M | re.S)


def section(command: str) -> str:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    match = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert match, f"docs/commands.md has no section '## {command}'"
    return match[1]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    told = section(name)
    command: Any = COMMANDS[name]
    assert command.help, f"{name} has no help"
    for parameter in command.params:
        for spelling in parameter.opts if parameter.opts[0].startswith("-") else []:
            if spelling.startswith("--") and spelling != "--help":
                assert f"`{spelling}" in told, f"{name} {spelling} is not documented"


@pytest.mark.parametrize(("page", "lang"), [("README.md", "en"), ("README.id.md", "id")])
def test_the_examples_run_and_print_what_the_page_shows(page: str, lang: str, tmp_path: Path) -> None:
    """Blocks marked `console` hold `$ atase ...` lines and what they print; `...` stands for anything."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = EXAMPLE.findall(text)
    assert blocks, f"{page} shows no command with its output"
    for block in blocks:
        for step in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = step.partition("\n")
            ran = run(command, tmp_path, lang)
            assert ran.returncode == 0, f"{page}: {command}: {ran.stderr}"
            for line in filter(None, map(str.strip, shown.splitlines())):
                for part in filter(None, map(str.strip, re.split(r"\.\.\.|…", line))):
                    assert part in ran.stdout, f"{page}: {command} does not print {part!r}"
    for example in PYTHON.findall(text):
        ran = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, f"{page}: {example}: {ran.stderr}"


def run(command: str, folder: Path, lang: str) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(command)
    assert program == "atase", f"an example runs {program}"
    environment = os.environ | {"COLUMNS": "110", "ATASE_LANG": lang, "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "atase", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
