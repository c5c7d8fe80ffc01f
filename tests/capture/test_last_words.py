# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Why a browser ended: the line that tells it."""

import pytest

from inspector.capture.last_words import reason_of

WRAPPER = "/usr/bin/chromium: 9: [: 25129283584: unexpected operator"
BUS = "[10210:10241:1125/033152.361131:ERROR:dbus/bus.cc:405] Failed to connect to the bus: no such file"
SCREEN = "[10210:10210:1125/033152.374082:ERROR:ui/ozone/x11/ozone_platform_x11.cc:257] Missing X server or $DISPLAY"
EXIT = "[10210:10210:1125/033152.374112:ERROR:ui/aura/env.cc:253] The platform failed to initialize.  Exiting."
ROOT = "[1:1:1125/033152.099000:ERROR:zygote_linux.cc:103] Running as root without --no-sandbox is not supported."
HEADLESS = "*** You are running in headless mode."


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((WRAPPER, BUS, SCREEN, EXIT), "Missing X server or $DISPLAY"),
        ((WRAPPER, ROOT), "Running as root without --no-sandbox is not supported."),
        (("Error: no DISPLAY environment variable specified",), "Error: no DISPLAY environment variable specified"),
        ((HEADLESS, "", "Error: Access was denied"), "Error: Access was denied"),
        (("/usr/bin/x: 5: exec: /usr/lib/x: not found",), "/usr/bin/x: 5: exec: /usr/lib/x: not found"),
        (("/usr/lib/x: error while loading shared libraries: libnss3.so",) * 2, None),
        ((BUS,), "Failed to connect to the bus: no such file"),
        ((), "it gave no reason"),
        (("", ""), "it gave no reason"),
        (("x" * 9_000,), "x" * 300),
    ],
)
def test_the_line_that_tells_it_is_told(lines: tuple[str, ...], why: str | None) -> None:
    assert reason_of(lines) == (lines[0] if why is None else why)
