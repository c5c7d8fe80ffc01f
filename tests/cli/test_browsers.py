# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``browsers``: what is here, and what could not be read."""

import json
from pathlib import Path

from make.command import Run


def test_what_is_here(browsers: Path, run: Run) -> None:
    done = run("browsers")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[1].split()[:4] == ["Chrome", "chrome", "Me", "2"]
    assert lines[2].split()[:4] == ["Firefox", "firefox", "x.default", "1"]
    assert "3 cookies in 2 profiles of 2 browsers." in lines


def test_the_same_for_programs(browsers: Path, run: Run) -> None:
    document = json.loads(run("browsers", "--format", "json").out)
    assert [(seen["browser"], seen["cookies"], seen["schema_version"]) for seen in document["browsers"]] == [
        ("chrome", 2, 24),
        ("firefox", 1, 17),
    ]
    assert document["problems"] == []
    assert document["complete"] is True


def test_no_browser_is_an_answer_too(home: Path, run: Run) -> None:
    done = run("browsers")
    assert (done.code, done.err) == (0, "")
    assert f"  {home}/.mozilla/firefox" in done.out.splitlines()


def test_a_store_that_cannot_be_read(browsers: Path, run: Run) -> None:
    store = browsers / ".config" / "google-chrome" / "Default" / "Cookies"
    store.write_bytes(b"no database at all")
    done = run("browsers")
    assert done.code == 2
    assert "not read" in done.out
    assert f"Not read: {store}" in done.err
    (browsers / ".mozilla" / "firefox" / "x.default" / "cookies.sqlite").write_bytes(b"no database either")
    assert run("browsers").code == 3
