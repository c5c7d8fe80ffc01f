# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A reader of bit fields with bounds, for the strings of the IAB."""

from typing import Final

from inspector.rules.consent.api import UndecodableError

_MOST_FIBONACCI: Final = 24  # bits of one Fibonacci number: section ids are small


class Bits:
    """Bits from the most significant on; reading past the end says that the text is too short."""

    def __init__(self, data: bytes) -> None:
        self._number = int.from_bytes(data, "big")
        self._length = len(data) * 8
        self._position = 0

    def number(self, bits: int) -> int:
        """Return the next bits as a number."""
        end = self._position + bits
        if end > self._length:
            raise UndecodableError("it is too short")
        value = (self._number >> (self._length - end)) & ((1 << bits) - 1)
        self._position = end
        return value

    def flags(self, bits: int) -> tuple[bool, ...]:
        """Return the next bits one by one."""
        value = self.number(bits)
        return tuple(bool(value >> (bits - 1 - at) & 1) for at in range(bits))

    def fibonacci(self) -> int:
        """Return a number in Fibonacci coding: it ends with two ones (GPP specification, "Fibonacci Encoding")."""
        value, before, term, last = 0, 1, 1, False
        for _ in range(_MOST_FIBONACCI):
            bit = self.number(1) == 1
            if bit and last:
                return value
            value += term if bit else 0
            before, term = term, before + term
            last = bit
        raise UndecodableError("a number in it does not end")
