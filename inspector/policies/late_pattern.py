# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Expressions of policies, compiled when they are first used, and beforehand where the table has them."""

import re
from functools import cache
from typing import cast

from inspector.core.late_pattern import LatePattern
from inspector.policies.ready import ready


class _Late(LatePattern):
    """One that is made from the table where it stands there."""

    __slots__ = ()

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern."""
        return ready(self._source, self._flags)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern for a module's constant: compiling all of them would cost each process a tenth of a second."""
    return cast("re.Pattern[str]", _Late(source, flags))


@cache
def pattern_of(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern, from the table where it stands there, held for good: never ask for one with a text's words."""
    return ready(source, flags)
