# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies made again from the rows of a dataset, so that the classifier and the rules can be asked about them again.

A value is not there; what it showed is. The rules are given a text that shows them the same: the mark of an identifier
(equal where the values were), an address that is nobody's, the word of an opt-out, or a dash that shows nothing.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from inspector.core.cookie import Cookie, Priority, RowProblem, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.evidence import Sighting
from inspector.core.isolation import NOT_ISOLATED, Container, Isolation, Partition
from inspector.core.lifetime import UNKNOWN_LIFETIME, Lifetime, LifetimeBasis
from inspector.core.moments import SECOND_US
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef

_ADDRESS: Final = "somebody@address.invalid"
_OPTED_OUT: Final = "OPT_OUT"  # as networks write it into the cookie that holds an identifier otherwise
_NOTHING: Final = "-"


class StoredCookie(NamedTuple):
    """A cookie made again, the id of its row, what its value showed, and how a recording saw it."""

    id: str
    cookie: Cookie
    kind: str | None
    opt_out: str | None
    seen: Sighting | None


def stored_cookie(row: Mapping[str, Any]) -> StoredCookie:
    """Return the cookie of a row of ``cookies``."""
    return StoredCookie(row["cookie_id"], _cookie(row), row["value_kind"], row["value_opt_out"], _sighting(row))


def _cookie(row: Mapping[str, Any]) -> Cookie:
    host = row["host"] or ""
    return Cookie(
        StoreRef(row["browser"] or "unknown", row["profile"] or "", row["store"] or "", Family(row["family"])),
        _isolation(row),
        f".{host}" if row["host_only"] is False and host else host,
        row["host_only"],
        row["name"] or "",
        row["path"],
        row["created"],
        row["accessed"],
        row["updated"],
        _expires(row),
        row["session"],
        row["secure"],
        row["http_only"],
        SameSite(row["same_site"]),
        row["partitioned_attribute"],
        Priority(row["priority"]),
        SourceScheme(row["source_scheme"]),
        row["source_port"],
        SourceType(row["source_type"]),
        ValueState(row["value_state"]),
        row["value_length"],
        "",
        _stand_in(row),
        row["updated_is_real"],
        tuple(RowProblem(*_parted(problem)) for problem in row["problems"]),
        _requested(row),
    )


def _parted(problem: str) -> tuple[str, str]:
    field, _, why = problem.partition(": ")
    return field, why


def _isolation(row: Mapping[str, Any]) -> Isolation:
    site, container = row["partition_site"], row["container"]
    first_party, private = row["first_party_domain"], row["private"]
    partition = None if site is None else Partition(site, row["partition_cross_site"], row["partition_port"])
    inside = None
    if container is not None:
        inside = Container(int(container)) if container.isdecimal() and len(container) < 18 else Container(0, container)
    raw = "|".join("" if part is None else str(part) for part in (*(partition or ()), container, first_party))
    if not raw.strip("|") and private is None:
        return NOT_ISOLATED
    return Isolation(partition, inside, first_party, private, raw)


def _requested(row: Mapping[str, Any]) -> Lifetime:
    basis, seconds = LifetimeBasis(row["requested_basis"]), row["requested_seconds"]
    if basis is LifetimeBasis.UNKNOWN and seconds is None:
        return UNKNOWN_LIFETIME
    return Lifetime(_us(seconds), basis)


def _expires(row: Mapping[str, Any]) -> int | None:
    """When it ends, by the lifetime where one is told: moments to the day do not give that again."""
    real = row["updated"] is not None and row["updated_is_real"]
    start, span = row["updated"] if real else row["created"], _us(row["stored_seconds"])
    if span is None or start is None:
        ends: int | None = row["expires"]
        return ends
    return int(start + span)


def _us(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds * SECOND_US)


def _stand_in(row: Mapping[str, Any]) -> Secret | None:
    if row["value_kind"] is None:
        return None
    if row["value_opt_out"] == "opted_out":
        return Secret(_OPTED_OUT)
    if row["value_is_identifier"] and row["value_mark"] is not None:
        return Secret(row["value_mark"])
    return Secret(_ADDRESS if row["value_has_address"] else _NOTHING)


def _sighting(row: Mapping[str, Any]) -> Sighting | None:
    pages, setter = row["pages"], row["set_by"]
    told = (setter, row["set_by_header"], row["sent_back"], row["before_choice"])
    if not pages and all(fact is None for fact in told):
        return None
    return Sighting(
        pages[0] if pages else None,
        row["set_by_header"] is True,
        None,
        None if setter is None else f"https://{setter}/",
        tuple(pages[1:]),
        row["sent_back"] is True,
        row["before_choice"],
    )
