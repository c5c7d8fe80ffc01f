# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Disconnect's ``services.json``: domains of trackers by company and category (CC-BY-NC-SA-4.0; never bundled)."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from inspector.core.label import Purpose
from inspector.knowledge.packs.api import Document, PackData, PackFormat, mapping, read_json, sequence, words

_PURPOSES: Final = {
    "Advertising": Purpose.ADVERTISING,
    "Analytics": Purpose.ANALYTICS,
    "Social": Purpose.SOCIAL,
    "Content": Purpose.FUNCTIONAL,
    "Email": Purpose.ADVERTISING,
    "EmailAggressive": Purpose.ADVERTISING,
    "EmailStrict": Purpose.ADVERTISING,
    "Anti-fraud": Purpose.SECURITY,
    "ConsentManagers": Purpose.CONSENT,
}


def recognise(document: Document) -> bool:
    """Whether the file looks like ``services.json``."""
    head = document.content[:20_000]
    return b'"categories"' in head and b'"organizations"' not in head and b'"http' in head


def read(document: Document) -> PackData:
    """Return what the list says of each domain; categories without a purpose (fingerprinting) say just that."""
    file = mapping(read_json(document), "the file")
    data = PackData(licence=words(file.get("license", ""), "license")[:200])
    for category, companies in mapping(file.get("categories"), "categories").items():
        for number, company in enumerate(sequence(companies, category), 1):
            for name, sites in mapping(company, f"{category}, company {number}").items():
                for domain in _domains(mapping(sites, f"{category}, {name}"), f"{category}, {name}"):
                    data.add_domain(domain, name, category, _PURPOSES.get(category, Purpose.UNKNOWN))
    return data


def _domains(sites: Mapping[str, Any], where: str) -> Iterator[str]:
    for address, domains in sites.items():
        if address.startswith("http"):  # other keys are remarks, such as "performance": "true"
            for domain in sequence(domains, f"{where}, {address}"):
                yield words(domain, f"{where}, {address}: a domain")


FORMAT: Final = PackFormat(
    id="disconnect",
    name="Disconnect tracker protection list",
    licence="CC-BY-NC-SA-4.0",
    attribution="Disconnect, Inc.",
    trust=4,
    recognise=recognise,
    read=read,
)
