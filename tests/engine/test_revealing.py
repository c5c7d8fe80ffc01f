# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One value on demand: that one is read, a key is asked for only where it needs one, and what is locked says why."""

from pathlib import Path

import pytest
from make import chromium, firefox, records

from inspector.core.computer import Computer, Platform
from inspector.core.cookie import Cookie
from inspector.core.reading import Values
from inspector.core.revealed import asks_keyring, why_locked
from inspector.core.secret import Secret
from inspector.engine.request import ScanRequest
from inspector.engine.revealing import reveal_value
from inspector.engine.scan import scan
from inspector.readers.api import FoundStore, Keys
from inspector.readers.secrets import published


class Ring:
    """Gives the published keys, and counts."""

    def __init__(self) -> None:
        self.asked = 0

    def keys_for(self, store: FoundStore) -> Keys:
        self.asked += 1
        return Keys(published())


def cookies_of(path: Path) -> tuple[dict[str, Cookie], Computer]:
    computer = Computer(Platform.LINUX, path.parent, {})
    reading = scan(ScanRequest(stores=(path,), values=Values.NO), computer)
    return {cookie.name: cookie for cookie in reading.cookies}, computer


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return chromium.store(
        tmp_path / "Default" / "Cookies",
        chromium.row("sealed", encrypted_value=chromium.encrypt("the sealed one")),
        chromium.row("other", encrypted_value=chromium.encrypt("another")),
        chromium.row("plain", value="in the clear", encrypted_value=b""),
        chromium.row("bound", encrypted_value=b"v20" + b"x" * 40),
        chromium.row("broken", encrypted_value=chromium.encrypt("x")[:-5]),
        chromium.row("empty", encrypted_value=b"", value=""),
    )


def test_a_sealed_value_takes_a_key_and_is_announced(store: Path) -> None:
    cookies, computer = cookies_of(store)
    ring = Ring()
    assert asks_keyring(cookies["sealed"])
    assert reveal_value(cookies["sealed"], computer, ring).value == Secret("the sealed one")
    assert ring.asked == 1


@pytest.mark.parametrize(("name", "value"), [("plain", "in the clear"), ("empty", "")])
def test_no_key_is_asked_for_what_needs_none(store: Path, name: str, value: str) -> None:
    cookies, computer = cookies_of(store)
    ring = Ring()
    assert not asks_keyring(cookies[name])
    assert reveal_value(cookies[name], computer, ring).value == Secret(value)
    assert ring.asked == 0


def test_what_only_the_browser_may_open_is_told_without_a_try(store: Path) -> None:
    cookies, computer = cookies_of(store)
    ring = Ring()
    assert "app-bound" in why_locked(cookies["bound"])
    told = reveal_value(cookies["bound"], computer, ring)
    assert told.value is None
    assert told.problem is not None
    assert "app-bound" in told.problem.why
    assert ring.asked == 0


def test_a_damaged_value_and_a_cookie_that_is_gone_say_so(store: Path) -> None:
    cookies, computer = cookies_of(store)
    broken = reveal_value(cookies["broken"], computer, Ring())
    gone = reveal_value(cookies["plain"]._replace(name="gone"), computer, Ring())
    assert broken.value is None
    assert broken.problem is not None
    assert broken.problem.why
    assert gone.problem is not None
    assert "no longer in its store" in gone.problem.why


def test_a_store_that_is_gone_says_so(tmp_path: Path) -> None:
    cookie = records.cookie(store=records.store())
    told = reveal_value(cookie, Computer(Platform.LINUX, tmp_path, {}), Ring())
    assert told.value is None
    assert told.problem is not None


def test_firefox_keeps_values_in_the_clear(tmp_path: Path) -> None:
    path = firefox.store(tmp_path / "cookies.sqlite", firefox.row("sid", value="fox"))
    cookies, computer = cookies_of(path)
    assert reveal_value(cookies["sid"], computer, Ring()).value == Secret("fox")


def test_a_value_that_was_read_with_its_file_is_at_hand(tmp_path: Path) -> None:
    cookie = records.cookie(value=Secret("x"))
    assert reveal_value(cookie, Computer(Platform.LINUX, tmp_path, {}), Ring()).value == Secret("x")
