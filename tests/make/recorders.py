# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Recorders of the installed browsers that know the planted sites' names and trust their certificates."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from make.browsers import CERTUTIL, CHROMIUM, FIREFOX
from make.plants.record import HOSTS
from make.plants.server import Site

from inspector.capture.events import Event
from inspector.capture.firefox.recorder import FirefoxRecorder
from inspector.capture.parts import Mode
from inspector.capture.recorder import Launch, Recorder, Surroundings
from inspector.capture.traces import Traces


@dataclass
class Recording:
    """A recorder that runs, and what it has told so far."""

    recorder: Recorder
    events: list[Event] = field(default_factory=list)
    stop: bool = False


def firefox_launch(site: Site, mode: Mode, **more: object) -> Launch:
    """How the installed Firefox is started for the planted sites."""
    assert FIREFOX

    def trust(profile: Path) -> None:
        assert CERTUTIL
        command = [CERTUTIL, "-A", "-n", "site", "-t", "C,,", "-i", str(site.authority), "-d", f"sql:{profile}"]
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=30)

    prefs = {"network.dns.localDomains": ",".join(HOSTS), "network.proxy.type": 0}
    return Launch((FIREFOX,), mode, prefs=prefs, prepare=trust, **more)  # type: ignore[arg-type]


def chromium_options(site: Site) -> tuple[str, ...]:
    """The options with which Chromium finds the planted sites and trusts their key."""
    return (
        "--host-resolver-rules=MAP *.test 127.0.0.1",
        f"--ignore-certificate-errors-spki-list={site.key_hash}",
    )


def now_us() -> int:
    """The clock of a test's run."""
    return time.time_ns() // 1000


@contextmanager
def recording(engine: str, site: Site, mode: Mode, **more: object) -> Iterator[Recording]:
    """Start a recorder; it is closed at the end of the block."""
    held = Recording(None)  # type: ignore[arg-type]
    around = Surroundings(held.events.append, Traces(b"k" * 32), now_us, lambda: held.stop)
    if engine == "firefox":
        held.recorder = FirefoxRecorder(firefox_launch(site, mode, **more), around)
    else:
        from inspector.capture.chromium.recorder import ChromiumRecorder

        assert CHROMIUM
        launch = Launch((CHROMIUM,), mode, options=chromium_options(site), **more)  # type: ignore[arg-type]
        held.recorder = ChromiumRecorder(launch, around)
    try:
        held.recorder.start()
        yield held
    finally:
        held.recorder.close()
