# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Records as JSON: one array, or one object on a line for each source in its order (JSON Lines)."""

import json
from collections.abc import Sequence
from typing import Any

from inspector.core.policy import Policy
from inspector.core.policy_change import PolicyDiff
from inspector.reports.policies.record import claim_of, record_of, source_of, unread


def as_jsonl(policies: Sequence[Policy | str]) -> str:
    """Return one line for each source; a source that could not be read is its location and has a line too."""
    return "".join(json.dumps(_record(policy), ensure_ascii=False) + "\n" for policy in policies)


def as_json(policies: Sequence[Policy | str]) -> str:
    """Return one array."""
    return json.dumps([_record(policy) for policy in policies], ensure_ascii=False, indent=2) + "\n"


def _record(policy: Policy | str) -> dict[str, Any]:
    return unread(policy) if isinstance(policy, str) else record_of(policy)


def diff_as_json(diff: PolicyDiff) -> str:
    """Return what changed between two versions as one object."""
    changes = [
        {
            "kind": str(change.kind),
            "field": change.field,
            "what": [{"attribute": name, "before": before, "after": after} for name, before, after in change.what],
            "before": claim_of(change.before) if change.before else None,
            "after": claim_of(change.after) if change.after else None,
        }
        for change in diff.claims
    ]
    found = {
        "before": source_of(diff.before.document.source),
        "after": source_of(diff.after.document.source),
        "stances": [{"field": c.field, "before": str(c.before), "after": str(c.after)} for c in diff.stances],
        "claims": changes,
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
