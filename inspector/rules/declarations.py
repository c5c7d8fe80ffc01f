# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy's declarations, indexed: by name, by pattern, by vendor and company, by purpose and party.

Made once for an audit, so that each cookie costs a few look-ups however long the policy is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from inspector.core.finding import DeclaredBy
from inspector.core.label import Group, Purpose
from inspector.core.late_pattern import late
from inspector.core.policy import Claim, Policy, Scope, Stance, StatedPurpose, Subject
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import Match as Spelt
from inspector.rules.names import NamePattern, parse_names
from inspector.rules.purposes import DECLARES, STATED_GROUP, stated_purpose
from inspector.rules.typos import skeleton, slips, swaps

NAMED: Final = "named_cookies"
_OF_ADVERTISING: Final = ("dart_cookie", "cross_site_tracking")
# What a vendor is known to do, as the group that its cookies are declared for when the policy names it and no more.
_GROUPS_OF_KIND: Final = {
    "advertising": Group.MARKETING,
    "affiliate": Group.MARKETING,
    "social": Group.MARKETING,
    "analytics": Group.ANALYTICS,
    "ab-testing": Group.ANALYTICS,
    "session-replay": Group.ANALYTICS,
    "performance": Group.ANALYTICS,
    "tag-manager": Group.ANALYTICS,
    "personalisation": Group.PREFERENCES,
    "chat": Group.PREFERENCES,
    "embed": Group.PREFERENCES,
    "media": Group.PREFERENCES,
    "security": Group.NECESSARY,
    "identity": Group.NECESSARY,
    "payment": Group.NECESSARY,
    "consent": Group.NECESSARY,
    "cdn": Group.NECESSARY,
    "hosting": Group.NECESSARY,
    "platform": Group.NECESSARY,
}
# A sentence that names cookies as examples still states its purpose in general.
EXAMPLES: Final = late(r"\b(?:such as|for example|e\.g\.|including|for instance)(?!\w)", re.IGNORECASE)
ONLY_SESSION: Final = late(
    r"\b(?:only|solely|exclusively|just)\s+(?:(?:uses?|sets?)\s+)?(?:so-called\s+)?session(?:-only)?\s+cookies?\b"
    r"|\bsession\s+cookies?\s+(?:only|exclusively)\b(?!\s+(?:for|on|to|in|when|while|if))",
    re.IGNORECASE,
)
# Third parties as a kind, beside a name: "third party vendors, including Google". "A third party vendor" is one.
_IN_GENERAL: Final = late(
    r"third[- ]parties|third[- ]party (?:\w+ )?(?:\w+s|cookies)\b"
    r"|\b(?:advertisers|partners|networks|vendors|providers|companies|others)\b",
    re.IGNORECASE,
)


class Match(NamedTuple):
    """A claim that declares a cookie, how, and that in words."""

    by: DeclaredBy
    claim: Claim
    how: str


# "We share information about your use of our site with our social media, advertising and analytics partners."
_PARTNERS: Final = late(
    r"\b(?:shar|disclos|provid|pass|transfer|mak)\w{0,5}\b(?P<between>[^.\n]{0,200}?)"
    r"\b(?:partners|third[- ]parties|advertisers|networks|providers)\b(?P<after>[^.\n]{0,80})",
    re.IGNORECASE,
)
_NOT_SHARED: Final = late(r"\b(?:not|never|no|without|don['’]t|doesn['’]t)\b", re.IGNORECASE)
_OF_GROUP: Final = (
    (Group.MARKETING, late(r"advert|marketing|social|\bads?\b", re.IGNORECASE)),
    (Group.ANALYTICS, late(r"analy|measur|statist", re.IGNORECASE)),
)
_MOST_TEXT: Final = 400_000


class NamedDeclaration(NamedTuple):
    """One printed name of one claim; ``name`` is the exact name, empty where a pattern is printed."""

    claim: Claim
    printed: str
    name: str
    pattern: NamePattern | None = None


class VendorDeclaration(NamedTuple):
    """A claim that names a vendor, with the groups that it declares of that vendor's cookies."""

    claim: Claim
    vendor: str
    name: str
    groups: frozenset[Group]


