# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How to judge, from a project's settings and what was said beside them."""

from collections.abc import Sequence

from inspector.core.finding import DeclaredBy
from inspector.core.problem import InspectorError
from inspector.engine.auditing import Judging
from inspector.engine.domains import checked_domain
from inspector.engine.project import for_site
from inspector.engine.settings import OWN_FILE, Settings


def judging_by(
    settings: Settings,
    program: str,
    site: str | None = None,
    *,
    also: Sequence[str] = (),
    only_this_site: bool | None = None,
    in_force: bool | None = None,
) -> Judging:
    """Return how to judge; what is not said here is as the settings say. Raises where no site is named in either."""
    settings = for_site(settings, site)
    asked = site if site is not None else settings.site
    if asked is None:
        raise InspectorError("There is no site to compare with", f"Give site=..., or write it into {OWN_FILE}")
    return Judging(
        checked_domain(asked),
        tuple(map(checked_domain, also)) or settings.also,
        settings.declared_by or DeclaredBy.PURPOSE,
        bool(settings.strict_lifetime),
        bool(settings.in_force) if in_force is None else in_force,
        bool(settings.only_this_site) if only_this_site is None else only_this_site,
        settings.levels,
        settings.corrections,
        program,
        settings,
    )
