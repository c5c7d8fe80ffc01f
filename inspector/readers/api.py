# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a reader of browser stores is: how it is declared, what it is given, what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Protocol

from inspector.core.computer import Platform
from inspector.core.frozen import frozen
from inspector.core.problem import Problem
from inspector.core.reading import Reading, Values
from inspector.core.store import Family, StoreRef


@frozen
class FoundStore:
    """A store that discovery or sniffing found, not yet read.

    ``profile_dir`` is the folder of the profile (``None`` for a lone file) and ``root`` the folder that holds all
    profiles (Chromium's user data dir with ``Local State``, Firefox's folder with ``profiles.ini``), where known.
    """

    ref: StoreRef
    path: Path
    platform: Platform
    profile_dir: Path | None = None
    root: Path | None = None

    @property
    def family(self) -> Family:
        """The kind of store, which says which reader reads it."""
        return self.ref.family


@frozen
class FoundProfile:
    """A profile: its folder, its name as the browser shows it, and its stores (none yet for an unused profile)."""

    directory: Path
    name: str | None
    stores: tuple[FoundStore, ...] = ()


@frozen
class FoundBrowser:
    """A browser found here: ``id`` (``chrome-beta``), ``name`` (``Chrome Beta``), ``packaging`` (``snap``, ...)."""

    id: str
    name: str
    family: Family
    root: Path
    packaging: str = ""
    profiles: tuple[FoundProfile, ...] = ()


@frozen
class Discovery:
    """Everything that discovery found, and every place it looked in (shown where nothing was found)."""

    browsers: tuple[FoundBrowser, ...] = ()
    looked_in: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@frozen
class Keys:
    """Decryption keys of one browser by scheme tag, each a tuple of candidates; ``gcm`` tells AES-GCM from AES-CBC.

    ``problems`` says why a key is missing. The bytes are kept out of every repr.
    """

    by_tag: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict, repr=False)
    gcm: bool = False
    problems: tuple[Problem, ...] = ()


class KeySource(Protocol):
    """Gives the keys of a store's browser. May prompt the user, so it is only called where values were asked for."""

    def keys_for(self, store: FoundStore) -> Keys:
        """Return the keys, waiting for a bounded time; never raises."""
        ...


@frozen
class StoreReader:
    """A reader's declaration: the family, and a function that never raises for what it finds in the user's world."""

    family: Family
    read: Callable[[FoundStore, Values, KeySource], Reading]
