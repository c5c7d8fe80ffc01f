# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The cookies of a visit as WebDriver's own programs list them (W3C WebDriver, 14 "Cookies"), over plain HTTP.

That is what ``driver.get_cookies()`` returns: Selenium hands the list on as it is.
"""

import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from make import browsers
from make.shop import Shop

CHROMEDRIVER: Final = shutil.which("chromedriver")
GECKODRIVER: Final = shutil.which("geckodriver")
_PORT: Final = re.compile(rb"(?:started successfully on port |Listening on [\d.]+:)(\d+)")

needs_chromedriver = pytest.mark.skipif(
    not (CHROMEDRIVER and browsers.CHROMIUM), reason="no chromedriver here: apt-get install chromium-driver"
)
needs_geckodriver = pytest.mark.skipif(
    not (GECKODRIVER and browsers.FIREFOX and browsers.CERTUTIL),
    reason="no geckodriver here, which Debian does not have: it is a program of Mozilla's",
)


def chromedriver_cookies(home: Path, shop: Shop) -> list[dict[str, Any]]:
    """Visit the shop's front page with the installed Chromium and return chromedriver's list."""
    assert CHROMEDRIVER
    command = browsers.chromium_command(home)
    options = {"binary": command[0], "args": [option.removeprefix("--") for option in command[1:]]}
    with _listening([CHROMEDRIVER, "--port=0"]) as address:
        return _cookies(address, {"goog:chromeOptions": options}, shop)


def geckodriver_cookies(home: Path, shop: Shop) -> list[dict[str, Any]]:
    """Visit the shop's front page with the installed Firefox and return geckodriver's list."""
    assert GECKODRIVER
    profile = home / "profile"
    browsers.trust(shop, profile)
    options = {"binary": browsers.FIREFOX, "args": ["-headless", "-profile", str(profile)]}
    with _listening([GECKODRIVER, "--port", "0"]) as address:
        return _cookies(address, {"moz:firefoxOptions": options}, shop)


def _cookies(address: str, options: Mapping[str, Any], shop: Shop) -> list[dict[str, Any]]:
    asked = {"alwaysMatch": {"acceptInsecureCerts": True, **options}}
    session = _call("POST", f"{address}/session", {"capabilities": asked})["sessionId"]
    try:
        _call("POST", f"{address}/session/{session}/url", {"url": shop.url()})
        found: list[dict[str, Any]] = []

        def arrived() -> bool:
            found[:] = _call("GET", f"{address}/session/{session}/cookie")
            return {"cart", "_ga"} <= {cookie["name"] for cookie in found}

        assert browsers.wait_for(arrived, 40), [cookie["name"] for cookie in found]
        return found
    finally:
        _call("DELETE", f"{address}/session/{session}")


def _call(method: str, url: str, body: Any = None) -> Any:
    data = None if method == "GET" else json.dumps(body if body is not None else {}).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=90) as answer:
        return json.load(answer)["value"]


@contextmanager
def _listening(command: list[str]) -> Iterator[str]:
    """Start a driver on a port of its own choice, and give its address."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        assert process.stdout
        port = next((found[1] for line in process.stdout if (found := _PORT.search(line))), None)
        assert port is not None, "the driver did not say where it listens"
        yield f"http://127.0.0.1:{port.decode()}"
    finally:
        process.terminate()
        process.wait(20)
        if process.stdout:
            process.stdout.close()
