# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Progress: shown late, in safe words, and gone at the end."""

import io
import time
from contextlib import redirect_stderr

import pytest

from inspector.cli.meter import Meter
from inspector.engine.scan import Progress


class Terminal(io.StringIO):
    """A stderr that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    return Terminal()


def wait_for(terminal: Terminal, text: str) -> None:
    """Wait until it is shown; rich is loaded meanwhile, which a busy machine takes its time for."""
    end = time.monotonic() + 20
    while text not in terminal.getvalue():
        assert time.monotonic() < end, terminal.getvalue()
        time.sleep(0.02)


def test_what_is_read_is_said_in_safe_words(terminal: Terminal) -> None:
    with redirect_stderr(terminal), Meter(0) as meter:
        meter(Progress(2, 5, "Chrome (\x1b[31m[bold]evil[/bold])"))
        wait_for(terminal, "Reading")
    assert "Reading 3 of 5: Chrome (␛[31m[bold]evil[/bold])" in terminal.getvalue()
    assert terminal.getvalue().count("\x1b[?25h") == 1  # the cursor is back


def test_what_is_quick_shows_nothing(terminal: Terminal) -> None:
    with redirect_stderr(terminal), Meter(5) as meter:
        meter(Progress(0, 1, "Chrome"))
    assert terminal.getvalue() == ""


def test_nothing_is_shown_where_stderr_is_no_terminal() -> None:
    stream = io.StringIO()
    with redirect_stderr(stream), Meter(0) as meter:
        meter(Progress(0, 1, "Chrome"))
        time.sleep(0.1)
    assert stream.getvalue() == ""


def test_an_error_ends_the_display_too(terminal: Terminal) -> None:
    def fail() -> None:
        with redirect_stderr(terminal), Meter(0):
            wait_for(terminal, "Looking for cookie stores")
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        fail()
    before = terminal.getvalue()
    time.sleep(0.3)
    assert terminal.getvalue() == before
