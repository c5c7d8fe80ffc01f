# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What differs between two policies, as differences like any other: another statement is a warning, other words a note.

That a declared lifetime became longer is told as such: it is what a visitor loses by.
"""

from collections.abc import Iterator

from inspector.core.comparison import Detail, Difference, Subject, Turn
from inspector.core.finding import Level
from inspector.core.policy import Claim, Policy
from inspector.core.policy_change import ChangeKind, ClaimChange
from inspector.core.visible import visible
from inspector.policies.diff import diff_policies

_QUOTE = 300
_TURNS = {ChangeKind.ADDED: Turn.NEW, ChangeKind.REMOVED: Turn.GONE}


def compare_policies(before: Policy, after: Policy) -> tuple[Difference, ...]:
    """Return what differs, claim by claim, and the answers that changed with them."""
    diff = diff_policies(before, after)
    answers = tuple(
        Difference(
            Turn.CHANGED,
            Subject.STATEMENT,
            Level.WARNING,
            f"the answer on {change.field} was {change.before.value}, is {change.after.value}",
            change.field,
            details=(Detail("answer", change.before.value, change.after.value),),
        )
        for change in diff.stances
    )
    return (*answers, *(_difference(change) for change in diff.claims))


def _difference(change: ClaimChange) -> Difference:
    turn = Turn.LONGER if _longer(change) else _TURNS.get(change.kind, Turn.CHANGED)
    level = Level.NOTE if change.kind is ChangeKind.REWORDED else Level.WARNING
    claim = change.after or change.before
    details = tuple(Detail(*(visible(text, _QUOTE) for text in held)) for held in change.what)
    names = ", ".join(claim.names) if claim is not None else ""
    line = claim.quote.line if claim is not None else None
    return Difference(
        turn, Subject.STATEMENT, level, ". ".join(_said(change)), change.field, names, details=details, line=line
    )


def _said(change: ClaimChange) -> Iterator[str]:
    if change.before is not None and change.after is not None:
        facts = "; ".join(f"{what} was {before}, is {after}" for what, before, after in change.what)
        yield facts or "the same in other words"
    if change.before is not None:
        yield f"{'Before' if change.after else 'No longer'}: {_quoted(change.before)}"
    if change.after is not None:
        yield f"Now: {_quoted(change.after)}"


def _quoted(claim: Claim) -> str:
    return f"“{visible(' '.join(claim.quote.text.split()), _QUOTE)}” (line {claim.quote.line})"


def _longer(change: ClaimChange) -> bool:
    before = change.before.lifetime if change.before else None
    after = change.after.lifetime if change.after else None
    if before is None or after is None or after.session:
        return False
    if before.session:
        return after.days is not None
    return before.days is not None and after.days is not None and after.days > before.days
