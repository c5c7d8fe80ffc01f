# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A family of sites on loopback with planted behaviours: ``PLANTS`` says what each is and what becomes of it."""

from typing import Final

from make.plants import attributes, choices, embeds, frames, scripts
from make.plants.record import Plant

VISITED: Final = (*attributes.ATTRIBUTES, *embeds.EMBEDS, *frames.FRAMES, *scripts.SCRIPTS)
"""What is found by opening pages and touching nothing."""

PLANTS: Final[tuple[Plant, ...]] = (*VISITED, *choices.BEFORE, *choices.ACCEPTED, *choices.REFUSED_ANYWAY)
