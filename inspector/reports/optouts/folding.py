# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Answers for people: a company whose cookies lie in fifty partitions is one line, not fifty."""

from collections.abc import Sequence

from inspector.core.optout import OptOutStanding


def folded(standings: Sequence[OptOutStanding]) -> list[list[OptOutStanding]]:
    """Return answers that differ by their partition only in one group, in the order of the first of each."""
    groups: dict[tuple[object, ...], list[OptOutStanding]] = {}
    for standing in standings:
        place = standing.compartment
        apart = place.partition is not None
        key = (standing.vendor, standing.store, standing.state, apart, place.container)
        groups.setdefault(key if apart else (*key, place), []).append(standing)
    return list(groups.values())
