# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A choice that a consent cookie records: which groups were allowed or refused, when, and whether anybody chose."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from inspector.core.finding import CookieRef
from inspector.core.frozen import frozen
from inspector.core.label import Group


@frozen
class Consent:
    """One decoded choice.

    ``choices`` has true for allowed and false for refused; a group that the tool does not tell apart, or answers both
    ways (two categories in one group), is absent. ``made_us`` is when the choice was made, or the latest moment by
    which it had been (``made_why`` says which); ``None`` where nothing tells. ``precision_us`` is how coarse that time
    is: a TCF string knows whole days. ``active`` is true only where the cookie shows that a person chose, false where
    it shows that nobody did, ``None`` where it does not tell. ``sale_opt_out`` is the answer of US signals, which
    refuse no purpose. ``why`` says in words how it was read.
    """

    tool: str
    cookie: CookieRef
    choices: Mapping[Group, bool] = field(default_factory=lambda: MappingProxyType({}))
    made_us: int | None = None
    made_why: str = ""
    precision_us: int = 0
    active: bool | None = None
    sale_opt_out: bool | None = None
    sections: tuple[int, ...] = ()
    why: str = ""

    def refused(self, group: Group) -> bool:
        """Whether a person actively refused this group."""
        return self.active is True and self.choices.get(group) is False
