# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A family of sites on loopback with planted behaviours: ``PLANTS`` says what each is and what becomes of it."""

from typing import Final

from make.plants.attributes import ATTRIBUTES
from make.plants.choices import ACCEPTED, BEFORE, REFUSED_ANYWAY
from make.plants.embeds import EMBEDS
from make.plants.frames import FRAMES
from make.plants.record import Plant, Run
from make.plants.scripts import KEYS, SCRIPTS

VISITED: Final = (*ATTRIBUTES, *EMBEDS, *FRAMES, *SCRIPTS)
"""What is found by opening pages and choosing nothing."""

PLANTS: Final[tuple[Plant, ...]] = (*VISITED, *BEFORE, *ACCEPTED, *REFUSED_ANYWAY)

RUNS: Final = (
    Run("/attributes"),
    Run("/embeds"),
    Run("/frames"),
    Run("/scripts"),
    Run("/working", (), 1.0),
    Run("/refreshing"),
    Run("/leaving"),
    Run("/moved"),
    Run("/bounce"),
    Run("/popups", ("#open",), 1.0),
    Run("/windows", ("#open",), 1.0),
)
"""How all of ``VISITED`` comes to happen."""

__all__ = ["ACCEPTED", "BEFORE", "KEYS", "PLANTS", "REFUSED_ANYWAY", "RUNS", "VISITED"]
