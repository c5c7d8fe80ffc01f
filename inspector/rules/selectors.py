# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which cookies an entry of the settings speaks of: by name or printed pattern, and by host."""

from functools import lru_cache
from typing import Final, NamedTuple

from inspector.core.visible import visible
from inspector.rules.names import NamePattern, parse_name

HEAD: Final = 2  # characters of a name that selectors are looked up by


class Selector(NamedTuple):
    """A name (exact, or a pattern as policies print them) and a host (it and those below it); ``None`` is any."""

    name: str | None = None
    host: str | None = None

    def fits(self, name: str, host: str) -> bool:
        """Whether a cookie of this name and host is meant."""
        if self.host is not None and host != self.host and not host.endswith(f".{self.host}"):
            return False
        if self.name is None:
            return True
        parsed = _parsed(self.name)
        return parsed.matches(name) if isinstance(parsed, NamePattern) else parsed == name

    @property
    def head(self) -> str | None:
        """The first two characters of every name that is meant; ``None`` where they may be any."""
        parsed = None if self.name is None else _parsed(self.name)
        literal = parsed.head if isinstance(parsed, NamePattern) else parsed
        return literal[:HEAD] if literal and len(literal) >= HEAD else None

    def __str__(self) -> str:
        parts = [f'"{visible(self.name, 80)}"'] if self.name is not None else []
        return " of ".join(parts + ([visible(self.host, 80)] if self.host is not None else []))


ANY: Final = Selector()


@lru_cache(maxsize=1024)
def _parsed(name: str) -> str | NamePattern | None:
    return parse_name(name)
