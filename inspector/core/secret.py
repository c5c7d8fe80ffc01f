# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie's value, wrapped so that it cannot be shown by accident."""

from typing import Final, NoReturn

MASK: Final = "••••••"


class Secret:
    """One cookie value in memory.

    ``repr``, ``str``, ``format`` and pickling never give the value away, so neither logs, tracebacks nor a dump of the
    record do. Only :meth:`reveal` returns it, and a search for that word finds every place where a value is used.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the value. Call it only where the user asked for the value itself or a judgement needs it."""
        return self._text

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return MASK

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a cookie value is never serialised as part of a record")
