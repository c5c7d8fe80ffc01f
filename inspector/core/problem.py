# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What could not be read: where, why, and what the user can do. Returned, never raised."""

from enum import StrEnum

from inspector.core.frozen import frozen


class Severity(StrEnum):
    """Whether something was lost."""

    NOTE = "note"  # all was read; there is something the user should know
    PARTIAL = "partial"  # something could not be read, the rest was
    FAILED = "failed"  # nothing could be read here


@frozen
class Problem:
    """One thing that reading met: ``what`` happened, ``where`` (a path or place), ``why``, and ``what_to_do``.

    ``code`` is a stable kebab-case word for programs (``store-locked``); ``count`` says how many rows it stands for.
    Texts are plain; they may quote names from a store, so printers pass them through :func:`inspector.core.visible`.
    """

    code: str
    what: str
    where: str
    why: str = ""
    what_to_do: str = ""
    severity: Severity = Severity.PARTIAL
    count: int = 1

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}"
        if self.why:
            text += f" ({self.why})"
        return f"{text}. {self.what_to_do}" if self.what_to_do else text


class InspectorError(Exception):
    """A fault of the user's world, not of the program: a message and what to do. The faces catch it in one place."""

    def __init__(self, message: str, what_to_do: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.what_to_do = what_to_do

    def __str__(self) -> str:
        return f"{self.message}. {self.what_to_do}" if self.what_to_do else self.message
