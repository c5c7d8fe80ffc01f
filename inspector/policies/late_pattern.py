# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Regular expressions that are compiled when they are first used: most runs use few of them."""

import re
from functools import cache
from typing import Any, cast

from inspector.policies.ready import ready


class _Late:
    """A pattern that is compiled when it is first asked for something; from then on its methods are the pattern's."""

    __slots__ = ("_flags", "_source", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in self.__slots__:  # nothing that is asked for rarely needs to be quick
            return getattr(ready(self._source, self._flags), name)
        pattern = ready(self._source, self._flags)
        for method in self.__slots__[2:]:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern for a module's constant: compiling all of them would cost each process a tenth of a second."""
    return cast("re.Pattern[str]", _Late(source, flags))


@cache
def pattern_of(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern, from the table where it stands there, held for good: never ask for one with a text's words."""
    return ready(source, flags)
