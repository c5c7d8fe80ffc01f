# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where browsers keep their profiles: every browser, channel and packaging we know, a line each.

Sources: Chromium ``chrome/common/chrome_paths_{linux,mac,win}``, Firefox ``toolkit/xre/nsXREDirProvider.cpp`` (bug
259356 for the XDG folder of 147), and what the peers list (browser-cookie3, rookie, gallery-dl, yt-dlp,
HackBrowserData, kooky). Paths are written with "/" on every system; "*" stands for one part of a path.
"""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from inspector.core.computer import Computer, Platform
from inspector.core.store import Family


class Base(Enum):
    """A folder that places are counted from: variables of the environment, then folders below the home.

    All that exist are looked in, not only the first: a browser may have been started with another environment.
    """

    HOME = (), ("",)
    CONFIG = ("XDG_CONFIG_HOME",), (".config",)
    CHROME = ("CHROME_CONFIG_HOME", "XDG_CONFIG_HOME"), (".config",)  # chrome_paths_linux.cc
    FLATPAK = (), (".var/app",)
    SUPPORT = (), ("Library/Application Support",)
    LOCAL = ("LOCALAPPDATA",), ("AppData/Local",)
    ROAMING = ("APPDATA",), ("AppData/Roaming",)

    def folders(self, computer: Computer) -> tuple[Path, ...]:
        """Return the folders on this computer. Relative paths in variables are ignored, as the XDG standard says."""
        variables, below_home = self.value
        named = (Path(computer.env.get(variable, "")) for variable in variables)
        homes = (computer.home.joinpath(*folder.split("/")) for folder in below_home)
        return tuple(dict.fromkeys([*(folder for folder in named if folder.is_absolute()), *homes]))

    @property
    def tails(self) -> tuple[tuple[str, ...], ...]:
        """What such a folder's path ends with wherever it was copied to; empty where it could be anything."""
        last = tuple(tuple(folder.split("/"))[-1:] for folder in self.value[1] if folder)
        return (*last, ("config",)) if self in (Base.CONFIG, Base.CHROME) else last  # "config" in flatpaks


class Browser(NamedTuple):
    """A browser or a channel of one: our ``id``, its name, and the kind of its stores."""

    id: str
    name: str
    family: Family


