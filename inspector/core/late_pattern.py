# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Regular expressions that are compiled when they are first used: most runs use few of them."""

import re
from typing import Any, Final, cast

_METHODS: Final = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class LatePattern:
    """A pattern that is compiled when it is first asked for something; from then on its methods are the pattern's."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern."""
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        pattern = self.compiled()
        if name in _METHODS:  # nothing that is asked for rarely needs to be quick
            for method in _METHODS:
                setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern for a module's constant; compiling those of all modules would be a twentieth of an audit."""
    return cast("re.Pattern[str]", LatePattern(source, flags))
