# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Keeps from a streaming JSON parser what would harm it: nesting without end, numbers without end.

ijson 3.6 keeps the path of every level, so its memory grows with the square of the depth, and its C parser dies of
an integer with more digits than Python turns into a number. Nothing that records cookies writes either.
"""

import re
from typing import Final

DEEPEST: Final = 500
_DIGITS: Final = 4000  # Python's limit is 4,300 (sys.set_int_max_str_digits); no cookie holds as many in a row
_SLICE: Final = 1024
_TWO: Final = re.compile(rb"[0-9]{2}")
_RUN: Final = re.compile(rb"[0-9]{%d}[0-9]+" % _DIGITS)
_OTHERS: Final = bytes(sign for sign in range(256) if chr(sign) not in '[]{}"')
_STEP: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


class JsonGuard:
    """Looks at the bytes of one JSON text, part by part, before the parser does."""

    def __init__(self) -> None:
        self.too_deep = False
        self._depth = 0
        self._in_string = False
        self._escaped = False
        self._digits = 0

    def passed(self, part: bytes) -> bytes:
        """Return what may be given on: with cut numbers, and nothing from where the nesting is too deep."""
        if self.too_deep:
            return b""
        state = self._depth, self._in_string, self._escaped
        if self._goes_too_deep(part):
            self.too_deep = True
            self._depth, self._in_string, self._escaped = state
            part = self._before_too_deep(part)
        return self._with_short_numbers(part)

    def _before_too_deep(self, part: bytes) -> bytes:
        """Return what comes before the place where it goes too deep, to within a kilobyte."""
        for start in range(0, len(part), _SLICE):
            if self._goes_too_deep(part[start : start + _SLICE]):
                return part[:start]
        return part

    def _goes_too_deep(self, part: bytes) -> bool:
        brackets = self._outside_strings(part)
        opening = brackets.count(b"[") + brackets.count(b"{")
        if self._depth + opening <= DEEPEST:
            self._depth += 2 * opening - len(brackets)
            return False
        for sign in brackets:
            self._depth += _STEP[sign]
            if self._depth > DEEPEST:
                return True
        return False

    def _outside_strings(self, part: bytes) -> bytes:
        """Return the brackets of a part that are in no string, by four passes in C over bytes that are many."""
        text = b"\\" + part if self._escaped else part
        self._escaped = (len(text) - len(text.rstrip(b"\\"))) % 2 == 1
        text = text[:-1] if self._escaped else text
        signs = text.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, _OTHERS)
        pieces = signs.split(b'"')
        outside = b"".join(pieces[1::2] if self._in_string else pieces[::2])
        self._in_string ^= len(pieces) % 2 == 0
        return outside

    def _with_short_numbers(self, part: bytes) -> bytes:
        """Cut runs of digits, also one that goes on over several parts."""
        kept = part
        if self._digits:
            run = len(part) - len(part.lstrip(b"0123456789"))
            room = max(0, _DIGITS - self._digits)
            kept = part[: min(run, room)] + part[run:]
            if run == len(part):
                self._digits += run
                return kept
        if _TWO.search(kept[:: _DIGITS // 2]):  # a longer run has two neighbours in such a sample
            kept = _RUN.sub(lambda found: found[0][:_DIGITS], kept)
        self._digits = len(part) - len(part.rstrip(b"0123456789"))
        return kept
