# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a visit is asked for, checked before a browser is started: a slip costs no visit."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError
from inspector.core.visit import Mode
from inspector.engine.domains import checked_domain

BOTH: Final = (Mode.DEFAULT, Mode.ALLOWED)
MOST_PAGES: Final = 50
LONGEST_WAIT_S: Final = 600.0
_LARGEST: Final = 1024 * 1024  # octets of a file of pages
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)


@frozen
class VisitRequest:
    """Which site, with which browsers and in which modes, through which scenario.

    ``browsers`` are names or paths of programs, none meaning the first one that is installed. ``scenario`` is a name
    or a file. ``pages`` are further addresses that are opened after the first one, ``follow`` is how many of its own
    links are. ``wait_s`` is how long each page is watched after it has loaded. ``keep_values`` writes cookies' values
    into the log. ``window`` shows the browser.
    """

    url: str
    browsers: tuple[str, ...] = ()
    modes: tuple[Mode, ...] = BOTH
    scenario: str = "none"
    pages: tuple[str, ...] = ()
    follow: int = 0
    wait_s: float = 3.0
    keep_values: bool = False
    window: bool = False

    @property
    def host(self) -> str:
        """The host that is visited."""
        return urlsplit(self.url).hostname or ""


def checked_url(text: str) -> str:
    """Return an address that can be visited; a bare domain is visited over https. Raises for anything else.

    >>> checked_url("shop.example")
    'https://shop.example/'
    """
    given = text.strip()
    url = given if _SCHEME.match(given) else f"https://{given}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # brackets that do not close, or a port that is none
        parts, port = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or re.search(r"[\s\x00-\x1f]", given):
        raise InspectorError(
            f'"{text[:200]}" is not an address that can be visited', "Give one as https://shop.example/"
        )
    if parts.username is not None or parts.password is not None:
        raise InspectorError("An address with a name and a password is not visited", "Leave them out of the address")
    checked_domain(parts.hostname if ":" not in parts.hostname else f"[{parts.hostname}]")
    return url if parts.path else f"{url}/" if not parts.query else url


def read_pages(path: Path, url: str) -> tuple[str, ...]:
    """Return the addresses of a file, one a line, relative ones from the visited page; ``#`` begins a comment."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig", "replace")
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise InspectorError(f"{path}: the pages to visit cannot be read ({why})", "Check the file's name") from error
    lines = (line.strip() for line in text.splitlines())
    return checked_pages([line for line in lines if line and not line.startswith("#")], url)


def checked_pages(texts: list[str], url: str) -> tuple[str, ...]:
    """Return further addresses to visit, of the visited site's host or any other, each once."""
    if len(texts) > MOST_PAGES:
        raise InspectorError(f"{len(texts)} pages are too many for one visit", f"Give {MOST_PAGES} at most")
    found = [checked_url(text if "//" in text[:10] else urljoin(url, text)) for text in texts]
    return tuple(page for page in dict.fromkeys(found) if page != url)
