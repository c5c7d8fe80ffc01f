# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The guard: which browser, which profile, which arguments; what is refused; and that nothing else opens an address."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from inspector.core.computer import Computer, Platform
from inspector.core.optout import BrowserPlace, Launch, Steps
from inspector.core.problem import InspectorError
from inspector.core.store import Family, StoreRef
from inspector.knowledge.loader import load
from inspector.optouts.links import needs_showing, open_link, plan

KNOWLEDGE = load()
OURS = "https://adssettings.google.com/partnerads"
THEIRS = "https://optout.some-network.com/"
INSPECTOR = Path(__file__).parents[2] / "inspector"
GUARD = INSPECTOR / "optouts" / "links.py"


class Started:
    """Stands in for the start of a program, and keeps what it was given."""

    def __init__(self) -> None:
        self.arguments: list[tuple[str, ...]] = []

    def __call__(self, arguments: tuple[str, ...], env: Mapping[str, str]) -> None:
        self.arguments.append(arguments)


def place(browser: str, family: Family, directory: Path, **facts: Any) -> BrowserPlace:
    name = facts.pop("name", None)
    store = StoreRef(browser, directory.name, str(directory / "Cookies"), family, browser.title(), name)
    return BrowserPlace(store, facts.pop("packaging", ""), directory, facts.pop("root", directory.parent), **facts)


