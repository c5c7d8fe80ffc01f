# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How Chromium is started for a visit: quiet, on a fresh profile, listening on loopback, in one of the two modes.

Switches: chromium's ``*_switches.cc`` as listed on peter.sh/experiments/chromium-command-line-switches and in
github.com/GoogleChrome/chrome-launcher (docs/chrome-flags-for-tools.md). None hides that the browser is automated, and
none changes what a page may do.
"""

import json
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from inspector.capture.parts import Mode
from inspector.capture.recorder import Launch

_NOBODY: Final = "http://127.0.0.1:9"  # the discard port: nothing listens there
_SWITCHES: Final = (
    "--remote-debugging-port=0",  # any free port, on loopback alone
    "--no-first-run",
    "--no-default-browser-check",
    "--no-service-autorun",
    # What a browser does of its own accord, and the visit is not:
    "--disable-background-networking",
    "--disable-component-update",
    f"--component-updater=url-source={_NOBODY}/",  # it asks for updates all the same
    f"--gaia-url={_NOBODY}",  # where it would ask who is signed in; requests of pages go where they want
    "--disable-sync",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--disable-default-apps",
    "--disable-component-extensions-with-background-pages",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--metrics-recording-only",
    "--no-pings",
    "--disable-search-engine-choice-screen",
    "--password-store=basic",  # no keyring is asked
    "--use-mock-keychain",
    # What would make a page in the background run slower:
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    "--disable-hang-monitor",
    "--disable-session-crashed-bubble",
)
_QUIET_FEATURES: Final = (
    "OptimizationHints",
    "OptimizationGuideModelDownloading",
    "OptimizationTargetPrediction",
    "MediaRouter",  # looks for devices in the local network
    "DialMediaRouteProvider",
    "Translate",
    "AutofillServerCommunication",
    "CertificateTransparencyComponentUpdater",
    "InterestFeedContentSuggestions",
    "CalculateNativeWinOcclusion",
    "NetworkTimeServiceQuerying",  # asks Google for the time
)
_HEADLESS: Final = ("--headless=new", "--disable-gpu", "--hide-scrollbars", "--mute-audio", "--window-size=1280,900")
_PREFERENCES: Final[Mapping[str, Any]] = {
    "alternate_error_pages": {"enabled": False},
    "autofill": {"enabled": False},
    "browser": {"check_default_browser": False, "has_seen_welcome_page": True},
    "credentials_enable_service": False,
    "dns_prefetching": {"enabled": False},
    "net": {"network_prediction_options": 2},  # no prefetching of pages that nobody asked for
    "safebrowsing": {"enabled": False, "enhanced": False},
    "search": {"suggest_enabled": False},
    "signin": {"allowed": False, "allowed_on_next_startup": False},
    "translate": {"enabled": False},
}
_SOCKET_FOLDER: Final = re.compile(r"\.?(?:org|com)\.[\w.-]{1,60}\.\w{6}")
_SOCKET_LENGTH: Final = 60  # of the socket's path below the folder for temporary files
_LONGEST_SOCKET: Final = 104  # of a whole path (sun_path, the smaller of the systems')
ALLOWED: Final[Mapping[str, Any]] = {
    # components/content_settings/core/browser/cookie_settings.h, CookieControlsMode::kOff
    "cookie_controls_mode": 0,
    "block_third_party_cookies": False,
    "third_party_cookie_blocking_enabled": False,
}
"""What in ``profile`` makes Chromium take third-party cookies. The canary of each run tells whether it did."""


def needs_no_sandbox() -> bool:
    """Whether Chromium refuses to start with its sandbox: it does for root on Linux."""
    return sys.platform == "linux" and os.geteuid() == 0


def arguments(launch: Launch, profile: Path) -> list[str]:
    """Return the arguments that start the browser on a profile, with an empty tab."""
    return [
        *launch.program,
        *_SWITCHES,
        f"--disable-features={','.join(_QUIET_FEATURES)}",
        *(_HEADLESS if launch.headless else ()),
        *(("--no-sandbox",) if needs_no_sandbox() else ()),
        f"--user-data-dir={profile}",
        *launch.options,
        "about:blank",
    ]


def prepare_profile(launch: Launch, profile: Path) -> None:
    """Write the preferences of a fresh profile."""
    preferences = {**_PREFERENCES, "profile": {"name": "Visit", **(ALLOWED if launch.mode is Mode.ALLOWED else {})}}
    folder = profile / "Default"
    folder.mkdir(parents=True)
    (folder / "Preferences").write_text(json.dumps({**preferences, **launch.prefs}), encoding="utf-8")
    if launch.prepare is not None:
        launch.prepare(profile)


def environment(launch: Launch, profile: Path) -> dict[str, str]:
    """Return the browser's environment: its crash reports, too, go into our folder and not into the user's own."""
    env, folder = dict(os.environ if launch.env is None else launch.env), str(profile.parent)
    for home in _socket_homes(profile):
        if len(str(home)) + _SOCKET_LENGTH < _LONGEST_SOCKET and os.access(home, os.W_OK):
            env["TMPDIR"] = str(home)
            break
    return env | {"CHROME_CONFIG_HOME": folder, "BREAKPAD_DUMP_LOCATION": f"{folder}/crashes"}


def _socket_homes(profile: Path) -> tuple[Path, ...]:
    """Where the socket may be, the best first. Chromium ends at once where its path gets too long for a socket."""
    return profile.parent, Path(tempfile.gettempdir()), Path("/tmp")  # noqa: S108  Chromium makes a folder of its own


def socket_folder(profile: Path) -> Path | None:
    """Return the folder beside the profile in which Chromium keeps the socket by which a second start finds the first.

    It is made where temporary files are (chrome/browser/process_singleton_posix.cc); a killed browser leaves it.
    """
    try:
        folder = (profile / "SingletonSocket").readlink().parent
    except (OSError, AttributeError):
        return None
    return folder if folder.parent in _socket_homes(profile) and _SOCKET_FOLDER.fullmatch(folder.name) else None