class Place(NamedTuple):
    """A folder that holds a browser's profiles, and how the browser was packaged ("" is the maker's own way)."""

    browser: str
    base: Base
    path: str
    packaging: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the path below the base."""
        return tuple(self.path.split("/"))


_C, _F, _S = Family.CHROMIUM, Family.FIREFOX, Family.SAFARI

_BROWSERS: Final = (
    Browser("chrome", "Chrome", _C),
    Browser("chrome-beta", "Chrome Beta", _C),
    Browser("chrome-dev", "Chrome Dev", _C),
    Browser("chrome-canary", "Chrome Canary", _C),
    Browser("chrome-for-testing", "Chrome for Testing", _C),
    Browser("chromium", "Chromium", _C),
    Browser("edge", "Edge", _C),
    Browser("edge-beta", "Edge Beta", _C),
    Browser("edge-dev", "Edge Dev", _C),
    Browser("edge-canary", "Edge Canary", _C),
    Browser("brave", "Brave", _C),
    Browser("brave-beta", "Brave Beta", _C),
    Browser("brave-nightly", "Brave Nightly", _C),
    Browser("brave-origin", "Brave Origin", _C),
    Browser("opera", "Opera", _C),
    Browser("opera-beta", "Opera Beta", _C),
    Browser("opera-developer", "Opera Developer", _C),
    Browser("opera-gx", "Opera GX", _C),
    Browser("vivaldi", "Vivaldi", _C),
    Browser("vivaldi-snapshot", "Vivaldi Snapshot", _C),
    Browser("arc", "Arc", _C),
    Browser("yandex", "Yandex Browser", _C),
    Browser("whale", "Whale", _C),
    Browser("firefox", "Firefox", _F),
    Browser("librewolf", "LibreWolf", _F),
    Browser("waterfox", "Waterfox", _F),
    Browser("floorp", "Floorp", _F),
    Browser("zen", "Zen", _F),
    Browser("tor", "Tor Browser", _F),
    Browser("safari", "Safari", _S),
    Browser("safari-technology-preview", "Safari Technology Preview", _S),
)

BROWSERS: Final[Mapping[str, Browser]] = MappingProxyType({browser.id: browser for browser in _BROWSERS})

_HOME, _CONFIG, _CHROME, _FLATPAK = Base.HOME, Base.CONFIG, Base.CHROME, Base.FLATPAK
_SUPPORT, _LOCAL, _ROAMING = Base.SUPPORT, Base.LOCAL, Base.ROAMING
_TOR: Final = "Browser/TorBrowser/Data/Browser"

_LINUX: Final = (
    Place("chrome", _CHROME, "google-chrome"),
    Place("chrome-beta", _CHROME, "google-chrome-beta"),
    Place("chrome-dev", _CHROME, "google-chrome-unstable"),
    Place("chrome-canary", _CHROME, "google-chrome-canary"),
    Place("chrome-for-testing", _CHROME, "google-chrome-for-testing"),
    Place("chrome", _FLATPAK, "com.google.Chrome/config/google-chrome", "flatpak"),
    Place("chromium", _CHROME, "chromium"),
    Place("chromium", _HOME, "snap/chromium/common/chromium", "snap"),
    Place("chromium", _FLATPAK, "org.chromium.Chromium/config/chromium", "flatpak"),
    Place("edge", _CONFIG, "microsoft-edge"),
    Place("edge-beta", _CONFIG, "microsoft-edge-beta"),
    Place("edge-dev", _CONFIG, "microsoft-edge-dev"),
    Place("edge", _FLATPAK, "com.microsoft.Edge/config/microsoft-edge", "flatpak"),
    Place("brave", _CONFIG, "BraveSoftware/Brave-Browser"),
    Place("brave-beta", _CONFIG, "BraveSoftware/Brave-Browser-Beta"),
    Place("brave-nightly", _CONFIG, "BraveSoftware/Brave-Browser-Nightly"),
    Place("brave-origin", _CONFIG, "BraveSoftware/Brave-Origin"),
    Place("brave", _HOME, "snap/brave/*/.config/BraveSoftware/Brave-Browser", "snap"),
    Place("brave", _FLATPAK, "com.brave.Browser/config/BraveSoftware/Brave-Browser", "flatpak"),
    Place("opera", _CONFIG, "opera"),
    Place("opera-beta", _CONFIG, "opera-beta"),
    Place("opera-developer", _CONFIG, "opera-developer"),
    Place("opera", _HOME, "snap/opera/*/.config/opera", "snap"),
    Place("opera", _FLATPAK, "com.opera.Opera/config/opera", "flatpak"),
    Place("vivaldi", _CONFIG, "vivaldi"),
    Place("vivaldi-snapshot", _CONFIG, "vivaldi-snapshot"),
    Place("vivaldi", _FLATPAK, "com.vivaldi.Vivaldi/config/vivaldi", "flatpak"),
    Place("yandex", _CONFIG, "yandex-browser"),
    Place("whale", _CONFIG, "naver-whale"),
    Place("firefox", _CONFIG, "mozilla/firefox"),
    Place("firefox", _HOME, ".mozilla/firefox"),
    Place("firefox", _HOME, "snap/firefox/common/.mozilla/firefox", "snap"),
    Place("firefox", _HOME, "snap/firefox/common/.config/mozilla/firefox", "snap"),
    Place("firefox", _FLATPAK, "org.mozilla.firefox/.mozilla/firefox", "flatpak"),
    Place("firefox", _FLATPAK, "org.mozilla.firefox/config/mozilla/firefox", "flatpak"),
    Place("librewolf", _HOME, ".librewolf"),
    Place("librewolf", _CONFIG, "librewolf/librewolf"),
    Place("librewolf", _HOME, "snap/librewolf/common/.librewolf", "snap"),
    Place("librewolf", _FLATPAK, "io.gitlab.librewolf-community/.librewolf", "flatpak"),
    Place("waterfox", _HOME, ".waterfox"),
    Place("waterfox", _CONFIG, "waterfox"),
    Place("waterfox", _FLATPAK, "net.waterfox.waterfox/.waterfox", "flatpak"),
    Place("floorp", _HOME, ".floorp"),
    Place("floorp", _CONFIG, "floorp"),
    Place("floorp", _FLATPAK, "one.ablaze.floorp/.floorp", "flatpak"),
    Place("zen", _HOME, ".zen"),
    Place("zen", _CONFIG, "zen"),
    Place("zen", _FLATPAK, "app.zen_browser.zen/.zen", "flatpak"),
    Place("zen", _FLATPAK, "app.zen_browser.zen/config/zen", "flatpak"),
    Place("tor", _HOME, f".local/share/torbrowser/tbb/*/tor-browser*/{_TOR}", "torbrowser-launcher"),
    Place("tor", _FLATPAK, f"*.torbrowser-launcher/data/torbrowser/tbb/*/tor-browser*/{_TOR}", "flatpak"),
    Place("tor", _HOME, f"tor-browser*/{_TOR}"),
    Place("tor", _HOME, f"Desktop/tor-browser*/{_TOR}"),
    Place("tor", _HOME, f"Downloads/tor-browser*/{_TOR}"),
)

_MACOS: Final = (
    Place("chrome", _SUPPORT, "Google/Chrome"),
    Place("chrome-beta", _SUPPORT, "Google/Chrome Beta"),
    Place("chrome-dev", _SUPPORT, "Google/Chrome Dev"),
    Place("chrome-canary", _SUPPORT, "Google/Chrome Canary"),
    Place("chrome-for-testing", _SUPPORT, "Google/Chrome for Testing"),
    Place("chromium", _SUPPORT, "Chromium"),
    Place("edge", _SUPPORT, "Microsoft Edge"),
    Place("edge-beta", _SUPPORT, "Microsoft Edge Beta"),
    Place("edge-dev", _SUPPORT, "Microsoft Edge Dev"),
    Place("edge-canary", _SUPPORT, "Microsoft Edge Canary"),
    Place("brave", _SUPPORT, "BraveSoftware/Brave-Browser"),
    Place("brave-beta", _SUPPORT, "BraveSoftware/Brave-Browser-Beta"),
    Place("brave-nightly", _SUPPORT, "BraveSoftware/Brave-Browser-Nightly"),
    Place("brave-origin", _SUPPORT, "BraveSoftware/Brave-Origin"),
    Place("opera", _SUPPORT, "com.operasoftware.Opera"),
    Place("opera-beta", _SUPPORT, "com.operasoftware.OperaNext"),
    Place("opera-developer", _SUPPORT, "com.operasoftware.OperaDeveloper"),
    Place("opera-gx", _SUPPORT, "com.operasoftware.OperaGX"),
    Place("vivaldi", _SUPPORT, "Vivaldi"),
    Place("vivaldi-snapshot", _SUPPORT, "Vivaldi Snapshot"),
    Place("arc", _SUPPORT, "Arc/User Data"),
    Place("yandex", _SUPPORT, "Yandex/YandexBrowser"),
    Place("whale", _SUPPORT, "Naver/Whale"),
    Place("firefox", _SUPPORT, "Firefox"),
    Place("librewolf", _SUPPORT, "librewolf"),
    Place("waterfox", _SUPPORT, "Waterfox"),
    Place("floorp", _SUPPORT, "Floorp"),
    Place("zen", _SUPPORT, "zen"),
    Place("tor", _SUPPORT, "TorBrowser-Data/Browser"),
    Place("safari", _HOME, "Library/Containers/com.apple.Safari/Data/Library"),
    Place("safari-technology-preview", _HOME, "Library/Containers/com.apple.SafariTechnologyPreview/Data/Library"),
    Place("safari", _HOME, "Library"),  # before its container
)

_WINDOWS: Final = (
    Place("chrome", _LOCAL, "Google/Chrome/User Data"),
    Place("chrome-beta", _LOCAL, "Google/Chrome Beta/User Data"),
    Place("chrome-dev", _LOCAL, "Google/Chrome Dev/User Data"),
    Place("chrome-canary", _LOCAL, "Google/Chrome SxS/User Data"),
    Place("chrome-for-testing", _LOCAL, "Google/Chrome for Testing/User Data"),
    Place("chromium", _LOCAL, "Chromium/User Data"),
    Place("edge", _LOCAL, "Microsoft/Edge/User Data"),
    Place("edge-beta", _LOCAL, "Microsoft/Edge Beta/User Data"),
    Place("edge-dev", _LOCAL, "Microsoft/Edge Dev/User Data"),
    Place("edge-canary", _LOCAL, "Microsoft/Edge SxS/User Data"),
    Place("brave", _LOCAL, "BraveSoftware/Brave-Browser/User Data"),
    Place("brave-beta", _LOCAL, "BraveSoftware/Brave-Browser-Beta/User Data"),
    Place("brave-nightly", _LOCAL, "BraveSoftware/Brave-Browser-Nightly/User Data"),
    Place("brave-origin", _LOCAL, "BraveSoftware/Brave-Origin/User Data"),
    Place("opera", _ROAMING, "Opera Software/Opera Stable"),
    Place("opera-beta", _ROAMING, "Opera Software/Opera Next"),
    Place("opera-developer", _ROAMING, "Opera Software/Opera Developer"),
    Place("opera-gx", _ROAMING, "Opera Software/Opera GX Stable"),
    Place("vivaldi", _LOCAL, "Vivaldi/User Data"),
    Place("vivaldi-snapshot", _LOCAL, "Vivaldi Snapshot/User Data"),
    Place("arc", _LOCAL, "Packages/TheBrowserCompany.Arc_*/LocalCache/Local/Arc/User Data", "msix"),
    Place("yandex", _LOCAL, "Yandex/YandexBrowser/User Data"),
    Place("whale", _LOCAL, "Naver/Naver Whale/User Data"),
    Place("firefox", _ROAMING, "Mozilla/Firefox"),
    Place("firefox", _LOCAL, "Packages/Mozilla.Firefox_*/LocalCache/Roaming/Mozilla/Firefox", "msix"),
    Place("librewolf", _ROAMING, "librewolf"),
    Place("waterfox", _ROAMING, "Waterfox"),
    Place("floorp", _ROAMING, "Floorp"),
    Place("zen", _ROAMING, "zen"),
    Place("tor", _HOME, f"Desktop/Tor Browser/{_TOR}"),
    Place("tor", _HOME, f"Tor Browser/{_TOR}"),
)

PLACES: Final[Mapping[Platform, tuple[Place, ...]]] = MappingProxyType(
    {Platform.LINUX: _LINUX, Platform.MACOS: _MACOS, Platform.WINDOWS: _WINDOWS}
)
