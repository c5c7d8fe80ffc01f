# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The one place that catches: a sentence and an exit code for every way to end."""

import errno
import sys
from pathlib import Path

import pytest
from make.command import Run

from inspector.cli import main as entry
from inspector.cli.commands import COMMANDS, commands
from inspector.core.problem import InspectorError
from inspector.core.secret import Secret


def raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def invoke(arguments: list[str]) -> int:
        value = Secret("s3cr3t")
        raise error from ValueError(f"{value} and what it is not: {value.reveal()}")

    monkeypatch.setattr(entry, "_invoke", invoke)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InspectorError("The store is gone", "Look again"), 3, "Error: The store is gone. Look again\n"),
        (InspectorError("a\x1b[31m"), 3, "Error: a␛[31m\n"),
        (KeyboardInterrupt(), 130, "Stopped.\n"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 141, ""),
        (OSError(errno.ENOSPC, "No space left on device"), 3, "The output cannot be written: no space left on device"),
        (KeyError("s3cr3t"), 3, "Sorry, this is a fault of the program: KeyError at cli/main.py:"),
    ],
)
def test_every_end_has_its_sentence_and_code(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    said: str,
) -> None:
    raising(monkeypatch, error)
    monkeypatch.setattr(entry, "_drop_output", lambda: None)  # it would close this test's own output
    done = run()
    assert done.code == code
    assert said in done.err if said else done.err == ""
    assert "Traceback" not in done.err
    assert "s3cr3t" not in done.err


def test_a_fault_of_ours_says_how_to_report_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raising(monkeypatch, KeyError("s3cr3t"))
    assert "COOKIE_INSPECTOR_DEBUG=1" in run().err
    monkeypatch.setenv("COOKIE_INSPECTOR_DEBUG", "1")
    err = run().err
    assert "test_main.py" in err
    assert "which came from\nValueError" in err
    assert "s3cr3t" not in err


def test_run_leaves_with_the_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["cookie-inspector", "--version"])
    with pytest.raises(SystemExit) as ended:
        entry.run()
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("cookie-inspector")


def test_the_help_names_every_command_and_its_line(run: Run) -> None:
    out = run("--help").out
    for entry_ in COMMANDS:
        assert f"{entry_.name} " in out
        assert entry_.help.split(",")[0] in out


@pytest.mark.parametrize("name", [entry_.name for entry_ in COMMANDS])
def test_every_command_of_the_table_is_there_under_its_name(name: str, run: Run) -> None:
    found = commands.get_command(commands.make_context("x", ["--help"], resilient_parsing=True), name)
    assert found is not None
    assert found.name == name
    done = run(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"cookie-inspector {name}" in done.out


def test_the_window_without_qt_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector.cli.gui.find_spec", lambda name: None)
    done = run("gui")
    assert done.code == 3
    assert "PySide6" in done.err
    assert "cookie-inspector[gui]" in done.err


def test_the_window_is_called_by_name_with_its_stores(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[Path, ...]] = []

    class App:
        @staticmethod
        def main(stores: tuple[Path, ...], opened: tuple[Path, ...]) -> int:
            called.append(stores)
            return 7

    monkeypatch.setattr("inspector.cli.gui.find_spec", lambda name: object())
    monkeypatch.setattr("inspector.cli.gui.import_module", {"inspector.gui.app": App}.__getitem__)
    assert run("gui", "--store", "a", "--store", "b").code == 7
    assert called == [(Path("a"), Path("b"))]


def test_the_window_is_given_a_project(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    project = tmp_path / "shop.cookies-project"
    project.touch()

    class App:
        @staticmethod
        def main(stores: tuple[Path, ...], opened: tuple[Path, ...]) -> int:
            return 7 if (stores, opened) == ((), (project,)) else 1

    monkeypatch.setattr("inspector.cli.gui.find_spec", lambda name: object())
    monkeypatch.setattr("inspector.cli.gui.import_module", {"inspector.gui.app": App}.__getitem__)
    assert run("gui", str(project)).code == 7


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere.cookies-project",), "There is no file nowhere.cookies-project"),
        ((".", "--store", "."), "PROJECT goes alone"),
        ((".", "--self-test"), "PROJECT goes alone"),
    ],
)
def test_a_project_that_cannot_be_is_refused(run: Run, arguments: tuple[str, ...], says: str) -> None:
    done = run("gui", *arguments)
    assert (done.code, done.out) == (3, "")
    assert says in done.err


def test_without_a_command_the_window_is_opened(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class App:
        @staticmethod
        def main(stores: tuple[Path, ...], opened: tuple[Path, ...]) -> int:
            return 7 if stores == () else 1

    monkeypatch.setattr("inspector.cli.gui.find_spec", lambda name: object())
    monkeypatch.setattr("inspector.cli.gui.import_module", {"inspector.gui.app": App}.__getitem__)
    assert run().code == 7


def test_without_a_command_and_without_a_window_help_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector.cli.gui.find_spec", lambda name: None)
    done = run()
    assert (done.code, done.out) == (3, "")
    assert "cookie-inspector --help lists the commands" in done.err
