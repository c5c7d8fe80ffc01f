# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How sure a label is, for what rests on it: a warning needs a sourced, undisputed entry, or the policy's own table.

What the model, the shape of a value or a disputed list says gives at most a note, worded "likely".
"""

from collections.abc import Iterable
from typing import Final

from inspector.core.label import Label, Purpose
from inspector.knowledge.records import KnownCookie, Sure
from inspector.rules.declarations import Match
from inspector.rules.purposes import DECLARES

# Written down from a named text, seen in two places, or the user's own word. Neither what was written from memory nor
# labels by consent platforms (the development files) are; imported lists are, unless somebody disputes them.
SOURCED: Final = frozenset({Sure.USER, Sure.SOURCE_READ, Sure.VENDOR_DOC, Sure.CORROBORATED, Sure.PACK})


def deciding(label: Label, known: Iterable[KnownCookie]) -> KnownCookie | None:
    """Return the entry that a label rests on: the most specific one, if it says what the label says."""
    first = next(iter(known), None)
    return first if first is not None and first.purpose is label.purpose else None


def is_sure(label: Label, entry: KnownCookie | None, matches: Iterable[Match] = ()) -> bool:
    """Whether a warning or an error may rest on this label."""
    if label.purpose is Purpose.UNKNOWN or label.disputed:
        return False
    if entry is not None and entry.sure in SOURCED and not entry.disputed:
        return True
    return any(_says_so(match, label.purpose) for match in matches)


def _says_so(match: Match, purpose: Purpose) -> bool:
    """Whether the policy itself files the cookie, by its name, where the label does."""
    stated = match.claim.purpose
    return bool(match.claim.names) and stated is not None and purpose in DECLARES[stated]
