# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""IAB device storage disclosures: what a TCF vendor itself declares of its cookies (version 1.1, October 2025).

Purpose 1 (store and read on a device) says nothing of what for; ``optOut`` marks a cookie that records an opt-out.
"""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.label import Purpose
from inspector.knowledge.packs.api import (
    Document,
    PackData,
    PackFormat,
    find_domain,
    mapping,
    need,
    read_json,
    sequence,
    words,
)

_BY_PURPOSE: Final = (
    (frozenset({2, 3, 4, 7}), Purpose.ADVERTISING),
    (frozenset({8, 9, 10}), Purpose.ANALYTICS),
    (frozenset({5, 6, 11}), Purpose.FUNCTIONAL),
)
_BY_SPECIAL_PURPOSE: Final = ((frozenset({3}), Purpose.CONSENT), (frozenset({1}), Purpose.SECURITY))
_DAY: Final = 86_400
_LONGEST_DAYS: Final = 36_500


def recognise(document: Document) -> bool:
    """Whether the file looks like a disclosure."""
    head = document.content[:20_000]
    return b'"disclosures"' in head and b'"identifier"' in head


def read(document: Document) -> PackData:
    """Return the cookies that a vendor declares; other storage is skipped."""
    data = PackData()
    disclosures = sequence(mapping(read_json(document), "the file").get("disclosures"), "disclosures")
    for number, entry in enumerate(disclosures, 1):
        _add(data, mapping(entry, f"disclosure {number}"), f"disclosure {number}")
    return data


def _add(data: PackData, entry: Mapping[str, Any], where: str) -> None:
    identifier = words(entry.get("identifier"), f"{where}: identifier")
    purpose = _purpose(entry, where)
    if entry.get("type") != "cookie" or purpose is None:
        data.skipped += 1
        return
    days, session = _life(entry.get("maxAgeSeconds"), where)
    domains = sequence(entry.get("domains") or ["*"], f"{where}: domains")
    need(all(isinstance(domain, str) for domain in domains), f"{where}: a domain is not a text")
    for domain in domains:
        data.add_cookie(
            identifier.rstrip("*"),
            purpose,
            wildcard=identifier.endswith("*"),
            domain=find_domain(domain),
            days=days,
            session=session,
            note="declared by the vendor as its opt-out" if purpose is Purpose.OPT_OUT else "declared by the vendor",
        )


def _purpose(entry: Mapping[str, Any], where: str) -> Purpose | None:
    if entry.get("optOut") is True:
        return Purpose.OPT_OUT
    for key, table in (("purposes", _BY_PURPOSE), ("specialPurposes", _BY_SPECIAL_PURPOSE)):
        numbers = sequence(entry.get(key) or [], f"{where}: {key}")
        for wanted, purpose in table:
            if any(isinstance(number, int) and number in wanted for number in numbers):
                return purpose
    return None


def _life(seconds: Any, where: str) -> tuple[float | None, bool | None]:
    if seconds is None:
        return None, None
    need(isinstance(seconds, int | float) and not isinstance(seconds, bool), f"{where}: maxAgeSeconds is no number")
    days = seconds / _DAY
    return (round(days, 5), False) if 0 < days <= _LONGEST_DAYS else (None, True if seconds <= 0 else None)


FORMAT: Final = PackFormat(
    id="device-storage",
    name="IAB device storage disclosure",
    licence="the vendor's own public declaration",
    attribution="the vendor named in the file",
    trust=1,
    recognise=recognise,
    read=read,
    one_per_file=True,
)
