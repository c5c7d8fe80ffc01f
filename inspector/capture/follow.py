# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which of a page's own links a visit goes on to, where so many further pages are asked for and none is named."""

import re
from typing import Any, Final
from urllib.parse import urlsplit

# What a link may do, or is no page. A GET should change nothing; a visit does not find out whether it does.
_LEFT_ALONE: Final = re.compile(
    r"log-?(?:out|off)|sign-?(?:out|off)|abmeld|deconnexion|delete|remove|unsubscribe|add-to-cart|[?&]action=|"
    r"\.(?:pdf|zip|gz|exe|dmg|msi|apk|jpe?g|png|gif|svg|webp|mp[34]|webm|docx?|xlsx?|csv|xml|rss|ics)(?:$|\?)",
    re.IGNORECASE,
)


def own_pages(told: Any, visited: str) -> tuple[str, ...]:
    """Return the links of a page (each its address and its words) to other pages of the same host, each once, in order.

    The address is taken without its fragment; what signs out, changes something or is a file is left alone.
    """
    host = urlsplit(visited).netloc.lower()
    found: dict[str, None] = {}
    for link in told if isinstance(told, list) else ():
        url = link[0] if isinstance(link, list) and link and isinstance(link[0], str) else ""
        page = url.partition("#")[0]
        if page and page != visited.partition("#")[0] and _host(page) == host and not _LEFT_ALONE.search(page):
            found[page] = None
    return tuple(found)


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:  # brackets that do not close
        return None
