# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What declares a cookie: its name, a pattern of it, its vendor or company, its purpose; the strongest first.

Each match says how it was made. How weak is still enough is the user's choice (``--declared-by``).
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.core.finding import DeclaredBy
from inspector.core.label import Group, Label, Purpose, Subtype
from inspector.core.policy import Claim
from inspector.core.visible import visible
from inspector.knowledge.book import Knowledge
from inspector.rules.declarations import Declarations, Match, NamedDeclaration, VendorDeclaration

STRENGTH: Final = (DeclaredBy.CORRECTION, DeclaredBy.NAME, DeclaredBy.PATTERN, DeclaredBy.VENDOR, DeclaredBy.PURPOSE)
# What the user's choice lets in: "name" takes patterns too, for a pattern is a name as printed.
_ENOUGH: Final = {
    DeclaredBy.NAME: STRENGTH[:3],
    DeclaredBy.VENDOR: STRENGTH[:4],
    DeclaredBy.PURPOSE: STRENGTH,
}
_EMBEDDED: Final = frozenset({"media", "embed", "social"})  # kinds of vendors whose content stands in others' pages
_MOST: Final = 4  # claims shown for one way of matching


class Traits(NamedTuple):
    """What of a cookie decides its matches; equal traits have equal matches."""

    name: str
    vendor: str | None
    purpose: Purpose
    subtype: Subtype
    own: bool
    cart_session: bool = False
    session: bool = False


class Matcher:
    """Finds the matches of cookies, each kind of cookie once."""

    def __init__(self, declarations: Declarations, knowledge: Knowledge, enough: DeclaredBy) -> None:
        self._declared = declarations
        self._knowledge = knowledge
        self._enough = frozenset(_ENOUGH.get(enough, STRENGTH))
        self._found: dict[Traits, tuple[Match, ...]] = {}

    def matches(self, traits: Traits) -> tuple[Match, ...]:
        """Return the claims that declare such a cookie, the strongest way first."""
        found = self._found.get(traits)
        if found is None:
            found = tuple(match for match in self._all(traits) if match.by in self._enough)
            self._found[traits] = found
        return found

    def _all(self, traits: Traits) -> Iterator[Match]:
        yield from self._by_name(traits.name)
        yield from self._by_vendor(traits)
        yield from self._by_purpose(traits)

    def _by_name(self, name: str) -> Iterator[Match]:
        exact = self._declared.exact.get(name)
        if exact:
            for held in exact[:_MOST]:
                yield Match(DeclaredBy.NAME, held.claim, f'the policy names "{_shown(held)}"')
            return
        pattern = self._declared.by_pattern(name)
        if pattern is not None:
            yield Match(DeclaredBy.PATTERN, pattern.claim, f'it fits the policy\'s "{_shown(pattern)}"')
            return
        slip = self._declared.by_slip(name)
        if slip is not None:
            how = f'the policy prints "{_shown(slip)}", which is near enough to be a slip for this name'
            yield Match(DeclaredBy.NAME, slip.claim, how)

    def _by_vendor(self, traits: Traits) -> Iterator[Match]:
        vendor_id = traits.vendor
        if vendor_id is None:
            return
        group = traits.purpose.group
        same = [held for held in self._declared.vendors.get(vendor_id, ()) if _speaks_of(held, group)]
        for held in same[:_MOST]:
            yield Match(DeclaredBy.VENDOR, held.claim, f"the policy names {held.name}{_for(group)}")
        if same:
            return
        vendor = self._knowledge.vendor(vendor_id)
        company = self._declared.companies.get(vendor.company, ()) if vendor else ()
        for held in [held for held in company if _speaks_of(held, group) and group is not Group.UNKNOWN][:_MOST]:
            how = f"the policy names {held.name}, of the same company ({vendor.company if vendor else ''})"
            yield Match(DeclaredBy.VENDOR, held.claim, f"{how}{_for(group)}")

    def _embedded(self, traits: Traits) -> list[Claim]:
        """The claims on embedded content and social networks, for a cookie of a vendor that is embedded.

        A player's cookie may be for advertising; who is told that watching a video sets cookies was told of it.
        """
        vendor = self._knowledge.vendor(traits.vendor) if traits.vendor else None
        embedded = vendor is not None and not _EMBEDDED.isdisjoint(vendor.kinds)
        return self._declared.third.get(Purpose.SOCIAL, []) if embedded else []

    def _by_purpose(self, traits: Traits) -> Iterator[Match]:
        declared, purpose = self._declared, traits.purpose
        own = declared.own.get(purpose, [])
        if traits.cart_session:
            own = [*own, *declared.own.get(Purpose.CART, [])]
        third = declared.third.get(purpose, [])
        embedded = [] if third or traits.own else self._embedded(traits)
        if traits.own:
            claims = [*own, *(third if traits.vendor is not None else ())]
            what = f"the policy states {_word(purpose)} cookies"
        else:
            for claim in embedded[:_MOST]:
                yield Match(DeclaredBy.PURPOSE, claim, "the policy states the embedded content it is part of")
            in_general = declared.third_in_general if own else []
            partners = (
                own if not third and not embedded and not in_general and purpose.group in declared.partners else []
            )
            claims = [*third, *in_general, *partners]
            what = f"the policy states third parties{'' if third else ', and cookies'} for {_word(purpose)}"
        for claim in claims[:_MOST]:
            yield Match(DeclaredBy.PURPOSE, claim, what)
        for claim in declared.session_only[:_MOST] if traits.own and traits.session else ():
            yield Match(DeclaredBy.PURPOSE, claim, "the policy states session cookies, and this ends with the session")


def traits_of(name: str, label: Label, own: bool, cart_session: bool = False, session: bool = False) -> Traits:
    """Return the traits of a labelled cookie."""
    return Traits(name, label.vendor, label.purpose, label.subtype, own, cart_session, session)


def _speaks_of(held: VendorDeclaration, group: Group) -> bool:
    """Whether the vendor is declared for this group. Where neither side tells a group, the vendor's name is enough."""
    return group in held.groups or group is Group.UNKNOWN or not held.groups


def _for(group: Group) -> str:
    return "" if group is Group.UNKNOWN else f", for {group.value}"


def _word(purpose: Purpose) -> str:
    return purpose.value.replace("_", " ")


def _shown(held: NamedDeclaration) -> str:
    return visible(held.printed, 80)
