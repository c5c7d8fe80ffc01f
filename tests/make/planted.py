# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Recorders of the installed browsers that know the planted sites' names and trust their certificates."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from make.browsers import CERTUTIL, CHROMIUM, FIREFOX
from make.plants.record import HOSTS
from make.plants.server import Site
from make.recorders import Recorded, surroundings

from inspector.capture.chromium.recorder import ChromiumRecorder
from inspector.capture.firefox.recorder import FirefoxRecorder
from inspector.capture.parts import Mode
from inspector.capture.recorder import Launch, Recorder


def firefox_launch(site: Site, mode: Mode, parent: Path, **fields: Any) -> Launch:
    """How the installed Firefox is started for the planted sites."""
    assert FIREFOX

    def trust(profile: Path) -> None:
        assert CERTUTIL
        command = [CERTUTIL, "-A", "-n", "site", "-t", "C,,", "-i", str(site.authority), "-d", f"sql:{profile}"]
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=30)

    prefs = {"network.dns.localDomains": ",".join(HOSTS), "network.proxy.type": 0} | fields.pop("prefs", {})
    return Launch((FIREFOX,), mode, parent=parent, prefs=prefs, prepare=trust, **fields)


def chromium_launch(site: Site, mode: Mode, parent: Path, **fields: Any) -> Launch:
    """How the installed Chromium is started for the planted sites."""
    assert CHROMIUM
    options = (
        "--host-resolver-rules=MAP *.test 127.0.0.1",
        f"--ignore-certificate-errors-spki-list={site.key_hash}",
        *fields.pop("options", ()),
    )
    return Launch((CHROMIUM,), mode, parent=parent, options=options, **fields)


def recorder_to(
    engine: str,
    site: Site,
    parent: Path,
    events: Recorded,
    mode: Mode = Mode.DEFAULT,
    stopped: Callable[[], bool] = lambda: False,
    **fields: Any,
) -> Recorder:
    """Return a recorder that is not started yet."""
    around = surroundings(events, stopped)
    if engine == "firefox":
        return FirefoxRecorder(firefox_launch(site, mode, parent, **fields), around)
    return ChromiumRecorder(chromium_launch(site, mode, parent, **fields), around)


@contextmanager
def recorder_of(
    engine: str, site: Site, parent: Path, *given: Any, **fields: Any
) -> Iterator[tuple[Recorder, Recorded]]:
    """Start a recorder; it is closed at the end of the block."""
    events = Recorded()
    recorder = recorder_to(engine, site, parent, events, *given, **fields)
    try:
        recorder.start()
        yield recorder, events
    finally:
        recorder.close()
