# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A row of the tables of purpose words, and how one is written."""

from typing import NamedTuple

from inspector.core.policy import StatedPurpose
from inspector.policies.patterns import Row


class Word(NamedTuple):
    """A way of stating a purpose. ``weight`` decides between purposes of one cell; 0 is for sentences only.

    ``label`` words count in cells and headings only: in running text they mean too many other things.
    """

    purpose: StatedPurpose
    weight: int
    label: bool = False


def word(purpose: StatedPurpose, weight: int, anchors: str, source: str) -> Row[Word]:
    """Return a row for running text, cells and headings."""
    return Row(Word(purpose, weight), anchors, source)


def label(purpose: StatedPurpose, weight: int, anchors: str, source: str) -> Row[Word]:
    """Return a row for cells and headings only."""
    return Row(Word(purpose, weight, True), anchors, source)
