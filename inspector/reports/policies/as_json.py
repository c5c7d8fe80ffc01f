# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Records as JSON: one array, or one object on a line for each source in its order (JSON Lines)."""

import json
from collections.abc import Sequence
from typing import Any

from inspector.core.policy import Policy
from inspector.reports.policies.record import record_of, unread


def as_jsonl(policies: Sequence[Policy | str]) -> str:
    """Return one line for each source; a source that could not be read is its location and has a line too."""
    return "".join(json.dumps(_record(policy), ensure_ascii=False) + "\n" for policy in policies)


def as_json(policies: Sequence[Policy | str]) -> str:
    """Return one array."""
    return json.dumps([_record(policy) for policy in policies], ensure_ascii=False, indent=2) + "\n"


def _record(policy: Policy | str) -> dict[str, Any]:
    return unread(policy) if isinstance(policy, str) else record_of(policy)
