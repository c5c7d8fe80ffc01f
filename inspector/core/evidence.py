# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a recording proves beyond the cookie itself: the visit, the page that set a cookie, the header that did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from inspector.core.cookie import CookieKey


class Visit(NamedTuple):
    """A recorded visit: the page, when it began, and whether the visitor did anything (``None``: not recorded)."""

    page: str
    started_us: int | None = None
    interacted: bool | None = None
    source: str = ""


class Sighting(NamedTuple):
    """How a recording saw one cookie being set: on which page, and whether by a ``Set-Cookie`` header kept in it."""

    page: str | None
    from_header: bool = False
    set_us: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that recordings prove. ``only_this_site`` is the tester's word that nothing else was visited."""

    visits: tuple[Visit, ...] = ()
    sightings: Mapping[CookieKey, Sighting] = field(default_factory=lambda: MappingProxyType({}))
    only_this_site: bool = False

    @property
    def proves_visit(self) -> bool:
        """Whether an empty jar is a result: a page was recorded, or the tester says that the site was visited."""
        return self.only_this_site or bool(self.visits)


NO_EVIDENCE = Evidence()
