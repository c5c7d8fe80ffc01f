# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy of a run as a document of the dataset: its readable text with its structure, and the record made of it.

The claims are a table; with both, the policy is there to be judged against again. Reduced, a local file's name and
links that lead nowhere public are left out.
"""

import json
from dataclasses import replace
from typing import Any, Final

from inspector.core.policy import (
    Claim,
    Document,
    LifetimeFrom,
    Policy,
    PolicyRecord,
    Quote,
    Scope,
    Source,
    Stance,
    StatedLifetime,
    StatedPurpose,
    Subject,
)
from inspector.datasets.cells import CellError
from inspector.datasets.records import plain_record, record_of
from inspector.datasets.telling import Telling

_PUBLIC: Final = ("http://", "https://")
_UNNAMED: Final = "policy"


def policy_path(run_id: str) -> str:
    """Return the path of a run's policy among the documents."""
    return f"policies/{run_id}.json"


def told_policy(policy: Policy, telling: Telling) -> Policy:
    """Return the policy as it is told."""
    if telling.full:
        return policy
    document = policy.document
    told = replace(
        document,
        source=_told_source(document.source),
        links=tuple(link for link in document.links if link.url.startswith((*_PUBLIC, "mailto:"))),
        parts=tuple(part._replace(source=_told_source(part.source)) for part in document.parts),
    )
    return replace(policy, document=told)


def _told_source(source: Source) -> Source:
    """An address is public, a path is the maker's own business; when it was read is told to the day."""
    retrieved = source.retrieved
    return replace(
        source,
        location=source.location if source.location.startswith(_PUBLIC) else _UNNAMED,
        retrieved=None if retrieved is None else retrieved.replace(hour=0, minute=0, second=0, microsecond=0),
    )


def policy_bytes(policy: Policy) -> bytes:
    """Return a policy's document and record as JSON."""
    held = {"document": plain_record(policy.document), "record": plain_record(policy.record)}
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def read_policy(data: bytes, claims: list[dict[str, Any]]) -> Policy:
    """Return a policy from its document and the rows of its claims; raise :class:`CellError` where they are none."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CellError("a policy is no JSON") from error
    if not isinstance(held, dict):
        raise CellError("a policy is no object")
    document = record_of(Document, held.get("document"))
    record = record_of(PolicyRecord, held.get("record"))
    return Policy(document, tuple(_claim(row) for row in claims), record)


def _claim(row: dict[str, Any]) -> Claim:
    lifetime = None
    if row["lifetime_basis"] is not None:
        lifetime = StatedLifetime(
            row["lifetime_days"],
            bool(row["lifetime_session"]),
            LifetimeFrom(row["lifetime_basis"]),
            row["lifetime_start"] or 0,
            row["lifetime_end"] or 0,
        )
    return Claim(
        row["claim_id"],
        row["field"],
        Stance(row["stance"]),
        Quote(row["quote"] or "", row["quote_start"], row["quote_end"], row["quote_line"]),
        Subject(row["subject"]),
        Scope(row["scope"]),
        None if row["purpose"] is None else StatedPurpose(row["purpose"]),
        row["vendor"],
        row["names"],
        lifetime,
        row["opt_out"],
        row["url"],
        row["provider"],
        row["storage"],
        row["purpose_text"] or "",
    )
