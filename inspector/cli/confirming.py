# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Questions that must be answered with yes before something is told: by a person on a terminal, or one by one ahead."""

from typing import Final

import click

from inspector.cli.remembering import on_terminal
from inspector.core.problem import InspectorError

_AHEAD: Final = "Say --yes, once for each question"


class Confirmations:
    """Asks; ``given`` answers were given ahead, one for each question."""

    def __init__(self, given: int) -> None:
        self._given = given

    def ask(self, question: str) -> None:
        """Raise where the answer is not yes, or where there is nobody to ask."""
        if self._given > 0:
            self._given -= 1
            return
        if not on_terminal():
            raise InspectorError(f"This must be confirmed, and nobody can be asked ({question})", _AHEAD)
        if not click.confirm(question, default=False, err=True):
            raise InspectorError("Nothing was exported: it was not confirmed")
