# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a run of the command line in a test is."""

from collections.abc import Callable
from typing import NamedTuple


class Ended(NamedTuple):
    """How it ended, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