def programs(folder: Path, *names: str) -> dict[str, str]:
    """An environment in which these programs are there."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    return {"PATH": str(folder)}


def arguments(planned: Launch | Steps) -> tuple[str, ...]:
    assert isinstance(planned, Launch)
    return planned.arguments


def test_chrome_opens_the_profile_that_was_inspected(tmp_path: Path) -> None:
    env = programs(tmp_path / "bin", "google-chrome")
    chrome = place("chrome", Family.CHROMIUM, tmp_path / "google-chrome" / "Profile 1")
    planned = plan(OURS, chrome, Computer(Platform.LINUX, tmp_path, env))
    assert arguments(planned) == (str(tmp_path / "bin" / "google-chrome"), "--profile-directory=Profile 1", OURS)


def test_a_profile_at_an_unusual_place_is_named_by_its_folder(tmp_path: Path) -> None:
    env = programs(tmp_path / "bin", "chromium")
    chromium = place("chromium", Family.CHROMIUM, tmp_path / "elsewhere" / "Default", usual=False)
    assert arguments(plan(OURS, chromium, Computer(Platform.LINUX, tmp_path, env)))[1:] == (
        f"--user-data-dir={tmp_path / 'elsewhere'}",
        "--profile-directory=Default",
        OURS,
    )


def test_firefox_is_told_the_name_of_the_profile_or_its_folder(tmp_path: Path) -> None:
    env = programs(tmp_path / "bin", "firefox")
    computer = Computer(Platform.LINUX, tmp_path, env)
    named = place("firefox", Family.FIREFOX, tmp_path / "x.default", name="default-release")
    assert arguments(plan(OURS, named, computer))[1:] == ("-P", "default-release", "--new-tab", OURS)
    for name in (None, "-evil"):
        odd = place("firefox", Family.FIREFOX, tmp_path / "x.default", name=name)
        assert arguments(plan(OURS, odd, computer))[1:] == ("--profile", str(tmp_path / "x.default"), "--new-tab", OURS)


@pytest.mark.parametrize(
    ("browser", "packaging", "program", "expected"),
    [
        ("firefox", "flatpak", "flatpak", ("run", "org.mozilla.firefox")),
        ("firefox", "snap", "snap", ("run", "firefox")),
        ("chromium", "snap", "snap", ("run", "chromium")),
        ("brave", "flatpak", "flatpak", ("run", "com.brave.Browser")),
    ],
)
def test_packages_are_run_by_their_runner(
    tmp_path: Path, browser: str, packaging: str, program: str, expected: tuple[str, ...]
) -> None:
    family = Family.FIREFOX if browser == "firefox" else Family.CHROMIUM
    held = place(browser, family, tmp_path / "root" / "Default", name="Me", packaging=packaging)
    planned = plan(OURS, held, Computer(Platform.LINUX, tmp_path, programs(tmp_path / "bin", program)))
    assert arguments(planned)[: len(expected) + 1] == (str(tmp_path / "bin" / program), *expected)
    assert arguments(planned)[-1] == OURS


def test_macos_opens_applications_and_passes_the_profile_on(tmp_path: Path) -> None:
    for name in ("Google Chrome", "Safari"):
        (tmp_path / "Applications" / f"{name}.app").mkdir(parents=True)
    computer = Computer(Platform.MACOS, tmp_path, {})
    application = str(tmp_path / "Applications" / "Google Chrome.app")
    chrome = plan(OURS, place("chrome", Family.CHROMIUM, tmp_path / "Chrome" / "Default"), computer)
    assert arguments(chrome) == (
        "/usr/bin/open", "-n", "-a", application, "--args", "--profile-directory=Default", OURS,
    )  # fmt: skip
    safari = plan(OURS, place("safari", Family.SAFARI, tmp_path / "Library"), computer)
    assert arguments(safari)[-1] == OURS
    assert "--args" not in arguments(safari)


def test_windows_starts_the_installed_program_by_its_path(tmp_path: Path) -> None:
    program = tmp_path / "Google" / "Chrome" / "Application" / "chrome.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    computer = Computer(Platform.WINDOWS, tmp_path, {"ProgramFiles": str(tmp_path), "PATH": "."})
    held = place("chrome", Family.CHROMIUM, tmp_path / "User Data" / "Default")
    assert arguments(plan(OURS, held, computer)) == (str(program), "--profile-directory=Default", OURS)
    elsewhere = Computer(Platform.WINDOWS, tmp_path, {"ProgramFiles": str(tmp_path / "none")})
    assert isinstance(plan(OURS, held, elsewhere), Steps)


@pytest.mark.parametrize("browser", ["tor", "arc", "unknown", "chrome"])
def test_a_browser_that_cannot_be_started_gets_steps_and_a_link_to_copy(tmp_path: Path, browser: str) -> None:
    steps = plan(OURS, place(browser, Family.CHROMIUM, tmp_path / "x"), Computer(Platform.LINUX, tmp_path, {}))
    assert isinstance(steps, Steps)
    assert steps.copy == OURS
    assert steps.steps


def test_a_program_in_a_relative_folder_is_not_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(tmp_path / "bin", "chromium")
    monkeypatch.chdir(tmp_path)
    computer = Computer(Platform.LINUX, tmp_path, {"PATH": "bin"})
    assert isinstance(plan(OURS, place("chromium", Family.CHROMIUM, tmp_path / "x"), computer), Steps)


def test_one_click_is_for_the_tables_own_address(tmp_path: Path) -> None:
    assert not needs_showing(OURS, KNOWLEDGE)
    for url in (OURS + "?x=1", "https://adssettings.google.com/other", THEIRS, "javascript:optout()", "http://a.com"):
        assert needs_showing(url, KNOWLEDGE), url


def test_what_the_tables_do_not_know_is_opened_only_after_it_was_shown(tmp_path: Path) -> None:
    computer = Computer(Platform.LINUX, tmp_path, programs(tmp_path / "bin", "chromium"))
    held, started = place("chromium", Family.CHROMIUM, tmp_path / "x" / "Default"), Started()
    for shown in (None, "https://optout.some-network.com", THEIRS + "x"):
        with pytest.raises(InspectorError, match="shown"):
            open_link(THEIRS, held, computer, KNOWLEDGE, shown=shown, start=started)
    assert not started.arguments
    open_link(THEIRS, held, computer, KNOWLEDGE, shown=THEIRS, start=started)
    open_link(OURS, held, computer, KNOWLEDGE, start=started)
    assert [given[-1] for given in started.arguments] == [THEIRS, OURS]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "http://a.com/", "https://a@b.com/", "-x", "", "https://1.1/"]
)
def test_what_is_refused_is_never_opened(tmp_path: Path, url: str) -> None:
    computer, started = Computer(Platform.LINUX, tmp_path, programs(tmp_path / "bin", "chromium")), Started()
    with pytest.raises(InspectorError, match="never opened"):
        open_link(
            url, place("chromium", Family.CHROMIUM, tmp_path / "x"), computer, KNOWLEDGE, shown=url, start=started
        )
    assert not started.arguments


def test_the_real_start_hands_over_a_list_that_no_shell_sees(tmp_path: Path) -> None:
    env = programs(tmp_path / "bin", "chromium")
    seen = tmp_path / "seen"
    (tmp_path / "bin" / "chromium").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{seen}"\n')
    url = "https://optout.some-network.com/?a=$(id)&b=;echo"
    held = place("chromium", Family.CHROMIUM, tmp_path / "x" / "Profile $(id)")
    open_link(url, held, Computer(Platform.LINUX, tmp_path, env), KNOWLEDGE, shown=url)
    assert seen.read_text().splitlines() == ["--profile-directory=Profile $(id)", url]


def test_a_browser_that_does_not_start_is_said(tmp_path: Path) -> None:
    env = programs(tmp_path / "bin", "chromium")
    (tmp_path / "bin" / "chromium").write_text("#!/bin/sh\nexit 7\n")
    held = place("chromium", Family.CHROMIUM, tmp_path / "x" / "Default")
    with pytest.raises(InspectorError, match="ended at once"):
        open_link(OURS, held, Computer(Platform.LINUX, tmp_path, env), KNOWLEDGE)


# Nothing else in the program opens an address.

# A file more needs a reason: what it starts, and why no address of a policy can get there.
# A visit starts a browser with an empty tab; the one address that it opens is the one that the user gave.
ALLOWED = {GUARD, INSPECTOR / "capture" / "process.py"}
MODULES = frozenset({"webbrowser", "subprocess", "pty", "antigravity", "asyncio.subprocess"})
NAMES = frozenset(
    [
        *("QDesktopServices", "QProcess", "openUrl", "openExternalLinks", "setOpenExternalLinks", "startfile"),
        *("system", "popen", "Popen", "execv", "execve", "execvp", "execl", "execlp", "spawnv", "spawnl", "spawnlp"),
        *("posix_spawn", "posix_spawnp", "create_subprocess_exec", "create_subprocess_shell", "startDetached"),
        *("ShellExecute", "ShellExecuteW", "QWebEngineView"),
    ]
)


def openers(path: Path) -> Iterator[str]:
    """Yield what in a file could open an address or start a program."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            yield from ([node.module] if node.module in MODULES else ())
            yield from (name.name for name in node.names if name.name in NAMES | MODULES)
        elif isinstance(node, ast.Attribute) and node.attr in NAMES:
            if node.attr != "system" or (isinstance(node.value, ast.Name) and node.value.id == "os"):
                yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in MODULES | {"xdg-open"}:
            yield node.value


def test_no_other_code_in_the_tree_opens_addresses_or_starts_programs() -> None:
    found = {path: set(openers(path)) for path in INSPECTOR.rglob("*.py")}
    assert {path for path, names in found.items() if names} == ALLOWED, {p: n for p, n in found.items() if n}


def test_the_look_at_the_tree_would_find_one(tmp_path: Path) -> None:
    for text in ("import webbrowser", "from PySide6.QtGui import QDesktopServices", "label.setOpenExternalLinks(True)",
                 "import os\nos.system('x')", "__import__('subprocess')", "os.startfile(x)"):  # fmt: skip
        made = tmp_path / "made.py"
        made.write_text(text)
        assert set(openers(made)), text
