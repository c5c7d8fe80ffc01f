# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The text of ``Error.stack`` as callers, innermost first. Both engines' forms; what is no frame is passed over.

V8 (v8.dev/docs/stack-trace-api): ``at name (url:line:column)``. SpiderMonkey: ``name@url:line:column``.
"""

import re
from collections.abc import Callable
from typing import Final

from inspector.capture.hook import DEEPEST, NAME
from inspector.capture.parts import Caller

_V8: Final = re.compile(
    r"\s{0,8}at (?:(?P<name>.{0,200}?) \()?(?P<url>[^()\s]{1,4000}):(?P<line>\d{1,9}):(?P<column>\d{1,9})\)?$"
)
_SPIDERMONKEY: Final = re.compile(r"(?P<name>[^@]{0,200})@(?P<url>\S{1,4000}):(?P<line>\d{1,9}):(?P<column>\d{1,9})$")
_LONGEST_NAME: Final = 80


def callers(stack: str, of_url: Callable[[str], str]) -> tuple[Caller, ...]:
    """Return the frames of a stack, without our own; ``of_url`` makes an address fit for a log."""
    found = (_V8.match(line) or _SPIDERMONKEY.match(line) for line in stack.splitlines()[: 2 * DEEPEST])
    return tuple(
        Caller(
            "script",
            of_url(match["url"]),
            int(match["line"]),
            int(match["column"]),
            (match["name"] or "").strip()[:_LONGEST_NAME],
        )
        for match in found
        if match is not None and not match["url"].startswith(NAME)
    )[:DEEPEST]
