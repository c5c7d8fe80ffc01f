# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""EasyPrivacy: its host rules (``||host^``), or a hosts file made of it (GPL-3.0 or CC-BY-SA-3.0; never bundled).

The list says that a host tracks, not what for. Rules for addresses, pages or elements are no statement about a host
and are skipped, and so are exceptions.
"""

import re
from typing import Final

from inspector.core.label import Purpose
from inspector.knowledge.packs.api import MOST_ENTRIES, Document, PackData, PackFormat, need

_RULE: Final = re.compile(r"\|\|([a-z0-9._-]{1,253})\^(?:\$(?:third-party|3p))?", re.IGNORECASE)
_HOSTS_LINE: Final = re.compile(r"(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+([a-z0-9._-]{1,253})\s*(?:#.*)?", re.IGNORECASE)
_LOCAL: Final = frozenset({"localhost", "localhost.localdomain", "local", "broadcasthost", "0.0.0.0"})  # noqa: S104  # names


def recognise(document: Document) -> bool:
    """Whether the file looks like a filter list or a hosts file."""
    head = document.content[:20_000].decode("utf-8", "replace")
    if head.lstrip()[:1] in ("{", "["):
        return head.lstrip().lower().startswith("[adblock")
    return any(_RULE.fullmatch(line.strip()) or _HOSTS_LINE.fullmatch(line.strip()) for line in head.splitlines())


def read(document: Document) -> PackData:
    """Return the hosts that the list calls trackers."""
    data = PackData()
    lines = document.text().splitlines()
    need(len(lines) <= MOST_ENTRIES, f"it has more than {MOST_ENTRIES:,} lines")
    for line in lines:
        text = line.strip()
        if not text or text[0] in "!#[":
            continue
        match = _RULE.fullmatch(text) or _HOSTS_LINE.fullmatch(text)
        if match is None:
            data.skipped += 1
        elif match[1].lower() not in _LOCAL:
            data.add_domain(match[1], None, "tracking", Purpose.UNKNOWN)
    return data


FORMAT: Final = PackFormat(
    id="easyprivacy",
    name="EasyPrivacy",
    licence="GPL-3.0-or-later or CC-BY-SA-3.0",
    attribution="The EasyList authors (easylist.to)",
    trust=5,
    recognise=recognise,
    read=read,
)
