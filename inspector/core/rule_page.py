# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A rule as faces and reports know it: its documentation, what it needs to see, and why it could not be asked."""

from enum import StrEnum
from typing import NamedTuple


class RulePage(NamedTuple):
    """What a page about a rule says; ``sections`` are (title, text) in a fixed order."""

    code: str
    name: str
    level: str
    summary: str
    sections: tuple[tuple[str, str], ...]


class Fact(StrEnum):
    """A fact of a cookie that a rule cannot do without: where it is unknown, finding nothing means nothing."""

    LIFETIME = "lifetime"
    ATTRIBUTES = "attributes"
    VALUE = "value"


class AskedRule(NamedTuple):
    """A rule in one audit. ``unasked`` says why it could not find anything here, empty where it could.

    ``about_policy``: it judges the policy by itself, or the cookies together, not each cookie. ``by_label``: what it
    finds may rest on what a cookie is for, which can be likely rather than sure.
    """

    page: RulePage
    about_policy: bool = False
    by_label: bool = False
    needs: tuple[Fact, ...] = ()
    unasked: str = ""
