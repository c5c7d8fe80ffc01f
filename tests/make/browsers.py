# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Start the browsers that are installed here, headless, on a profile of the test's own."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from make.shop import HOSTS, OPT_OUT_HOSTS, Shop

CHROMIUM = shutil.which("chromium")
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
CERTUTIL = shutil.which("certutil")

needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="no chromium here: apt-get install chromium")
needs_firefox = pytest.mark.skipif(
    not (FIREFOX and CERTUTIL),
    reason="no firefox-esr or no certutil here: apt-get install firefox-esr libnss3-tools",
)

PREFS = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.sessionstore.interval": 300,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.healthreport.uploadEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.localDomains": ",".join((*HOSTS, *OPT_OUT_HOSTS)),
    "network.proxy.type": 0,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
}


def _environment(home: Path) -> dict[str, str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith(("DBUS", "DISPLAY", "XDG"))}
    return env | {"HOME": str(home), "MOZ_HEADLESS": "1", "MOZ_CRASHREPORTER_DISABLE": "1"}


def _chromium(home: Path, *options: str, third_parties: bool) -> list[str]:
    """The command that starts the installed Chromium, on a profile that it may find under ``home``."""
    assert CHROMIUM
    data = home / ".config" / "chromium"
    if third_parties:  # Debian's build drops unpartitioned third-party cookies unless told otherwise
        (data / "Default").mkdir(parents=True, exist_ok=True)
        (data / "Default" / "Preferences").write_text(json.dumps({"profile": {"cookie_controls_mode": 0}}))
    return [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--password-store=basic",
        "--ignore-certificate-errors",
        "--host-resolver-rules=MAP *.test 127.0.0.1, MAP *.doubleclick.net 127.0.0.1",
        f"--user-data-dir={data}",
        *options,
    ]


def chromium_command(home: Path) -> list[str]:
    """The program and its options, for who starts it himself (a driver does)."""
    return _chromium(home, third_parties=True)


def visit_with_chromium(home: Path, url: str, third_parties: bool = True) -> None:
    """Open ``url``, wait for the page and leave properly, as a person does: session cookies may be gone then."""
    options = ("--timeout=4000", "--virtual-time-budget=4000", "--dump-dom", url)
    command = _chromium(home, *options, third_parties=third_parties)
    subprocess.run(command, env=_environment(home), capture_output=True, timeout=90, check=True)


@contextmanager
def running_chromium(home: Path, url: str) -> Iterator[None]:
    """Open ``url`` and keep Chromium running during the block; it writes its cookies after 30 seconds at the latest."""
    command = _chromium(home, "--remote-debugging-port=0", url, third_parties=True)
    with _running(command, home):
        yield


@contextmanager
def running_by(arguments: tuple[str, ...], home: Path) -> Iterator[None]:
    """Start a browser by the arguments that the program itself makes, without a screen, on a home of the test's own."""
    more: tuple[str, ...] = ()
    if arguments[0] == CHROMIUM:
        more = tuple(_chromium(home, third_parties=False)[1:-1])  # but for the folder, which the arguments name
    with _running([arguments[0], *more, *arguments[1:]], home):
        yield


def trust(shop: Shop, profile: Path) -> None:
    """Make a Firefox profile that trusts the shop's authority and asks nobody outside."""
    assert CERTUTIL
    profile.mkdir(parents=True, exist_ok=True)
    lines = (f'user_pref("{name}", {json.dumps(value)});' for name, value in PREFS.items())
    (profile / "user.js").write_text("\n".join(lines))
    command = [CERTUTIL, "-A", "-n", "shop", "-t", "C,,", "-i", str(shop.authority), "-d", f"sql:{profile}"]
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=30)


@contextmanager
def _running(command: list[str], home: Path) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env=_environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(20)


@contextmanager
def running_firefox(home: Path, shop: Shop, url: str) -> Iterator[Path]:
    """Open ``url`` in the installed Firefox and keep it running during the block; yields the profile folder."""
    assert FIREFOX
    profile = home / ".mozilla" / "firefox" / "abcd1234.default-release"
    trust(shop, profile)
    (profile.parent / "profiles.ini").write_text(
        "[Profile0]\nName=default-release\nIsRelative=1\nPath=abcd1234.default-release\nDefault=1\n"
    )
    command = [FIREFOX, "--headless", "--no-remote", "--new-instance", "--profile", str(profile), url]
    with _running(command, home):
        yield profile


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether ``condition`` came true within the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return condition()
