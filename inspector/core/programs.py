# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How each browser is started: what its program is called on each system and in each packaging.

Names are those of the makers' packages (Debian, RPM, flathub.org, snapcraft.io, the macOS bundles, the Windows
installers). A browser that is in no row cannot be started by us; its pages are opened by hand.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from inspector.core.computer import Computer, Platform

_LINUX: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "chrome": ("google-chrome-stable", "google-chrome"),
        "chrome-beta": ("google-chrome-beta",),
        "chrome-dev": ("google-chrome-unstable",),
        "chrome-canary": ("google-chrome-canary",),
        "chromium": ("chromium", "chromium-browser"),
        "edge": ("microsoft-edge-stable", "microsoft-edge"),
        "edge-beta": ("microsoft-edge-beta",),
        "edge-dev": ("microsoft-edge-dev",),
        "brave": ("brave-browser", "brave-browser-stable", "brave"),
        "brave-beta": ("brave-browser-beta",),
        "brave-nightly": ("brave-browser-nightly",),
        "opera": ("opera",),
        "opera-beta": ("opera-beta",),
        "opera-developer": ("opera-developer",),
        "vivaldi": ("vivaldi-stable", "vivaldi"),
        "vivaldi-snapshot": ("vivaldi-snapshot",),
        "yandex": ("yandex-browser-stable", "yandex-browser"),
        "whale": ("naver-whale-stable", "naver-whale"),
        "firefox": ("firefox", "firefox-esr"),
        "librewolf": ("librewolf",),
        "waterfox": ("waterfox",),
        "floorp": ("floorp",),
        "zen": ("zen-browser", "zen"),
    }
)
_FLATPAK: Final[Mapping[str, str]] = MappingProxyType(
    {
        "chrome": "com.google.Chrome",
        "chromium": "org.chromium.Chromium",
        "edge": "com.microsoft.Edge",
        "brave": "com.brave.Browser",
        "vivaldi": "com.vivaldi.Vivaldi",
        "firefox": "org.mozilla.firefox",
        "librewolf": "io.gitlab.librewolf-community",
        "waterfox": "net.waterfox.waterfox",
        "floorp": "one.ablaze.floorp",
        "zen": "app.zen_browser.zen",
    }
)
_SNAPS: Final = frozenset({"chromium", "brave", "opera", "firefox", "librewolf"})
_MACOS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "chrome": "Google Chrome",
        "chrome-beta": "Google Chrome Beta",
        "chrome-dev": "Google Chrome Dev",
        "chrome-canary": "Google Chrome Canary",
        "chromium": "Chromium",
        "edge": "Microsoft Edge",
        "edge-beta": "Microsoft Edge Beta",
        "edge-dev": "Microsoft Edge Dev",
        "edge-canary": "Microsoft Edge Canary",
        "brave": "Brave Browser",
        "brave-beta": "Brave Browser Beta",
        "brave-nightly": "Brave Browser Nightly",
        "opera": "Opera",
        "opera-gx": "Opera GX",
        "vivaldi": "Vivaldi",
        "yandex": "Yandex",
        "whale": "Whale",
        "firefox": "Firefox",
        "librewolf": "LibreWolf",
        "waterfox": "Waterfox",
        "floorp": "Floorp",
        "zen": "Zen",
        "safari": "Safari",
        "safari-technology-preview": "Safari Technology Preview",
    }
)
_WINDOWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "chrome": "Google/Chrome/Application/chrome.exe",
        "chrome-beta": "Google/Chrome Beta/Application/chrome.exe",
        "chrome-dev": "Google/Chrome Dev/Application/chrome.exe",
        "chrome-canary": "Google/Chrome SxS/Application/chrome.exe",
        "chromium": "Chromium/Application/chrome.exe",
        "edge": "Microsoft/Edge/Application/msedge.exe",
        "edge-beta": "Microsoft/Edge Beta/Application/msedge.exe",
        "edge-dev": "Microsoft/Edge Dev/Application/msedge.exe",
        "edge-canary": "Microsoft/Edge SxS/Application/msedge.exe",
        "brave": "BraveSoftware/Brave-Browser/Application/brave.exe",
        "vivaldi": "Vivaldi/Application/vivaldi.exe",
        "yandex": "Yandex/YandexBrowser/Application/browser.exe",
        "whale": "Naver/Naver Whale/Application/whale.exe",
        "firefox": "Mozilla Firefox/firefox.exe",
        "librewolf": "LibreWolf/librewolf.exe",
        "waterfox": "Waterfox/waterfox.exe",
        "floorp": "Ablaze Floorp/floorp.exe",
        "zen": "Zen Browser/zen.exe",
    }
)