class Declarations:
    """All that a policy declares."""

    def __init__(self, policy: Policy, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.exact: dict[str, list[NamedDeclaration]] = {}
        self._heads: dict[str, list[NamedDeclaration]] = {}
        self._plain: dict[str, NamedDeclaration] = {}
        self._slips: dict[str, NamedDeclaration] = {}
        self._near: set[tuple[str, str, int]] = set()  # first and last letter and length of names that may be a slip
        self._swapped: dict[str, NamedDeclaration] = {}  # taken for known cookies only: such names are short
        self.unbounded: list[Claim] = []  # print a name that could be any ("<id>")
        self.vendors: dict[str, list[VendorDeclaration]] = {}
        self.vendors_in_general = False  # a vendor is named otherwise than beside a cookie that is listed
        self.companies: dict[str, list[VendorDeclaration]] = {}
        self.own: dict[Purpose, list[Claim]] = {}
        self.third: dict[Purpose, list[Claim]] = {}
        self.third_in_general: list[Claim] = []
        self.session_only: list[Claim] = []  # "we only use session cookies": the kind that it speaks of is declared
        declared = [claim for claim in policy.claims if _declares(claim)]
        self.named = tuple(self._named(declared))
        self._add_names()
        spans = _Spans(declared)
        for claim in declared:
            self._add_vendor(claim, spans)
            self._add_purpose(claim, spans)
            if claim.field == "session_cookies" and _session_only(claim):
                self.session_only.append(claim)
        self.partners = _partners(policy.document.text)
        self._head_lengths = tuple(sorted({len(head) for head in self._heads}, reverse=True))

    def by_pattern(self, name: str) -> NamedDeclaration | None:
        """Return the most specific printed pattern that an observed name fits."""
        best: NamedDeclaration | None = None
        for length in self._head_lengths:
            for held in self._heads.get(name[:length], ()):
                pattern = held.pattern
                if pattern is not None and pattern.matches(name) and (best is None or _more(pattern, best)):
                    best = held
        return best

    def by_slip(self, name: str) -> NamedDeclaration | None:
        """Return the printed name that an observed one is plainly meant by, though it is spelt otherwise."""
        plain = skeleton(name)
        if not plain or not self._plain:
            return None
        found = self._plain.get(plain) or self._slips.get(plain)
        if found is not None:
            return found
        if plain in self._swapped and self._knowledge.find(name, None):
            return self._swapped[plain]
        if (plain[0], plain[-1], len(plain)) not in self._near:
            return None
        return next((self._plain[slip] for slip in slips(name) if slip in self._plain), None)

    def _named(self, declared: Iterable[Claim]) -> Iterator[NamedDeclaration]:
        seen: set[tuple[str, str]] = set()
        for claim in declared:
            for printed in claim.names if claim.field == NAMED else ():
                if (claim.id, printed) in seen:
                    continue
                seen.add((claim.id, printed))
                parsed = parse_names(printed)
                if not parsed:
                    self.unbounded.append(claim)
                for name in parsed:
                    if isinstance(name, str):
                        yield NamedDeclaration(claim, printed, name)
                    else:
                        yield NamedDeclaration(claim, printed, "", name)

    def _add_names(self) -> None:
        seen: set[NamePattern] = set()
        for held in self.named:
            if held.pattern is None:
                self.exact.setdefault(held.name, []).append(held)
                self._add_slips(held)
            elif held.pattern not in seen:  # the same pattern printed a thousand times is looked at once
                seen.add(held.pattern)
                self._heads.setdefault(held.pattern.head, []).append(held)

    def _add_slips(self, held: NamedDeclaration) -> None:
        """A printed name that is itself a known cookie's is meant as it stands.

        That a company's own domain has names which begin alike ("vis...") does not make a name a known one.
        """
        plain = skeleton(held.name)
        known = self._knowledge.find(held.name, None) if plain else ()
        if plain and not any(fact.match is Spelt.EXACT or fact.domain is None for fact in known):
            self._plain.setdefault(plain, held)
            first, last, length = plain[0], plain[-1], len(plain)
            self._near |= {(first, last, length), (first, last, length + 1)}  # what one slip can make of a name
            for slip in slips(held.name):
                self._slips.setdefault(slip, held)
            for swap in swaps(held.name):
                self._swapped.setdefault(swap, held)

    def _add_vendor(self, claim: Claim, spans: "_Spans") -> None:
        vendor_id = claim.vendor or self._printed_vendor(claim)
        if vendor_id is None:
            return
        vendor = self._knowledge.vendor(vendor_id)
        stated = claim.purpose or stated_purpose(claim.field)
        if claim.field == NAMED and not stated:
            return  # a row that names a cookie and its vendor, and not what for, declares that cookie only
        groups = {STATED_GROUP[stated]} if stated else set(spans.groups(claim))
        if claim.field in _OF_ADVERTISING:
            groups = {Group.MARKETING}
        elif vendor and not stated and (not groups or spans.names_several(claim)):
            groups |= {_GROUPS_OF_KIND[kind] for kind in vendor.kinds if kind in _GROUPS_OF_KIND}
        held = VendorDeclaration(claim, vendor_id, vendor.name if vendor else vendor_id, frozenset(groups))
        self.vendors.setdefault(vendor_id, []).append(held)
        self.vendors_in_general |= claim.field != NAMED and not spans.only_lists(claim)
        if vendor:
            self.companies.setdefault(vendor.company, []).append(held)

    def _printed_vendor(self, claim: Claim) -> str | None:
        """The vendor that a table prints beside a cookie, where we know the name."""
        if claim.field != NAMED or not claim.provider:
            return None
        vendor = self._knowledge.vendor_by_alias(claim.provider[:200])
        return vendor.id if vendor else None

    def _add_purpose(self, claim: Claim, spans: "_Spans") -> None:
        """What is stated of one named party alone counts as that vendor's declaration, not as one of third parties."""
        stated = stated_purpose(claim.field)
        of_others = claim.subject is not Subject.SITE
        if claim.field == "third_party_cookies":
            stated, of_others = claim.purpose, True
        if claim.field == "cross_site_tracking" and of_others:
            stated = StatedPurpose.ADVERTISING
        bound = claim.vendor is not None or claim.subject is Subject.NAMED_THIRD_PARTY
        if bound or ((of_others or spans.speakers(claim)[1]) and spans.of_vendors_only(claim)):
            return
        if stated is None:
            if claim.field == "third_party_cookies" and not spans.groups(claim):
                self.third_in_general.append(claim)
            return
        if claim.names or spans.only_lists(claim):
            return
        own, others = (False, True) if of_others else spans.speakers(claim)
        for table in [*([self.own] if own else []), *([self.third] if others else [])]:
            for purpose in DECLARES[stated]:
                table.setdefault(purpose, []).append(claim)


class _Spans:
    """What else is claimed by the same sentence or row: names that it lists, vendors, the purposes it states."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._listed: list[tuple[int, int]] = []
        self._third: set[tuple[int, int]] = set()
        self._own: set[tuple[int, int]] = set()
        self._vendors: dict[tuple[int, int], set[str]] = {}
        self._groups: dict[tuple[int, int], set[Group]] = {}
        for claim in claims:
            span = (claim.quote.start, claim.quote.end)
            stated = stated_purpose(claim.field)
            if claim.names and claim.field == NAMED:
                self._listed.append(span)
            if claim.field == "third_party_cookies":
                self._third.add(span)
            if claim.field == "first_party_cookies":
                self._own.add(span)
            if claim.vendor is not None:
                self._vendors.setdefault(span, set()).add(claim.vendor)
            if stated is not None:
                self._groups.setdefault(span, set()).add(STATED_GROUP[stated])
        self._listed.sort()

    def only_lists(self, claim: Claim) -> bool:
        """Whether a purpose is stated of listed cookies only: its quote is, or holds, the row or sentence that lists
        them.
        """
        quote = claim.quote
        at = bisect_left(self._listed, (quote.start, 0))
        inside = at < len(self._listed) and self._listed[at][0] < quote.end
        holds = at > 0 and self._listed[at - 1][1] > quote.start
        return (inside or holds) and not EXAMPLES.search(quote.text)

    def speakers(self, claim: Claim) -> tuple[bool, bool]:
        """Whose cookies the sentence speaks of, by what else it claims: the site's own, third parties'."""
        span = (claim.quote.start, claim.quote.end)
        third = span in self._third
        return not third or span in self._own, third

    def names_several(self, claim: Claim) -> bool:
        """Whether the sentence names several vendors: then what it states may be one vendor's purpose and not all's."""
        return len(self._vendors.get((claim.quote.start, claim.quote.end), ())) > 1

    def of_vendors_only(self, claim: Claim) -> bool:
        """Whether the sentence speaks of the vendors that it names, and not of third parties in general."""
        quote = claim.quote
        return (quote.start, quote.end) in self._vendors and not _IN_GENERAL.search(quote.text)

    def groups(self, claim: Claim) -> set[Group]:
        """Return the groups that the same sentence states."""
        return self._groups.get((claim.quote.start, claim.quote.end), set())


def _partners(text: str) -> frozenset[Group]:
    """Return the groups for which the text says that data goes to partners, though it names no cookie of theirs.

    Not a claim on cookies, so nothing is matched by it alone; but a policy that says so does not hide third parties.
    """
    found: set[Group] = set()
    for match in _PARTNERS.finditer(text[:_MOST_TEXT]):
        before = text[max(0, match.start() - 40) : match.start()].rpartition(".")[2]
        said = match["between"] + match["after"]
        if not _NOT_SHARED.search(before + match["between"]):
            found.update(group for group, words in _OF_GROUP if words.search(said))
    return frozenset(found)


def _session_only(claim: Claim) -> bool:
    return claim.subject is Subject.SITE and claim.vendor is None and bool(ONLY_SESSION.search(claim.quote.text))


def _declares(claim: Claim) -> bool:
    return (
        claim.stance in (Stance.DECLARED, Stance.CONFLICTING)
        and claim.subject is not Subject.OTHER_SITES
        and (claim.scope is not Scope.PAGE or claim.field.startswith(("named_cookies", "purposes")))
    )


def _more(pattern: NamePattern, best: NamedDeclaration) -> bool:
    return best.pattern is None or pattern.literal > best.pattern.literal
