# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Two statements of the policy pull against each other.

What: the policy's reader found two sentences that cannot both hold as they stand. Both are quoted; which of them holds
is not judged.

Why: a reader who finds one of the two sentences does not know of the other.

Example: "Your information is not transferred to any company" beside "Google uses cookies to serve ads on our site".

Sources: policies.md of the project's reference, section 2, case 2: policies that contradict themselves.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.visible import visible
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case
from inspector.rules.denials import closes_list


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each pair of statements."""
    by_id = {claim.id: claim for claim in case.policy.claims}
    for conflict in case.policy.record.conflicts:
        claims = [by_id[claim_id] for claim_id in conflict.claims if claim_id in by_id]
        if len(claims) < 2 or any(map(closes_list, claims)):
            continue
        why = f" ({visible(conflict.why, 300)})" if conflict.why else ""
        yield RULE.found(
            f"two statements of the policy are in tension{why}",
            "Say which of the two holds, and for whom",
            None,
            claims,
        )


RULE = Rule("CI208", "statements-in-tension", Level.NOTE, __doc__, check, about_policy=True)
