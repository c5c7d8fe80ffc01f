# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Keys of Chromium's encrypted values, through browser-cookie3: the only place that knows it.

Its constructor asks the operating system at once (D-Bus, Keychain, DPAPI) and may prompt, hang or raise nearly
anything, so it runs only on request, in a thread with a time limit, once for each browser.
"""

import hashlib
import sys
import threading
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from inspector.core.computer import Platform
from inspector.core.problem import Problem, Severity
from inspector.readers.api import FoundStore, Keys

TIMEOUT_S: Final = 30.0  # a person may have to unlock a keyring meanwhile

# Browser (our id up to the channel): the name in the Linux keyring, the service and user in the macOS Keychain.
NAMES: Final = MappingProxyType(
    {
        "chrome": ("chrome", "Chrome Safe Storage", "Chrome"),
        "chromium": ("chromium", "Chromium Safe Storage", "Chromium"),
        "edge": ("chromium", "Microsoft Edge Safe Storage", "Microsoft Edge"),
        "brave": ("brave", "Brave Safe Storage", "Brave"),
        "opera": ("chromium", "Opera Safe Storage", "Opera"),
        "vivaldi": ("chrome", "Vivaldi Safe Storage", "Vivaldi"),
        "arc": ("chrome", "Arc Safe Storage", "Arc"),
        "yandex": ("chromium", "Yandex Safe Storage", "Yandex"),
    }
)


def derived(password: bytes, iterations: int = 1) -> bytes:
    """Return the AES key that os_crypt derives from a password (``os_crypt_linux.cc``: salt, length, iterations)."""
    return hashlib.pbkdf2_hmac("sha1", password, b"saltysalt", iterations, 16)


def published() -> dict[str, tuple[bytes, ...]]:
    """Return Linux keys that are no secret: the fixed ``v10`` password, and what ``v11`` falls back to."""
    fixed, empty = derived(b"peanuts"), derived(b"")
    return {"v10": (fixed, empty), "v11": (empty, fixed)}


class KeyRing:
    """A :class:`~inspector.readers.api.KeySource` that asks the system once for each browser and remembers."""

    def __init__(self, timeout_s: float = TIMEOUT_S, system: str = sys.platform) -> None:
        self._timeout_s = timeout_s
        self._here = {"darwin": Platform.MACOS, "win32": Platform.WINDOWS}.get(system, Platform.LINUX)
        self._had: dict[tuple[str, Path | None], Keys] = {}

    def keys_for(self, store: FoundStore) -> Keys:
        """Return the keys of the store's browser; never raises, never waits longer than the time limit."""
        place = (store.ref.browser, store.root)
        if place not in self._had:
            self._had[place] = self._ask(store)
        return self._had[place]

    def _ask(self, store: FoundStore) -> Keys:
        fixed = published() if store.platform is Platform.LINUX else {}
        if store.platform is not self._here:
            why = f"its keys are kept by a {store.platform} system, this is another"
            return Keys(MappingProxyType(fixed), problems=(_no_key(store, why),))
        answer, why = _in_time(store, self._timeout_s)
        if answer is None:
            return Keys(MappingProxyType(fixed), store.platform is Platform.WINDOWS, (_no_key(store, why),))
        return _as_keys(answer, fixed, store.platform)


def _in_time(store: FoundStore, timeout_s: float) -> tuple[Any, str]:
    """Ask in a daemon thread: a keyring that never answers is left behind, not waited for."""
    result: list[Any] = []
    reason: list[str] = []

    def ask() -> None:
        try:
            result.append(_browser_cookie3(store))
        except Exception as error:  # noqa: BLE001 - KeyError, RuntimeError, ConnectionRefusedError, ... all seen
            reason.append(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)

    worker = threading.Thread(target=ask, name="keyring", daemon=True)
    worker.start()
    worker.join(timeout_s)
    if worker.is_alive():
        return None, f"the keyring did not answer within {timeout_s:g} seconds"
    return (result[0], "") if result else (None, f"the keyring cannot be asked ({reason[0]})")


def _browser_cookie3(store: FoundStore) -> Any:
    import browser_cookie3  # 0.2 s to import

    crypt, service, user = NAMES.get(store.ref.browser.split("-")[0], NAMES["chromium"])
    local_state = store.root / "Local State" if store.root else None
    return browser_cookie3.ChromiumBased(
        store.ref.browser,
        cookie_file=str(store.path),
        key_file=str(local_state) if local_state else None,
        os_crypt_name=crypt,
        osx_key_service=service,
        osx_key_user=user,
    )


def _as_keys(answer: Any, fixed: dict[str, tuple[bytes, ...]], platform: Platform) -> Keys:
    by_tag: dict[str, tuple[bytes, ...]] = {}
    for tag, names in (("v10", ("v10_key",)), ("v11", ("v11_key", "v11_empty_key"))):
        had = [key for name in names if isinstance(key := getattr(answer, name, None), bytes)]
        by_tag[tag] = tuple(dict.fromkeys((*had, *fixed.get(tag, ()))))
    return Keys(MappingProxyType(by_tag), gcm=platform is Platform.WINDOWS)


def _no_key(store: FoundStore, why: str) -> Problem:
    return Problem(
        "no-key",
        "values that need the system's keyring stay locked",
        store.ref.label,
        why,
        "Unlock the keyring of your desktop and read again, or import an export made in that browser",
        Severity.NOTE,
    )
