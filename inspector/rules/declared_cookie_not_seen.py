# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy names a cookie that was not seen.

What: a cookie that the policy lists by name or pattern is neither among the judged cookies nor anywhere else in the
input. Names declared as local storage are not expected among cookies. Nothing is flagged where no cookie of the site
was there to be looked at.

Why: a list that names what is no longer set is out of date. It may as well be a cookie of another page, of another
visitor or of a later moment, so this is a note.

Example: the policy's table lists "__utma", which Google Analytics has not set since 2023.

Sources: CookieBlock, list_undetected_cookies.py (USENIX Security 2022).
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from inspector.core.finding import DeclaredBy, Level
from inspector.core.visible import visible
from inspector.rules.api import Outcome, Rule
from inspector.rules.blindness import no_visit
from inspector.rules.case import Case
from inspector.rules.declarations import NamedDeclaration
from inspector.rules.typos import skeleton


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each printed name that no cookie bears."""
    if not case.cookies and not case.evidence.proves_visit:
        return
    seen, slips = _Seen(case), _printed_by_slip(case)
    told: set[str] = set()
    for held in case.declared.named:
        if held.claim.storage != "cookie" or held.printed in told or seen.bears(held) or held.printed in slips:
            continue
        told.add(held.printed)
        yield RULE.found(
            f'the policy names "{visible(held.printed, 80)}"; no such cookie was seen',
            "Take it out of the list if it is no longer set; it may appear on other pages or for other visitors",
            None,
            (held.claim,),
        )


def _printed_by_slip(case: Case) -> set[str]:
    """Return the printed names that an observed cookie was taken to be meant by, though they are spelt otherwise."""
    by_name = case.where(lambda kind: kind.matches and kind.matches[0].by is DeclaredBy.NAME)
    names = {held.ref.name for held in by_name}
    found = (case.declared.by_slip(name) for name in names if name not in case.declared.exact)
    return {held.printed for held in found if held is not None}


class _Seen:
    """The observed names, sorted, so that a pattern is tried on those only that begin as it does."""

    def __init__(self, case: Case) -> None:
        aside = [cookie.name for cookie, _ in case.aside]
        self._set = {held.cookie.name for held in (*case.cookies, *case.refused)} | set(aside) | case.other_names
        self._sorted = sorted(self._set)

    @cached_property
    def _skeletons(self) -> frozenset[str]:
        return frozenset(map(skeleton, self._set)) - {""}

    def bears(self, held: NamedDeclaration) -> bool:
        """Whether an observed cookie bears the printed name, or is plainly meant by it."""
        if held.pattern is None:
            return held.name in self._set or skeleton(held.name) in self._skeletons
        head = held.pattern.head
        for name in self._sorted[bisect_left(self._sorted, head) :]:
            if not name.startswith(head):
                return False
            if held.pattern.matches(name):
                return True
        return False


RULE = Rule("CI103", "declared-cookie-not-seen", Level.NOTE, __doc__, check, about_policy=True, unasked=no_visit)
