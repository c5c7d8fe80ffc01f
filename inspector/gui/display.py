# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether a window can be shown here. Qt itself aborts the process where it cannot, so this is asked before."""

import ctypes
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from inspector.core.problem import InspectorError
from inspector.core.visible import visible

INSTEAD: Final = 'Without one, "cookie-inspector scan" and "cookie-inspector browsers" show the same in a terminal.'
LIBRARIES: Final = "apt install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3 libfontconfig1"


def check_display(platform: str, env: Mapping[str, str], answers: Callable[[str], bool]) -> None:
    """Raise :class:`InspectorError` where Qt would abort for want of a display.

    Only X11 and Wayland can be missing. A platform chosen by name needs its own display: Qt does not fall back from it.
    """
    if not platform.startswith(("linux", "freebsd")):
        return
    chosen = _chosen(env)
    if any(not _of_x11(name) and not _of_wayland(name) for name in chosen):
        return  # offscreen and its like need no display
    if any(map(_of_wayland, chosen or ("wayland",))) and _wayland_is_there(env):
        return
    _check_x11(env.get("DISPLAY", "") if any(map(_of_x11, chosen or ("xcb",))) else "", chosen, answers)


def _check_x11(display: str, chosen: tuple[str, ...], answers: Callable[[str], bool]) -> None:
    if not display:
        what = f"There is no display to show a window on{_named(chosen)}"
        raise InspectorError(what, f"Start it in a desktop session. {INSTEAD}")
    if not answers(display):
        raise InspectorError(
            f"The display {display} does not answer", f"Check DISPLAY and the right to connect to it. {INSTEAD}"
        )


def _chosen(env: Mapping[str, str]) -> tuple[str, ...]:
    """Return the platforms that are asked for by name, the first that works is taken (QGuiApplication's page)."""
    named = (part.partition(":")[0].strip() for part in env.get("QT_QPA_PLATFORM", "").split(";"))
    return tuple(name.lower() for name in named if name)


def _of_x11(name: str) -> bool:
    return name == "xcb"


def _of_wayland(name: str) -> bool:
    return name == "wayland" or name.startswith("wayland-")


def _named(chosen: tuple[str, ...]) -> str:
    return f" (QT_QPA_PLATFORM asks for {visible(';'.join(chosen), 60)})" if chosen else ""


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
    """Raise :class:`InspectorError` where Qt has no plug-in to load, or its X11 plug-in lacks a library; Qt aborts."""
    if not platform.startswith("linux"):
        return
    chosen = _chosen(env)
    _check_names(chosen, plugins / "platforms")
    if any(not _of_x11(name) for name in chosen) or (not chosen and _wayland_is_there(env)):
        return
    plugin = plugins / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        raise InspectorError(f"A library that windows need is missing: {error}", f"On Debian: {LIBRARIES}") from error


def _check_names(chosen: tuple[str, ...], folder: Path) -> None:
    """Raise where Qt has none of the platforms that are asked for; its own libraries may lie elsewhere."""
    there = tuple(sorted(path.stem.removeprefix("libq") for path in folder.glob("libq*.so")))
    if not chosen or not there or any(name in there or _of_wayland(name) for name in chosen):
        return
    raise InspectorError(
        f"Qt has no platform of the name that QT_QPA_PLATFORM asks for: {visible(';'.join(chosen), 60)}",
        f"Unset it, or take one of these: {', '.join(there)}",
    )


def check_here(env: Mapping[str, str]) -> None:
    """Check the computer that this runs on."""
    check_display(sys.platform, env, x_server_answers)
