# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a look around the computer finds: browsers, profiles and stores, without their cookies."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.core.store import Family, StoreRef

# How far a store may be behind its running browser, in seconds. Chromium writes its cookies every 30 s or 512 changes
# (net/extras/sqlite/sqlite_persistent_cookie_store.cc, kCommitInterval); of the others no such number is documented.
MAY_LAG_S: Final[Mapping[Family, int]] = MappingProxyType({Family.CHROMIUM: 30})


@frozen
class Sighting:
    """One profile of a browser and one of its stores.

    ``store`` is ``None`` for a profile that has no cookie store yet. ``cookies`` is ``None`` where there is no store
    or it could not be read; the survey's problems say which and why. ``packaging`` is "" for the maker's own way.
    """

    browser: str
    browser_name: str
    packaging: str
    profile: str
    profile_name: str | None
    store: StoreRef | None = None
    cookies: int | None = None

    @property
    def may_lag_s(self) -> int | None:
        """How many seconds the store may be behind its browser while that runs; ``None`` where not documented."""
        return None if self.store is None else MAY_LAG_S.get(self.store.family)


@frozen
class Survey:
    """Everything found, every place looked in, and what could not be looked at."""

    sightings: tuple[Sighting, ...] = ()
    looked_in: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything that was found could be read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)
