# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which recorder drives which engine. Each is loaded when it is needed: a visit with one browser loads one."""

from importlib import import_module
from typing import Final, cast

from inspector.capture.places import CHROMIUM, FIREFOX
from inspector.capture.recorder import MakeRecorder

_RECORDERS: Final = {
    CHROMIUM: ("inspector.capture.chromium.recorder", "ChromiumRecorder"),
    FIREFOX: ("inspector.capture.firefox.recorder", "FirefoxRecorder"),
}


def recorder_of(engine: str) -> MakeRecorder:
    """Return what makes recorders of an engine."""
    module, name = _RECORDERS[engine]
    return cast(MakeRecorder, getattr(import_module(module), name))
