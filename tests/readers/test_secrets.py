# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import browser_cookie3
import pytest
from make import chromium

from inspector.core.computer import Platform
from inspector.core.problem import Severity
from inspector.readers.secrets import NAMES, KeyRing, derived, published


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Replace the library's class by one that answers at once, and keep what it was asked."""
    asked: list[dict[str, object]] = []

    def ask(browser: str, **options: object) -> SimpleNamespace:
        asked.append({"browser": browser, **options})
        return SimpleNamespace(v10_key=b"t" * 16, v11_key=b"e" * 16, v11_empty_key=b"y" * 16)

    monkeypatch.setattr(browser_cookie3, "ChromiumBased", ask)
    return asked


def test_asks_once_for_each_browser(tmp_path: Path, answers: list[dict[str, object]]) -> None:
    ring = KeyRing(system="linux")
    first = ring.keys_for(chromium.found(tmp_path / "Default" / "Cookies", "brave-beta"))
    ring.keys_for(chromium.found(tmp_path / "Profile 1" / "Cookies", "brave-beta"))
    assert len(answers) == 1
    assert answers[0]["os_crypt_name"] == "brave"
    assert answers[0]["osx_key_service"] == "Brave Safe Storage"
    assert first.by_tag["v11"][:2] == (b"e" * 16, b"y" * 16)
    assert first.problems == ()


def test_published_keys_are_tried_after_those_of_the_keyring(tmp_path: Path, answers: list[dict[str, object]]) -> None:
    keys = KeyRing(system="linux").keys_for(chromium.found(tmp_path / "Cookies"))
    assert len(answers) == 1
    assert keys.by_tag["v10"] == (b"t" * 16, *published()["v10"])


def test_whatever_the_library_raises_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (KeyError("DBUS_SESSION_BUS_ADDRESS"), ConnectionRefusedError(111, "refused"), RuntimeError()):

        def fail(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        monkeypatch.setattr(browser_cookie3, "ChromiumBased", fail)
        keys = KeyRing(system="linux").keys_for(chromium.found(tmp_path / "Cookies"))
        (problem,) = keys.problems
        assert problem.code == "no-key"
        assert type(error).__name__ in problem.why
        assert keys.by_tag["v10"] == published()["v10"]


def test_a_keyring_that_never_answers_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_cookie3, "ChromiumBased", lambda *_, **__: time.sleep(5))
    started = time.monotonic()
    keys = KeyRing(timeout_s=0.05, system="linux").keys_for(chromium.found(tmp_path / "Cookies"))
    assert time.monotonic() - started < 2
    assert "did not answer" in keys.problems[0].why


def test_a_store_of_another_system_is_not_asked_for_here(tmp_path: Path, answers: list[dict[str, object]]) -> None:
    keys = KeyRing(system="linux").keys_for(chromium.found(tmp_path / "Cookies", platform=Platform.WINDOWS))
    assert answers == []
    assert dict(keys.by_tag) == {}
    assert keys.problems[0].severity is Severity.NOTE
    keys = KeyRing(system="win32").keys_for(chromium.found(tmp_path / "Cookies", platform=Platform.LINUX))
    assert keys.by_tag["v10"] == published()["v10"]


def test_windows_keys_are_for_gcm(tmp_path: Path, answers: list[dict[str, object]]) -> None:
    keys = KeyRing(system="win32").keys_for(chromium.found(tmp_path / "Cookies", platform=Platform.WINDOWS))
    assert keys.gcm
    assert keys.by_tag["v10"] == (b"t" * 16,)
    assert answers


def test_keys_never_show_themselves(tmp_path: Path, answers: list[dict[str, object]]) -> None:
    keys = KeyRing(system="linux").keys_for(chromium.found(tmp_path / "Cookies"))
    assert answers
    assert "ttt" not in repr(keys)


def test_the_published_password_gives_the_known_key() -> None:
    # The value that every tool uses for Chromium without a keyring.
    assert derived(b"peanuts").hex() == "fd621fe5a2b402539dfa147ca9272778"


def test_every_name_is_a_triple() -> None:
    assert all(len(names) == 3 for names in NAMES.values())


def test_without_a_session_bus_the_real_library_does_not_crash_us(tmp_path: Path) -> None:
    path = chromium.store(
        tmp_path / "Default" / "Cookies",
        chromium.row("a", encrypted_value=chromium.encrypt("x")),
        chromium.row("b", encrypted_value=chromium.encrypt("y", tag=b"v11", key=b"k" * 16)),
    )
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from pathlib import Path\n"
        "from make import chromium\n"
        "from inspector.core.reading import Values\n"
        "from inspector.readers.browsers.chromium import read_chromium\n"
        "from inspector.readers.secrets import KeyRing\n"
        f"reading = read_chromium(chromium.found(Path({str(path)!r})), Values.READ, KeyRing(timeout_s=5))\n"
        "print(*(cookie.value_state for cookie in reading.cookies), reading.problems[0].code, reading)\n"
    )
    env = {key: value for key, value in os.environ.items() if not key.startswith("DBUS")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=env, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("decrypted locked no-key")
    assert "Secret(••••••)" in done.stdout
