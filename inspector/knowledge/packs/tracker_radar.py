# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""DuckDuckGo Tracker Radar: one file a domain, or many of them as one JSON list (CC-BY-NC-SA-4.0; never bundled)."""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.label import Purpose
from inspector.knowledge.packs.api import Document, PackData, PackFormat, mapping, read_json, sequence, words

# A domain has many categories; the first of these that it has decides.
_PURPOSES: Final = (
    ("Ad Motivated Tracking", Purpose.ADVERTISING),
    ("Advertising", Purpose.ADVERTISING),
    ("Third-Party Analytics Marketing", Purpose.ADVERTISING),
    ("Ad Fraud", Purpose.SECURITY),
    ("Fraud Prevention", Purpose.SECURITY),
    ("Consent Management Platform", Purpose.CONSENT),
    ("Session Replay", Purpose.ANALYTICS),
    ("Audience Measurement", Purpose.ANALYTICS),
    ("Analytics", Purpose.ANALYTICS),
    ("Social Network", Purpose.SOCIAL),
    ("Social - Share", Purpose.SOCIAL),
    ("Social - Comment", Purpose.SOCIAL),
    ("Federated Login", Purpose.AUTHENTICATION),
    ("SSO", Purpose.AUTHENTICATION),
    ("Support Chat Widget", Purpose.FUNCTIONAL),
    ("Online Payment", Purpose.FUNCTIONAL),
    ("Embedded Content", Purpose.FUNCTIONAL),
    ("Tag Manager", Purpose.FUNCTIONAL),
    ("CDN", Purpose.FUNCTIONAL),
)


def recognise(document: Document) -> bool:
    """Whether the file looks like a domain's file of Tracker Radar."""
    content = document.content[:200_000]
    return b'"domain"' in content and b'"prevalence"' in content and b'"owner"' in content


def read(document: Document) -> PackData:
    """Return what the list says of each domain."""
    data = PackData()
    content = read_json(document)
    for number, entry in enumerate(content if isinstance(content, list) else [content], 1):
        _add(data, mapping(entry, f"domain {number}"), f"domain {number}")
    return data


def _add(data: PackData, entry: Mapping[str, Any], where: str) -> None:
    owner = mapping(entry.get("owner") or {}, f"{where}: owner")
    categories = sequence(entry.get("categories") or [], f"{where}: categories")
    purpose = next((purpose for name, purpose in _PURPOSES if name in categories), Purpose.UNKNOWN)
    shown = ", ".join(words(category, f"{where}: a category") for category in categories) or "no category"
    name = owner.get("displayName") or owner.get("name")
    domain = words(entry.get("domain"), f"{where}: domain")
    data.add_domain(domain, None if name is None else words(name, f"{where}: owner"), shown, purpose)


FORMAT: Final = PackFormat(
    id="tracker-radar",
    name="DuckDuckGo Tracker Radar",
    licence="CC-BY-NC-SA-4.0",
    attribution="Duck Duck Go, Inc.",
    trust=3,
    recognise=recognise,
    read=read,
)
