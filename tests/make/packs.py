# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Small community lists in the formats that can be imported; every entry is made up."""

import json
from typing import Any, Final

OCD_HEADER: Final = (
    "ID,Platform,Category,Cookie / Data Key name,Domain,Description,Retention period,Data Controller,"
    "User Privacy & GDPR Rights Portals,Wildcard match"
)
OCD_ROWS: Final = (
    'a1,Made,Marketing,made_ad,made-ads.example (3rd party),"Ads, made up",13 months,Made Ltd,https://made.example,0',
    "a2,Made,Functional,made_pref,,A choice,Session,Made Ltd,https://made.example,0",
    "a3,Made,Analytics,made_an_,,Counts,30 days,Made Ltd,https://made.example,1",
    "a4,Google,Marketing,_ga,,A wrong entry,2 years,Made Ltd,https://made.example,0",
)


def ocd_csv(*rows: str) -> bytes:
    """Return a CSV of Open Cookie Database."""
    return "\r\n".join((OCD_HEADER, *(rows or OCD_ROWS))).encode() + b"\r\n"


def ocd_json() -> bytes:
    """Return the JSON of Open Cookie Database."""
    entry = {
        "id": "a1",
        "category": "Marketing",
        "cookie": "made_ad",
        "domain": "made-ads.example (3rd party)",
        "description": "Ads",
        "retentionPeriod": "13 months",
        "dataController": "Made Ltd",
        "privacyLink": "https://made.example",
        "wildcardMatch": "0",
    }
    return as_json({"Made": [entry, {**entry, "cookie": "made_an_", "category": "Analytics", "wildcardMatch": "1"}]})


def disconnect() -> bytes:
    """Return a ``services.json`` of Disconnect."""
    companies = [{"Made Ads": {"https://made.example/": ["made-ads.example", "made-sync.example"], "performance": "x"}}]
    return as_json(
        {
            "license": "Made for a test",
            "categories": {
                "Advertising": companies,
                "Analytics": [{"Counter": {"http://counter.example/": ["counter.example"]}}],
                "FingerprintingInvasive": [{"Printer": {"https://printer.example/": ["printer.example"]}}],
            },
        }
    )


def tracker_radar(domain: str = "made-ads.example", categories: tuple[str, ...] = ("Advertising", "CDN")) -> bytes:
    """Return a domain's file of Tracker Radar."""
    owner = {"name": "Made Ads Inc.", "displayName": "Made Ads"}
    return as_json({"domain": domain, "owner": owner, "prevalence": 0.01, "categories": list(categories)})


def trackerdb() -> bytes:
    """Return TrackerDB's JSON."""
    pattern = {"name": "Made Ads", "category": "advertising", "organization": "made", "domains": ["made-ads.example"]}
    return as_json(
        {
            "categories": {"advertising": {"name": "Advertising"}},
            "organizations": {"made": {"name": "Made Ltd"}},
            "patterns": {
                "made_ads": pattern,
                "lonely": {"name": "Lonely", "category": "misc", "organization": None, "domains": ["lonely.example"]},
            },
        }
    )


def easyprivacy() -> bytes:
    """Return a filter list in EasyPrivacy's form."""
    return b"""[Adblock Plus 2.0]
! Title: EasyPrivacy, made up
||made-ads.example^$third-party
||counter.example^
/pixel.gif?$image
@@||counter.example^$script
##.banner
"""


def hosts_file() -> bytes:
    """Return the same as a hosts file."""
    return b"# made up\n127.0.0.1 localhost\n0.0.0.0 made-ads.example\n0.0.0.0 counter.example # counts\n"


def device_storage() -> bytes:
    """Return a device storage disclosure (IAB, version 1.1)."""
    return as_json(
        {
            "disclosures": [
                {
                    "identifier": "made_id",
                    "type": "cookie",
                    "maxAgeSeconds": 86400,
                    "domains": ["*"],
                    "purposes": [1, 7],
                },
                {
                    "identifier": "made_s*",
                    "type": "cookie",
                    "maxAgeSeconds": 0,
                    "domains": ["*.made.example"],
                    "purposes": [8],
                },
                {
                    "identifier": "made_out",
                    "type": "cookie",
                    "maxAgeSeconds": 1,
                    "domains": None,
                    "optOut": True,
                    "purposes": [3],
                },
                {"identifier": "made_c", "type": "cookie", "specialPurposes": [3], "domains": ["*"]},
                {"identifier": "made_store", "type": "web", "purposes": [3]},
                {"identifier": "made_only_1", "type": "cookie", "purposes": [1], "domains": ["*"]},
            ]
        }
    )


def as_json(content: Any) -> bytes:
    """Return content as JSON."""
    return json.dumps(content, indent=1).encode()
