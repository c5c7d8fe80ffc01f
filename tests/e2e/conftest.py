# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The shop, and homes whose real browsers visited it: made once, for every test that only reads them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from make import browsers
from make.shop import COOKIE_NAMES, Shop, open_shop

from inspector.core.computer import Computer, Platform
from inspector.core.reading import Values
from inspector.engine.scan import ScanRequest, scan


def names_read(home: Path) -> set[str]:
    """The names of the cookies that are found under a home, without their values."""
    reading = scan(ScanRequest(values=Values.NO), Computer(Platform.LINUX, home, {}))
    return {cookie.name for cookie in reading.cookies}


def wait_for_all(home: Path, seconds: float) -> None:
    """Wait until the browser that runs on this home has written every cookie of the shop."""
    came = browsers.wait_for(lambda: names_read(home) >= COOKIE_NAMES, seconds)
    assert came, f"never written: {sorted(COOKIE_NAMES - names_read(home))}"


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """The running shop."""
    with open_shop(tmp_path_factory.mktemp("shop")) as running:
        yield running


@pytest.fixture(scope="session")
def chromium_home(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose Chromium visited the shop, and was copied while it ran: that is where session cookies are sure."""
    home = tmp_path_factory.mktemp("chromium")
    with browsers.running_chromium(home, shop.url()):
        wait_for_all(home, 90)
        shutil.copytree(home / ".config", home / "copy", ignore=shutil.ignore_patterns("Singleton*"))
    shutil.rmtree(home / ".config")
    (home / "copy").rename(home / ".config")
    return home


@pytest.fixture(scope="session")
def firefox_home(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose Firefox visited the shop, copied while it ran: its session cookies and its log are still there."""
    home = tmp_path_factory.mktemp("firefox")
    with browsers.running_firefox(home, shop, shop.url()):
        wait_for_all(home, 60)
        shutil.copytree(home / ".mozilla", home / "copy", ignore=shutil.ignore_patterns("lock", ".parentlock"))
    shutil.rmtree(home / ".mozilla")
    (home / "copy").rename(home / ".mozilla")
    return home
