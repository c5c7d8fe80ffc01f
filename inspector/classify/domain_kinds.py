# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the service behind a host does, as far as its vendor's entry or the list of well-known domains tells."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_DEEPEST: Final = 6  # labels of a host that are tried; the list has no longer domain


class DomainKinds:
    """The list of well-known domains by kind (packaging/training/domains.toml, shipped inside the model)."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._kinds = dict(kinds)
        self.of = lru_cache(maxsize=65_536)(self._of)

    def _of(self, host: str) -> str | None:
        """Return the kind of the longest listed domain that ``host`` is or lies below, ``None`` if none is listed."""
        return next((kind for suffix in suffixes(host) if (kind := self._kinds.get(suffix)) is not None), None)


def suffixes(host: str) -> list[str]:
    """Return a host and the domains above it, the longest first, the top-level domain left out.

    >>> suffixes("www.shop.example.com")
    ['www.shop.example.com', 'shop.example.com', 'example.com']
    """
    labels = host[:1024].lower().strip(".").split(".")
    return [".".join(labels[start:]) for start in range(max(0, len(labels) - _DEEPEST), len(labels) - 1)]
