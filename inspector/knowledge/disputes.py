# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who says otherwise: disagreement between the entries found for one cookie, as sentences for a person.

Public lists disagree on about a third of domains, so disagreement is shown, never hidden. Lists that know three
classes only ("functional" for all that a site needs itself) do not disagree with our finer words for the same.
"""

from collections.abc import Sequence
from typing import Final

from inspector.core.label import Group
from inspector.knowledge.records import DomainClaim, KnownCookie, Sure

_BROAD: Final = {Group.NECESSARY: "own use", Group.PREFERENCES: "own use"}


def find_disputes(found: Sequence[KnownCookie], claims: Sequence[DomainClaim] = ()) -> tuple[str, ...]:
    """Return who says otherwise than the first entry: its own known disputes, the others, the lists' domains.

    An override is the user's word; the others are then told, too, so that the user sees what was overridden. An entry
    for any domain does not dispute one for this very domain, nor a prefix a whole name, within the bundled tables:
    that is how they are meant.
    """
    if not found:
        return ()
    first = found[0]
    said = list(first.disputed)
    for other in found[1:]:
        bundled_both = first.origin == other.origin
        if not bundled_both and _broad(first.purpose.group) != _broad(other.purpose.group):
            said.append(f"{_who(other)} says {other.purpose.value}")
    said += [
        f"{claim.pack} files {claim.domain} under {claim.category}"
        for claim in claims
        if claim.purpose.group is not Group.UNKNOWN and _broad(claim.purpose.group) != _broad(first.purpose.group)
    ]
    return tuple(dict.fromkeys(said))


def _broad(group: Group) -> str:
    return _BROAD.get(group, group.value)


def _who(cookie: KnownCookie) -> str:
    return cookie.source if cookie.sure is Sure.PACK else f"The program's table ({cookie.source})"
