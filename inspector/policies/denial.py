# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A denial as it is read: what, of whom, and how far it reaches."""

from typing import NamedTuple

from inspector.core.policy import Scope, Subject


class Denial(NamedTuple):
    """A denial of cookies in one sentence; places are in the sentence. ``field`` is what is denied, if anything is."""

    start: int
    end: int
    field: str | None
    scope: Scope
    subject: Subject
