# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How much of where and when a record tells when it leaves this computer."""

from enum import StrEnum


class Disclosure(StrEnum):
    """``REDUCED`` leaves out paths and profiles, gives times to the day, and identifiers in names as ``*``."""

    REDUCED = "reduced"
    FULL = "full"
