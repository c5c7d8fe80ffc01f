# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""WhoTracks.me / Ghostery TrackerDB as JSON: patterns with domains, categories, organisations (CC-BY-NC-SA-4.0)."""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.label import Purpose
from inspector.knowledge.packs.api import Document, PackData, PackFormat, mapping, read_json, sequence, words

_PURPOSES: Final = {
    "advertising": Purpose.ADVERTISING,
    "pornvertising": Purpose.ADVERTISING,
    "site_analytics": Purpose.ANALYTICS,
    "consent": Purpose.CONSENT,
    "customer_interaction": Purpose.FUNCTIONAL,
    "audio_video_player": Purpose.FUNCTIONAL,
    "cdn": Purpose.FUNCTIONAL,
    "comments": Purpose.SOCIAL,
    "social_media": Purpose.SOCIAL,
    "hosting": Purpose.FUNCTIONAL,
    "utilities": Purpose.FUNCTIONAL,
}


def recognise(document: Document) -> bool:
    """Whether the file looks like TrackerDB's JSON."""
    content = document.content
    return b'"patterns"' in content and b'"organizations"' in content and b'"categories"' in content


def read(document: Document) -> PackData:
    """Return what the list says of each domain."""
    file = mapping(read_json(document), "the file")
    owners = mapping(file.get("organizations"), "organizations")
    data = PackData()
    for key, pattern in mapping(file.get("patterns"), "patterns").items():
        entry = mapping(pattern, f"pattern {key}")
        category = words(entry.get("category") or "", f"pattern {key}: category")
        owner = _owner(owners, entry, key)
        for domain in sequence(entry.get("domains") or [], f"pattern {key}: domains"):
            purpose = _PURPOSES.get(category, Purpose.UNKNOWN)
            data.add_domain(words(domain, f"pattern {key}: a domain"), owner, category or "no category", purpose)
    return data


def _owner(owners: Mapping[str, Any], entry: Mapping[str, Any], key: str) -> str | None:
    organisation = owners.get(str(entry.get("organization")))
    if organisation is None:
        return None if entry.get("name") is None else words(entry["name"], f"pattern {key}: name")
    return words(mapping(organisation, f"organisation of {key}").get("name"), f"organisation of {key}: name")


FORMAT: Final = PackFormat(
    id="trackerdb",
    name="WhoTracks.me / Ghostery TrackerDB",
    licence="CC-BY-NC-SA-4.0",
    attribution="Ghostery GmbH",
    trust=3,
    recognise=recognise,
    read=read,
)
