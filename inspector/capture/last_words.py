# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Why a browser ended, from what it wrote to standard error: the line that tells it, not the noise around it.

What is noise was measured with Debian's Chromium 156 and Firefox ESR 153: it stands there as well when all is well.
"""

import re
from collections.abc import Iterable
from typing import Final

_NOISE: Final = re.compile(
    r"^/\S+: (?:line )?\d+: "  # a shell that starts the browser grumbles; it is told only where nothing else is
    r"|dbus/|Failed to connect to the bus"
    r"|-WARNING \*\*|-CRITICAL \*\*"  # GTK and GLib
    r"|write: Broken pipe|\bCRASHPAD\b"
    r"|^\*\*\* You are running in headless mode|^\[GFX1-\]|^libva |vaInitialize|MESA-LOADER|libEGL warning"
    r"|^(?:\[[^\]]*\])?\s*$"
)
# Chromium's log lines: [process:thread:day/time:LEVEL:file:line] text.
_PREFIX: Final = re.compile(r"^\[\d+:\d+:\d+/[\d.]+:[A-Z]+:[^\]]*\]\s*")
_LONGEST: Final = 300


def reason_of(lines: Iterable[str]) -> str:
    """Return the first line that tells why a browser ended; of noise alone its first line."""
    held = [line for line in lines if line]
    told = next((line for line in held if not _NOISE.search(line)), None) or next(iter(held), "")
    return _PREFIX.sub("", told)[:_LONGEST] or "it gave no reason"
