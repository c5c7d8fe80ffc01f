# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Puppeteer's ``page.cookies()`` and ``browser.cookies()``: the protocol's cookies with less in each of them."""

from typing import Final

from inspector.core.reading import Reading
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile
from inspector.readers.files.devtools_protocol import made
from inspector.readers.files.lists import listed, share

TITLE: Final = "Puppeteer cookies"


def bid(file: OpenedFile) -> int:
    """Bid on a list of cookies with a size and a session flag."""
    if isinstance(file.json, dict) and "origins" in file.json:
        return 0
    return 85 if share(listed(file), "size", "session", "expires") > 0.5 else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie."""
    return entries.read_entries(file, TITLE, listed(file), made)


PUPPETEER: Final = FileFormat("puppeteer", TITLE, bid, read)
