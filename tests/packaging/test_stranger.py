# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The stranger's walk: what it takes from the README, and what it reads out of a run of the tests."""

import pytest

from packager import stranger
from packager.environment import ROOT

_PRINTED = """\
SKIPPED [2] tests/gui/conftest.py:18: Qt does not load (libGL.so.1: no such file): pip install PySide6-Essentials; on \
Debian also: apt install libegl1 libgl1
SKIPPED [1] tests/history/test_survival.py:150: a small disk cannot be mounted here
===== 248 passed, 3 skipped in 160.69s =====
"""


def test_the_two_commands_are_the_readme_s() -> None:
    install, test = stranger.commands((ROOT / "README.md").read_text(encoding="utf-8"))
    assert install.startswith("python3 -m venv .venv && ")
    assert test.startswith(".venv/bin/pytest ")
    with pytest.raises(stranger.WalkError, match="Try it"):
        stranger.commands("# A readme\n\n## Try it\n\n```\nmake\n```\n")


def test_skips_are_read_with_their_reasons() -> None:
    ran = stranger.read_run(_PRINTED)
    assert ran.last == "248 passed, 3 skipped in 160.69s"
    assert sum(ran.skipped.values()) == 3
    assert stranger.line_for_qt(ran) == ("libegl1", "libgl1")


def test_a_walk_without_the_line_for_qt_has_failed() -> None:
    silent = stranger.read_run(_PRINTED.replace("apt install libegl1 libgl1", "see the manual"))
    for ran in (silent, stranger.read_run("===== 9 passed in 1s =====")):
        with pytest.raises(stranger.WalkError, match="no test says"):
            stranger.line_for_qt(ran)
