# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The few numbers that answer "what is here": cookies, companies, how many track across sites, by group."""

from collections import Counter
from typing import Final, NamedTuple

from inspector.core.label import Group, Tracks
from inspector.gui.models.labels import LabelRows, company

ORDER: Final = (Group.MARKETING, Group.ANALYTICS, Group.PREFERENCES, Group.NECESSARY, Group.UNKNOWN)


class Figures(NamedTuple):
    """Numbers of cookies, but for ``companies``; ``nameless`` are those of no company that is known."""

    cookies: int
    companies: int
    nameless: int
    tracking: int
    unclear: int
    groups: tuple[tuple[Group, int], ...]


def figures_of(labels: LabelRows) -> Figures:
    """Return the numbers over all rows."""
    total = len(labels.labels)
    tracks: Counter[Tracks] = Counter()
    groups: Counter[Group] = Counter()
    companies: Counter[str | None] = Counter()
    for label, count in zip(labels.kinds, labels.totals, strict=True):
        tracks[label.tracks] += count
        groups[label.group] += count
        companies[company(label, labels.told)] += count
    nameless = companies.pop(None, 0)
    by_group = tuple((group, groups[group]) for group in ORDER)
    return Figures(total, len(companies), nameless, tracks[Tracks.CROSS_SITE], tracks[Tracks.UNKNOWN], by_group)
