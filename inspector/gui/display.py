# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether a window can be shown here. Qt itself aborts the process where it cannot, so this is asked before."""

import ctypes
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from inspector.core.problem import InspectorError

INSTEAD: Final = 'Without one, "cookie-inspector scan" and "cookie-inspector browsers" show the same in a terminal.'
LIBRARIES: Final = "apt install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3 libfontconfig1"


def check_display(platform: str, env: Mapping[str, str], answers: Callable[[str], bool]) -> None:
    """Raise :class:`InspectorError` where Qt would abort for want of a display.

    Only X11 and Wayland can be missing; a platform chosen by name (``QT_QPA_PLATFORM=offscreen``) is left to Qt.
    """
    if not platform.startswith(("linux", "freebsd")) or env.get("QT_QPA_PLATFORM"):
        return
    if _wayland_is_there(env):
        return
    display = env.get("DISPLAY", "")
    if not display:
        raise InspectorError("There is no display to show a window on", f"Start it in a desktop session. {INSTEAD}")
    if not answers(display):
        raise InspectorError(
            f"The display {display} does not answer", f"Check DISPLAY and the right to connect to it. {INSTEAD}"
        )


def _wayland_is_there(env: Mapping[str, str]) -> bool:
    """Whether the compositor's socket exists (wl_display_connect(3): relative to XDG_RUNTIME_DIR unless absolute)."""
    name = env.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(env.get("XDG_RUNTIME_DIR", "/")) / name).is_socket()


def x_server_answers(display: str) -> bool:
    """Whether an X server lets us in; ``True`` where that cannot be told without Qt."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt's own plug-in needs it too; check_plugin says which library is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(display.encode(), None)
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not error


def check_plugin(platform: str, env: Mapping[str, str], plugins: Path) -> None:
    """Raise :class:`InspectorError` where Qt's X11 plug-in lacks a library of the system; Qt would abort."""
    if not platform.startswith("linux") or env.get("QT_QPA_PLATFORM") or _wayland_is_there(env):
        return
    plugin = plugins / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        raise InspectorError(f"A library that windows need is missing: {error}", f"On Debian: {LIBRARIES}") from error


def check_here(env: Mapping[str, str]) -> None:
    """Check the computer that this runs on."""
    check_display(sys.platform, env, x_server_answers)
