# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/pipeline.md is true: its example runs, its settings are read, every key and every option in it is there."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from inspector.cli.commands import commands
from inspector.engine.settings import read_settings
from inspector.engine.settings_keys import KEYS, LISTS

if TYPE_CHECKING:
    from tests.testing.conftest import Inner

TEXT = (Path(__file__).parents[2] / "docs" / "pipeline.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([\w.-]+)`\n\n```\w*\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
GOOGLE = '        self.send_header("Set-Cookie", "_ga=GA1.1.5; Max-Age=33696000")\n'


@pytest.mark.parametrize(("more", "passed"), [("", 1), (GOOGLE, 0)])
def test_the_example_is_green_and_red_as_it_says(inner: "Inner", more: str, passed: int) -> None:
    assert set(FILES) == {"privacy.md", "cookie-inspector.toml", "test_shop.py"}
    assert sum(len(text.splitlines()) for text in FILES.values()) <= 25
    for name, text in FILES.items():
        (inner.folder / name).write_text(
            text.replace("        self.end_headers()", f"{more}        self.end_headers()")
        )
    result = inner.run("", "test_shop.py")
    result.assert_outcomes(passed=passed, failed=1 - passed)
    if not passed:
        said = 'nothing in the policy declares "_ga" of 127.0.0.1 (analytics, Google Analytics)'
        shown = " ".join(line.removeprefix("E").strip() for line in result.stdout.lines)
        assert said.lower() in shown.lower()
        assert said.lower() in " ".join(TEXT.split()).lower()


def test_the_settings_are_read(tmp_path: Path) -> None:
    (text,) = re.findall(r"```toml\n(site = \"shop.example\".*?)```", TEXT, re.DOTALL)
    path = tmp_path / "cookie-inspector.toml"
    path.write_text(text)
    reading = read_settings(path, tmp_path)
    assert reading.problems == ()
    assert reading.settings is not None
    assert all(f"{name} = " in text or f"[{name}]" in text for name in (*KEYS, *LISTS))


def test_every_key_is_described() -> None:
    table = [line for line in TEXT.splitlines() if line.startswith("| `")]
    described = {word for line in table for word in re.findall(r"`([\w]+)`", line)}
    assert set(KEYS) | set(LISTS) | {key for held in LISTS.values() for key in held.keys} <= described


def test_every_option_is_one() -> None:
    context = click.Context(commands)
    options = set()
    for name in ("audit", "diff", "init"):
        command = commands.get_command(context, name)
        assert command is not None
        options |= {text for held in command.params for text in (*held.opts, *held.secondary_opts)}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT)) <= options
