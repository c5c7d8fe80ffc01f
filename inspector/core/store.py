# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where a cookie was found."""

from dataclasses import field
from enum import StrEnum

from inspector.core.frozen import frozen


class Family(StrEnum):
    """Kinds of cookie store; each has one reader."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"
    SAFARI = "safari"
    FILE = "file"  # a file that another program wrote: storage state, cookies.txt, ...


@frozen
class StoreRef:
    """One cookie store: ``browser`` (our id, such as ``chrome``), ``profile`` (its folder's name) and ``file``.

    The three together are the identity; the rest is what we know about it and does not take part in comparison.
    ``browser`` is ``"unknown"`` for a file handed in by path whose browser cannot be told. ``modified_us`` is the
    newest time stamp among the store's files (microseconds since 1970), so that staleness can be shown.
    """

    browser: str
    profile: str
    file: str
    family: Family = field(compare=False)
    browser_name: str = field(default="", compare=False)
    profile_name: str | None = field(default=None, compare=False)
    schema_version: int | None = field(default=None, compare=False)
    modified_us: int | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """Browser and profile as a person would call them: ``Firefox (default-release)``."""
        return f"{self.browser_name or self.browser} ({self.profile_name or self.profile or 'no profile'})"
