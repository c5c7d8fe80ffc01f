# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What changed between two versions of a policy, claim by claim."""

from enum import StrEnum

from inspector.core.frozen import frozen
from inspector.core.policy import Claim, Policy, Stance


class ChangeKind(StrEnum):
    """How a claim changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"  # the same claim says something else now
    REWORDED = "reworded"  # the same claim in other words


@frozen
class ClaimChange:
    """One claim that differs. ``what`` names the attributes that changed, with old and new value as text."""

    kind: ChangeKind
    field: str
    before: Claim | None = None
    after: Claim | None = None
    what: tuple[tuple[str, str, str], ...] = ()


@frozen
class StanceChange:
    """A field of the record whose answer changed."""

    field: str
    before: Stance
    after: Stance


@frozen
class PolicyDiff:
    """Two versions of a policy and everything that differs between them."""

    before: Policy
    after: Policy
    stances: tuple[StanceChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
