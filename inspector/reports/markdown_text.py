# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Text that stays text in Markdown (CommonMark and GitHub's tables and automatic links), whatever it contains."""

import re
from typing import Final

_MARKS: Final = re.compile(r"[\\`*_{}\[\]<>|~#&$@]")
_LISTS: Final = re.compile(r"^(\d{1,9})([.)])|^([-+=!])")
_LINKS: Final = re.compile(r"(:)(//)|(\bwww)(\.)", re.IGNORECASE)
_TICKS: Final = re.compile("`+")


def escaped(text: str) -> str:
    """Return one line of text with everything escaped that Markdown would read as more than text.

    >>> print(escaped("1. <b>_ga</b> https://x"))
    1\\. \\<b\\>\\_ga\\</b\\> https:\\//x
    """
    marked = _MARKS.sub(r"\\\g<0>", text)
    marked = _LISTS.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", marked)
    return _LINKS.sub(lambda match: f"{match[1] or match[3]}\\{match[2] or match[4]}", marked)


def code(text: str) -> str:
    """Return text as a code span that may stand in a table cell.

    A bar would end the cell even inside a code span, and cannot be escaped there in every dialect: such text, and the
    rare one with backticks, is escaped as plain text.

    >>> print(code("_ga"), code("a|b"))
    `_ga` a\\|b
    """
    if not text.strip() or "|" in text or _TICKS.search(text):
        return escaped(text)
    return f"`{text}`"
