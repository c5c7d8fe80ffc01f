# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Markdown as Qt reads it: what the pages use and Qt does not know is taken out or written otherwise. Knows no Qt."""

import re
from typing import Final

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE: Final = re.compile(r"^( *)```(\w+)?[ \t]*([^`\n]*)$", re.MULTILINE)


def readable(text: str) -> str:
    """Return a page's text without comments; a fence's title (a file's name, a code) becomes a line above the block."""
    return _FENCE.sub(_titled, _COMMENT.sub("", text)).lstrip()


def _titled(found: re.Match[str]) -> str:
    title = found[3].strip()
    above = f"{found[1]}*{title}*\n\n" if title and title != "output" else ""
    return f"{above}{found[1]}```"
