# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a rule is: a code, a name that says what it flags, a level, its documentation and a check."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from inspector.core.finding import ClaimRef, CookieRef, Finding, Level, NotJudged
from inspector.core.frozen import frozen
from inspector.core.policy import Claim
from inspector.core.rule_page import Fact
from inspector.rules.case import Case, CookieCase

Outcome = Finding | NotJudged
_COOKIE: Final = Finding._fields.index("cookie")
_OTHERS: Final = Finding._fields.index("others")
_new: Final = tuple.__new__  # of a named tuple, without a step of Python in between
UNSURE = "what this cookie is for is likely, not sure: no sourced, undisputed entry says it"


def always_asked(case: Case) -> str:
    """Say that a rule can be asked in any case."""
    return ""


@frozen
class Rule:
    """One rule. ``text`` is the documentation: the module's docstring, in sections (see documentation.py).

    The check yields findings, and says where it could not decide and why; it never sorts, prints or looks at the
    settings: levels are changed and caps applied by the engine. ``about_policy``, ``by_label`` and ``needs`` are those
    of :class:`~inspector.core.rule_page.AskedRule`; ``unasked`` says why the rule is blind in a case, ``""`` where it
    sees: that it finds nothing is then no answer, and is never shown as one.
    """

    code: str
    name: str
    level: Level
    text: str
    check: Callable[[Case], Iterator[Outcome]]
    about_policy: bool = False
    by_label: bool = False
    needs: tuple[Fact, ...] = ()
    unasked: Callable[[Case], str] = always_asked

    def found(
        self,
        message: str,
        what_to_do: str,
        cookie: CookieCase | None = None,
        claims: Iterable[Claim] = (),
        *,
        level: Level | None = None,
        others: Iterable[CookieCase] = (),
        evidence: Iterable[str] = (),
        rests_on_label: bool = False,
        subject: str = "",
    ) -> Finding:
        """Return a finding of this rule; ``subject`` is what one on several cookies is about.

        ``rests_on_label``: it depends on what the cookie is for, and so is a note, worded "likely", where the label
        is not sure.
        """
        cap = Level.NOTE if rests_on_label and cookie is not None and not cookie.sure else None
        level = level or self.level
        return Finding(
            self.code,
            self.name,
            level if cap is None else level.capped(cap),
            f"Likely: {message}" if cap else message,
            what_to_do,
            None if cookie is None else cookie.ref,
            tuple([ClaimRef.of(claim) for claim in claims]),
            tuple([other.ref for other in others]),
            tuple(evidence),
            cap,
            UNSURE if cap else "",
            subject=subject,
        )

    def again(self, finding: Finding) -> Callable[[CookieCase], Finding]:
        """Return what makes a finding of this rule on one cookie the finding on another cookie of the same kind.

        For what is said word for word of a hundred thousand cookies: the sentences are made once and shared.
        """
        before, behind = finding[:_COOKIE], (finding.claims, (), *finding[_OTHERS + 1 :])
        return lambda cookie: _new(Finding, (*before, cookie.ref, *behind))

    def undecided(self, why: str, cookie: CookieCase | None = None, claim: Claim | None = None) -> NotJudged:
        """Return the statement that this rule could not decide, and why."""
        refs: tuple[CookieRef | None, ClaimRef | None] = (
            None if cookie is None else cookie.ref,
            None if claim is None else ClaimRef.of(claim),
        )
        return NotJudged(why, *refs, code=self.code)
