# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The records of the overview: bars of its charts, and lines of what was found, each with where it leads."""

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the first picture does not wait for the language of filters
    from inspector.core.filter.editing import Value


class Goal(Enum):
    """Where a line leads that is no filter."""

    ISSUES = auto()
    AUDIT = auto()


class Bar(NamedTuple):
    """One bar: a shape, a word, a number (``None``: could not be read), and what choosing it filters by."""

    title: str
    icon: str
    hue: str
    cookies: int | None
    value: "Value | None" = None


class Line(NamedTuple):
    """Something that was found: a sentence, a shape, and where it leads."""

    text: str
    icon: str
    hue: str
    leads: "Value | Goal"
