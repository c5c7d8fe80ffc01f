# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a filter looks at: one cookie with what is known of it, and what is told from outside the record."""

from collections.abc import Callable
from typing import NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.finding import Verdict
from inspector.core.host_forms import host_forms
from inspector.core.label import Label
from inspector.core.visible import visible


def no_company(label: Label) -> str | None:
    """Return whose cookie it is by its label alone; faces know the company above a vendor."""
    return label.vendor_name or label.vendor


class Around(NamedTuple):
    """What the fields need beside the records: the moment that "left" is counted from, the company of a label."""

    now_us: int
    company_of: Callable[[Label], str | None] = no_company


class Subject(NamedTuple):
    """One cookie. ``label`` and ``verdict`` are ``None`` where there is none, which is "not known"."""

    cookie: Cookie
    label: Label | None = None
    verdict: Verdict | None = None


def haystack(cookie: Cookie) -> str:
    """Return what a plain word of a filter is looked for in, as a person sees it: host, name, path, where it is."""
    isolation = cookie.isolation
    texts = (
        *host_forms(cookie.host_key),
        cookie.name,
        cookie.path or "",
        "" if isolation.partition is None else isolation.partition.site,
        "" if isolation.container is None else isolation.container.name or "",
        isolation.first_party_domain or "",
        cookie.store.label,
    )
    return GAP.join([text if text.isprintable() else visible(text) for text in texts if text]).casefold()


GAP = "\n"  # between two texts: no word of a line holds one, so nothing is found across them
