# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of claims: its rows, in the order in which the text makes them, and its columns as data."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from inspector.core.policy import Claim, Policy, Stance
from inspector.core.visible import visible
from inspector.gui.hues import Look
from inspector.gui.models.table import Columns, TableColumn
from inspector.gui.policy import words
from inspector.gui.policy.facts import vendor_names
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

LONGEST_CELL: Final = 300  # characters; the text beside the list has the whole quote

LOOKS: Final[Mapping[Stance, Look]] = {
    Stance.DECLARED: Look.YES,
    Stance.DENIED: Look.NO,
    Stance.CONFLICTING: Look.BOTH,
    Stance.UNSTATED: Look.QUIET,
}


class ClaimRow(NamedTuple):
    """A claim with its texts; they are made once, because the filter looks at all of them."""

    claim: Claim
    what: str
    says: str
    who: str
    quote: str


def claim_rows(policy: Policy) -> tuple[ClaimRow, ...]:
    """Return the claims in the order in which the text makes them."""
    vendors = vendor_names(policy)
    return tuple(claim_row(claim, vendors) for claim in sorted(policy.claims, key=lambda claim: claim.quote.start))


def claim_row(claim: Claim, vendors: Mapping[str, str]) -> ClaimRow:
    """Return one claim as a row; ``vendors`` are names of third parties by their ids."""
    quote = visible(" ".join(claim.quote.text[: 2 * LONGEST_CELL].split()), LONGEST_CELL)
    says = words.word(words.STANCES, claim.stance)
    return ClaimRow(claim, what_of(claim, vendors), says, words.who(claim, vendors), quote)


def what_of(claim: Claim, vendors: Mapping[str, str]) -> str:
    """Return what a claim speaks of, with the names of cookies where it has some."""
    if claim.names and claim.field in ("named_cookies", "storage"):
        names = visible(", ".join(claim.names), 80)
        return translate("claims", "Cookie {names}").format(names=names) if claim.storage == "cookie" else names
    head, _, vendor = claim.field.partition(".")
    return words.what(f"vendors.{vendors.get(vendor, vendor)}" if head == "vendors" else claim.field)


def look_of(claims: Sequence[Claim]) -> Look:
    """Return the look of text that claims share: a look of its own where they disagree."""
    looks = {LOOKS[claim.stance] for claim in claims}
    return looks.pop() if len(looks) == 1 else Look.BOTH


CLAIM_COLUMNS: Final = Columns(
    "claims",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("claims", "What"),
            QT_TRANSLATE_NOOP("claims", "What the policy speaks of"),
            24,
            lambda row: row.what,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("claims", "Says"),
            QT_TRANSLATE_NOOP("claims", "Whether it is declared or denied"),
            16,
            lambda row: row.says,
            look=lambda row: LOOKS[row.claim.stance],
            words=lambda: [words.word(words.STANCES, stance) for stance in words.STANCES],
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("claims", "Who"),
            QT_TRANSLATE_NOOP("claims", "Whom it is said of"),
            15,
            lambda row: row.who,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("claims", "Quote"),
            QT_TRANSLATE_NOOP("claims", "The words that say so; sorted by their place in the text"),
            40,
            lambda row: row.quote,
            lambda row: row.claim.quote.start,
        ),
    ),
)
