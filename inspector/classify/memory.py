# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What was answered before, looked up as fast as Python can: for questions that are asked of every cookie."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory(dict[Key, Value]):
    """The answers of a function by its argument; ``memory[question]`` asks it where nobody has asked before.

    When it is full all is forgotten, so that no input can fill the computer's memory. That costs less on each look-up
    than knowing which answer is the oldest.
    """

    __slots__ = ("_answer", "_most")

    def __init__(self, answer: Callable[[Key], Value], most: int) -> None:
        super().__init__()
        self._answer = answer
        self._most = most

    def __missing__(self, key: Key) -> Value:
        """Ask, and remember."""
        value = self._answer(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
