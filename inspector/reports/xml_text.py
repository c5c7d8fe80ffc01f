# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Text that stays text in XML 1.0, whatever it contains."""

import re
from functools import lru_cache
from html import escape  # xml.sax.saxutils has one too, and imports the network for it
from typing import Final

from inspector.core.visible import visible

_NO_CHARACTERS: Final = re.compile("[\ufffe\uffff]")  # the two that are left of what XML 1.0, 2.2 forbids


@lru_cache(maxsize=8192)  # advice and evidence come again and again
def xml_text(text: str, limit: int | None = None) -> str:
    """Return text for an element: one line, nothing in it that XML forbids, and no mark-up.

    >>> xml_text("a]]>\\x00<b>")
    'a]]&gt;␀&lt;b&gt;'
    """
    return escape(_lawful(text, limit), quote=False)


def xml_attribute(text: str, limit: int | None = None) -> str:
    """Return text as an attribute's value, with its quotes."""
    return f'"{escape(_lawful(text, limit))}"'


def _lawful(text: str, limit: int | None) -> str:
    shown = visible(text, limit)
    if shown.isprintable():  # the two are not
        return shown
    return _NO_CHARACTERS.sub(lambda match: f"\\u{{{ord(match[0]):04x}}}", shown)
