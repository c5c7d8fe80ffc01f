# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Text that stays text in XML 1.0, whatever it contains."""

from functools import lru_cache
from html import escape  # xml.sax.saxutils has one too, and imports the network for it

from inspector.core.visible import visible


@lru_cache(maxsize=8192)  # advice and evidence come again and again
def xml_text(text: str, limit: int | None = None) -> str:
    """Return text for an element: one line, nothing in it that XML forbids, and no mark-up.

    >>> xml_text("a]]>\\x00<b>")
    'a]]&gt;␀&lt;b&gt;'
    """
    return escape(visible(text, limit), quote=False)


def xml_attribute(text: str, limit: int | None = None) -> str:
    """Return text as an attribute's value, with its quotes."""
    return f'"{escape(visible(text, limit))}"'
