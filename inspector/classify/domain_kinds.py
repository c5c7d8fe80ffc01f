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
        labels = host[:1024].lower().strip(".").split(".")
        for start in range(max(0, len(labels) - _DEEPEST), len(labels) - 1):
            kind = self._kinds.get(".".join(labels[start:]))
            if kind is not None:
                return kind
        return None
