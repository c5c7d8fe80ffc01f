# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long a project lets its cookies live: limits of its own, beside what the policy states."""

from typing import NamedTuple

from inspector.core.policy import StatedLifetime
from inspector.rules.selectors import Selector


class LifetimeLimit(NamedTuple):
    """A limit for the cookies that ``cookies`` names, and why the project has it (may be empty)."""

    cookies: Selector
    at_most: StatedLifetime
    reason: str = ""
