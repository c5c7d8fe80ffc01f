# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The steps for deleting a site's cookies in each profile that holds some."""

from collections import defaultdict
from collections.abc import Sequence

from inspector.core.computer import Platform
from inspector.core.cookie import Cookie
from inspector.core.label import Label, Purpose
from inspector.core.optout import ClearSteps, protected
from inspector.core.store import StoreRef
from inspector.engine.domains import of_site
from inspector.knowledge.site import registrable
from inspector.optouts.clearing import clear_steps

__all__ = ["clear_steps_of"]


def clear_steps_of(
    site: str, cookies: Sequence[Cookie], labels: Sequence[Label], platform: Platform
) -> tuple[ClearSteps, ...]:
    """Return the steps, a profile each, in the order of the cookies."""
    of_these = {id(cookie) for cookie in of_site(tuple(cookies), site)}
    by_store: dict[StoreRef, list[tuple[Cookie, Purpose]]] = defaultdict(list)
    for cookie, label in zip(cookies, labels, strict=True):
        if id(cookie) in of_these:
            by_store[cookie.store].append((cookie, label.purpose))
    name = registrable(site)
    found = []
    for store, pairs in by_store.items():
        choices = protected(pairs)
        steps = clear_steps(name, store, platform, len(choices))
        found.append(ClearSteps(name, store, len(pairs), steps, choices))
    return tuple(found)
