# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opening an opt-out's page for the faces: they ask here, and the guard alone opens."""

from inspector.core.computer import Computer
from inspector.core.optout import BrowserPlace, Launch, Steps
from inspector.knowledge.book import Knowledge
from inspector.optouts.addresses import Address, Refused, check_address
from inspector.optouts.links import Start, by_hand, needs_showing, open_link

__all__ = ["Start", "by_hand", "host_of", "needs_showing", "open_page", "site_of_address"]


def open_page(
    url: str,
    place: BrowserPlace,
    computer: Computer,
    knowledge: Knowledge,
    shown: str | None = None,
    start: Start | None = None,
) -> Launch | Steps:
    """Open a page in a profile, or return the steps for a person; see :func:`inspector.optouts.links.open_link`."""
    return open_link(url, place, computer, knowledge, shown=shown, start=start)


def host_of(url: str) -> str:
    """Return the host of an address as a confirmation shows it; empty for an address that is never opened."""
    checked = check_address(url)
    return checked.host_text if isinstance(checked, Address) else ""


def site_of_address(url: str) -> str:
    """Return the registrable domain of an address, which a confirmation emphasises; empty for one never opened."""
    checked = check_address(url)
    return "" if isinstance(checked, Refused) else checked.site