def program_of(browser: str, packaging: str, computer: Computer) -> tuple[str, ...] | None:
    """Return the beginning of the arguments that start a browser, ``None`` where it cannot be started by us."""
    match computer.platform:
        case Platform.LINUX:
            return _on_linux(browser, packaging, computer)
        case Platform.MACOS:
            return _on_macos(browser, computer)
        case Platform.WINDOWS:
            return _on_windows(browser, packaging, computer)


def executable_of(browser: str, computer: Computer) -> tuple[str, ...] | None:
    """Return the arguments that start a browser as a process of ours, ``None`` where it is not installed.

    What a desktop opens is not enough for that: on macOS ``open`` hands over to another process and returns.
    """
    match computer.platform:
        case Platform.LINUX:
            found = (_on_linux(browser, packaging, computer) for packaging in ("", "snap", "flatpak"))
            return next((program for program in found if program is not None and _is_there(program)), None)
        case Platform.MACOS:
            return _in_bundle(browser, computer)
        case Platform.WINDOWS:
            return _on_windows(browser, "", computer)


def _is_there(program: tuple[str, ...]) -> bool:
    """Whether what a runner is to start is installed; a runner alone says nothing."""
    if len(program) == 1:
        return True
    runner, _, name = program
    places = {"snap": ("/snap/{}/current",), "flatpak": ("/var/lib/flatpak/app/{}",)}[Path(runner).name]
    return any(Path(place.format(name)).exists() for place in places)


def _in_bundle(browser: str, computer: Computer) -> tuple[str, ...] | None:
    opened = _on_macos(browser, computer)
    if opened is None:
        return None
    bundle = Path(opened[-1])
    wanted = bundle.stem.lower()
    try:
        programs = sorted((bundle / "Contents" / "MacOS").iterdir())
    except OSError:
        return None
    found = next((path for path in programs if path.name.lower() == wanted), None)
    return (str(found),) if found is not None else None


def _on_linux(browser: str, packaging: str, computer: Computer) -> tuple[str, ...] | None:
    path = computer.env.get("PATH", "")
    if packaging == "flatpak":
        runner, application = _which("flatpak", path), _FLATPAK.get(browser)
        return (runner, "run", application) if runner and application else None
    if packaging == "snap":
        runner = _which("snap", path)
        return (runner, "run", browser) if runner and browser in _SNAPS else None
    if packaging:
        return None
    found = next((found for name in _LINUX.get(browser, ()) if (found := _which(name, path))), None)
    return (found,) if found else None


def _which(name: str, path: str) -> str | None:
    """Return a program of an absolute folder of ``PATH``: a relative one would run whatever lies where we stand."""
    found = shutil.which(name, path=path)
    return found if found is not None and Path(found).is_absolute() else None


def _on_macos(browser: str, computer: Computer) -> tuple[str, ...] | None:
    name = _MACOS.get(browser)
    if name is None:
        return None
    folders = (Path("/Applications"), computer.home / "Applications", Path("/System/Cryptexes/App/System/Applications"))
    found = next((folder / f"{name}.app" for folder in folders if (folder / f"{name}.app").is_dir()), None)
    return ("/usr/bin/open", "-n", "-a", str(found)) if found is not None else None


def _on_windows(browser: str, packaging: str, computer: Computer) -> tuple[str, ...] | None:
    """Return the installed program by its whole path: Windows would look in the current folder first."""
    if packaging or browser not in _WINDOWS:
        return None
    for variable in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LOCALAPPDATA"):
        folder = computer.env.get(variable) or computer.env.get(variable.upper())
        program = Path(folder, *_WINDOWS[browser].split("/")) if folder else None
        if program is not None and program.is_absolute() and program.is_file():
            return (str(program),)
    return None
