# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An opt-out is recorded, and an identifier of the same company is there all the same.

What: the cookie that records an opt-out of a company has the value that means it, and a live identifier of that
company is in the same compartment (partition, container) of the same profile. For Google's DART exactly: an "id" that
says so, and "IDE". Where the value decides and was not read, it is not judged. What is remembered of earlier scans
plays no part: both cookies are there now, or there is no contradiction, and a report says the same on every computer.
That an opt-out was there and is gone is no contradiction; "optout --check" tells of it.

Why: the opt-out is not in force, or the company identifies the browser in spite of it; the visitor should know.

Example: an "id" on doubleclick.net that records the opt-out, and beside it an "IDE" that was set later.

Sources: Google's opt-out plugin (google/iba-opt-out-plugin, 2024), which keeps the first and deletes the second; the
table of opt-out cookies, each with its own source.
"""

from collections.abc import Iterator

from inspector.core.finding import CookieRef, Level
from inspector.core.optout import OptOutState
from inspector.core.rule_page import Fact
from inspector.core.visible import visible
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CookieCase


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each company's opt-out that is contradicted, and say where a value decides."""
    if not case.opt_outs:
        return
    by_id = {held.ref.id: held for held in case.cookies}
    for standing in case.opt_outs:
        marks = _held(standing.cookies, by_id)
        if not marks:
            continue
        if standing.state is OptOutState.CANNOT_TELL:
            yield RULE.undecided(f"an opt-out of {visible(standing.name, 80)}: {visible(standing.why, 300)}", marks[0])
        if standing.state is OptOutState.CONTRADICTED:
            others = _held(standing.identifiers, by_id)
            yield RULE.found(
                f"An opt-out of {visible(standing.name, 80)} is contradicted: {visible(standing.why, 300)}",
                "Opt out again on the company's page, and look again",
                marks[0],
                others=[*marks[1:], *others],
                evidence=tuple(link.url for link in standing.links[:1]),
                subject=" in ".join(filter(None, (standing.vendor, marks[0].ref.partition))),
            )


def _held(refs: tuple[CookieRef, ...], by_id: dict[str, CookieCase]) -> list[CookieCase]:
    return [by_id[ref.id] for ref in refs if ref.id in by_id]


RULE = Rule("CI504", "opt-out-contradicted", Level.NOTE, __doc__, check, needs=(Fact.VALUE,))
