# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Make hostile text safe to look at: nothing that moves a cursor, hides or turns text around reaches a screen."""

import re
from typing import Final

# C0 and C1 controls, line and paragraph separators, bidirectional and zero-width formatting, tags, what is
# no character, lone surrogates: with that, nothing is left that XML 1.0 forbids (2.2).
_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)  # Unicode's control pictures
    if code == 0x7F:
        return "\u2421"
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8, kept by "surrogateescape"
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{{{code:04x}}}"


def visible(text: str, limit: int | None = None) -> str:
    """Return ``text`` with every control and invisible formatting character made visible, cut at ``limit`` characters.

    >>> visible("a\\x1b[31mb")
    'a␛[31mb'
    """
    if limit is not None and len(text) > limit:
        text = text[: max(0, limit - 1)] + "…"
    if text.isprintable():  # most are, and nothing that is unsafe is printable
        return text
    return _UNSAFE.sub(_picture, text)
