# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the engines differ by design, as a table for the documentation: made of the table of plants."""

from collections import defaultdict

from make.plants import PLANTS
from make.plants.record import Fates

HEAD = (
    "| what a site does | Chromium | Chromium, third parties allowed | Firefox | Firefox, third parties allowed "
    "| why |\n"
    "|---|---|---|---|---|---|\n"
)


def differences() -> str:
    """Return the table: a row for each way in which they differ, with everything that goes that way."""
    ways: defaultdict[tuple[Fates, str], dict[str, None]] = defaultdict(dict)
    for plant in PLANTS:
        if len(set(plant.fates)) > 1:
            ways[(plant.fates, plant.why)][plant.what] = None
    rows = (f"| {'; '.join(what)} | {' | '.join(fates)} | {why} |\n" for (fates, why), what in ways.items())
    return HEAD + "".join(rows)


def summary() -> str:
    """Return how many behaviours there are, and how many differ."""
    whats = {(plant.what, plant.page) for plant in PLANTS}
    different = {(plant.what, plant.page) for plant in PLANTS if len(set(plant.fates)) > 1}
    return f"Of {len(whats)} behaviours, {len(whats) - len(different)} end alike in both engines and modes."
