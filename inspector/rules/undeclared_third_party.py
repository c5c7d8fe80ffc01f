# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A third party is proven on the site, and the policy declares neither it nor third parties for that purpose.

What: one finding for each company behind third parties' cookies that are tied to the site (stored in its partition,
recorded on its pages, or on the tester's word) and that no claim declares: not its name, not its company, not "third
parties" for what it does. It is a warning, and an error where the policy claims to be complete and the cookie is known
to be marketing. Nothing is flagged where third parties are declared without saying what for, and
nothing is judged where a part of the policy could not be read: that part may name the company. For the same
reason it is a note where the policy refers to another page that was not handed in, and where it prints the name of the
company's cookie in words that were not understood.

Why: that other companies receive data about a visit is the first thing a policy has to say.

Example: a shop's policy speaks of its own cart cookie; "IDE" of doubleclick.net lies in the shop's partition.

Sources: CookieBlock violation method 5 (USENIX Security 2022). GDPR, article 13 (1) (e): recipients are to be named.
"""

from collections.abc import Iterator
from typing import Final

from inspector.core.finding import Level
from inspector.core.label import Group, Purpose
from inspector.core.policy import Stance
from inspector.core.report import Completeness
from inspector.rules.api import Outcome, Rule
from inspector.rules.attribution import WHY
from inspector.rules.blindness import silent_policy
from inspector.rules.case import Case, CaseKind, CookieCase, kinds_of
from inspector.rules.mentions import MENTIONED
from inspector.rules.purposes import EXEMPT
from inspector.rules.words import because, count, named, what

DELEGATED: Final = "the policy refers to another page for more, which was not read"


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each undeclared company."""
    denied = case.policy.record.stance("third_party_cookies") is Stance.DENIED
    if case.completeness is Completeness.SILENT or denied or case.declared.third_in_general:
        return
    declared = case.declared
    any_third = bool(declared.third or declared.vendors)
    for company, found in _by_company(case, any_third).items():
        ranks = {id(kind): _level(case, kind).rank for kind in kinds_of(found)}
        worst = max(found, key=lambda held: ranks[id(held.kind)])
        if case.standing.missing:
            yield RULE.undecided("a part of the policy could not be read, and may declare this company", worst)
            continue
        finding = RULE.found(
            f"{company} sets {named(worst)} on this site ({what(worst)}), and the policy declares neither it nor third "
            "parties for that",
            "Name the company and what its cookies are for, or take it off the site",
            worst,
            case.claims("complete")[:1],
            level=_level(case, worst.kind),
            others=[held for held in found if held is not worst],
            evidence=(WHY[worst.attribution], f"{count(len(found), 'cookie')} of it on this site", *because(worst)),
            rests_on_label=any_third,
            subject=company,
        )
        if case.standing.delegated:  # the page that it refers to for more may name the company
            finding = finding.at_most(Level.NOTE, DELEGATED)
        yield finding.at_most(Level.NOTE, MENTIONED) if any(map(case.mentions, found)) else finding


def _by_company(case: Case, any_third: bool) -> dict[str, list[CookieCase]]:
    def undeclared(kind: CaseKind) -> bool:
        unknown = kind.label.purpose is Purpose.UNKNOWN and any_third
        return kind.third and not kind.matches and not unknown and kind.label.purpose not in EXEMPT

    found: dict[str, list[CookieCase]] = {}
    for held in case.where(undeclared):
        found.setdefault(held.kind.company, []).append(held)
    return found


def _level(case: Case, kind: CaseKind) -> Level:
    marketing = kind.sure and kind.label.group is Group.MARKETING
    return Level.ERROR if marketing and case.completeness is Completeness.COMPLETE else Level.WARNING


RULE = Rule("CI102", "undeclared-third-party", Level.WARNING, __doc__, check, by_label=True, unasked=silent_policy)
