# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What follows from the cookies that tables and lists name: whose they are, for what, and how long they stay."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from inspector.core.policy import Claim, Document, LifetimeFrom, Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies.found import Found, found_vendor
from inspector.policies.lexicon import NameFinder, VendorLexicon, name_finder
from inspector.policies.names import is_strong
from inspector.policies.patterns import compiled, words
from inspector.policies.purposes import plain_purposes
from inspector.policies.vendor_names import is_operator, plain_name, vendor_id, whole_name

# What a site runs on: its cookies are the site's own, whoever wrote the software.
_PLATFORMS: Final = words("wordpress php joomla drupal magento asp.net typo3 prestashop woocommerce laravel django")


_THE_SITE: Final = words("website site web-site site-url us we ourselves self own webshop shop store homepage host")


_FEWEST_ROWS: Final = 3


# Cookies that scripts of others write, always for the host of the page.
_BY_SCRIPT: Final = r"\^?(?:_ga(?![a-z])|_gid|_gat|__utm|_gcl_|_fbp|_hj|_pk_|_clck|_clsk|_uet)"


ROW_FIRST: Final = r"\b(?:[Ff]irst|1st)[\s-][Pp]arty\b"


_ROW_THIRD: Final = r"\b(?:[Tt]hird|3rd)[\s-][Pp]arty\b"


_HOST: Final = r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}$"


_NOTHING_SAID: Final = words("n/a na none unknown various first third first-party third-party party 1st 3rd own - –")


# A lifetime that slipped into the provider's column.
_NO_NAME: Final = (
    r"\W*(?:(?:up\s+to\s+)?\d+\s*(?:days?|months?|years?|hours?|minutes?|weeks?|d|h|min)|session|persistent)\W*$"
)


def names_service(claim: Claim, finder: NameFinder) -> bool:
    """Whether what stands among the names of a table is a known party's: "hotjar", with nothing said of a cookie."""
    if claim.field != "named_cookies" or claim.lifetime is not None or len(claim.names) != 1:
        return False
    name = claim.names[0]
    known = finder.find(name)
    return bool(known) and known[0].name == name and not is_strong(name)


def find_services(claims: Sequence[Claim], finder: NameFinder, operator: tuple[str, ...]) -> Iterator[Found]:
    """Yield the known parties that stand among the names of a table; the site itself is none."""
    for claim in claims:
        mention = finder.find(claim.names[0])[0]
        if not is_operator(mention.name, operator):
            vendor = vendor_id(_google(mention.id, claim), mention.name, ads=claim.purpose is P.ADVERTISING)
            yield found_vendor(vendor, mention.name, claim.quote.start, claim.quote.end)


def find_in_tables(
    document: Document, stated: Sequence[Claim], lexicon: VendorLexicon, operator: tuple[str, ...]
) -> Iterator[Found]:
    """What follows from a named cookie: that there are cookies, whose, for what, how long, and who is named."""
    analytics = any(name.lstrip("^").startswith(("_ga", "_gid")) for claim in stated for name in claim.names)
    operator = (*operator, *_own_hosts(stated, name_finder(lexicon)))
    for claim in stated:
        if claim.field != "named_cookies" or claim.stance is not Stance.DECLARED:
            continue
        place = (claim.quote.start, claim.quote.end)
        third = claim.subject in (Subject.NAMED_THIRD_PARTY, Subject.THIRD_PARTIES)
        vendor, own = _provider(claim, lexicon, operator)
        third = third or (vendor is not None and not own)
        subject = Subject.NAMED_THIRD_PARTY if third else Subject.SITE
        if claim.storage == "cookie":
            yield Found("cookies", Stance.DECLARED, *place, subject)
            if third:
                yield Found("third_party_cookies", Stance.DECLARED, *place, subject)
            if not third or own:
                yield Found("first_party_cookies", Stance.DECLARED, *place)
        for purpose in _purposes(claim):
            yield Found(f"purposes.{purpose.value}", Stance.DECLARED, *place, subject, Scope.PURPOSE, purpose)
        if claim.storage == "cookie":
            yield from _from_lifetime(claim)
        if vendor == "google-other" and claim.purpose in (None, P.NECESSARY) and analytics:
            continue  # one of the cookies of Google Analytics that no row explains
        if vendor is not None and not own:
            yield found_vendor(vendor, claim.provider, *place)


def _own_hosts(stated: Sequence[Claim], finder: NameFinder) -> tuple[str, ...]:
    """Where the site itself lives, if no known party does: the host of most rows, of those called first party, or of a
    cookie that a script writes for the page that it runs on.
    """
    hosts = Counter(_printed_host(claim) for claim in stated if claim.names)
    host, rows = max(hosts.items(), key=lambda item: item[1], default=("", 0))
    common = rows >= _FEWEST_ROWS and rows * 2 > sum(hosts.values())
    first = {_printed_host(claim) for claim in stated if compiled(ROW_FIRST).search(claim.quote.text)}
    third = {_printed_host(claim) for claim in stated if compiled(_ROW_THIRD).search(claim.quote.text)}
    scripts = {
        _printed_host(claim) for claim in stated if any(compiled(_BY_SCRIPT).match(name) for name in claim.names)
    }
    own = {*([host] if common else []), *((first | scripts) - third)}
    return tuple(sorted(host for host in own if compiled(_HOST).match(host) and not finder.find(host)))


def _printed_host(claim: Claim) -> str:
    return plain_name(claim.provider or "").strip(".").removeprefix("www.")


def _purposes(claim: Claim) -> tuple[P, ...]:
    """The cookie's purpose, and the others that its description states in so many words."""
    told = plain_purposes(claim.purpose_text)
    own = claim.purpose
    if own is None or (own not in told and compiled(r"\bnot\b|n't\b|\bnor\b").search(claim.purpose_text.lower())):
        return told
    return tuple(dict.fromkeys((own, *told)))


def _from_lifetime(claim: Claim) -> Iterator[Found]:
    lifetime = claim.lifetime
    if lifetime is None:
        return
    place = (claim.quote.start, claim.quote.end)
    if lifetime.session:
        yield Found("session_cookies", Stance.DECLARED, *place, scope=Scope.KIND)
    elif (lifetime.days is not None and lifetime.days >= 1) or lifetime.basis is LifetimeFrom.PERSISTENT:
        yield Found("persistent_cookies", Stance.DECLARED, *place, scope=Scope.KIND)


def _provider(claim: Claim, lexicon: VendorLexicon, operator: tuple[str, ...]) -> tuple[str | None, bool]:
    """Whose cookie a row says it is: a vendor's id, and whether that is the site itself."""
    finder = name_finder(lexicon)
    provider = (claim.provider or "").strip()
    lowered = plain_name(provider)
    if not provider or lowered in _NOTHING_SAID or len(provider) > 60 or compiled(_NO_NAME).match(lowered):
        return None, False
    if (
        lowered.replace(" ", "-") in _THE_SITE
        or is_operator(provider.strip(". ").removeprefix("www."), operator)
        or any(lowered.startswith(name + " ") for name in operator)
    ):
        return None, True
    ads = claim.purpose in (P.ADVERTISING, P.ANALYTICS)
    known = [mention for mention in finder.find(provider) if mention.id]
    if not known and compiled(_HOST).match(lowered):  # "Doubleclick.net"
        known = [mention for mention in finder.find(provider.split(".")[-2]) if mention.id]
    if known:
        return vendor_id(_google(known[0].id, claim), whole_name(provider, known[0]), ads=ads), False
    owner = lexicon.vendor_of_host(lowered.strip(".")) if compiled(_HOST).match(lowered.strip(".")) else None
    if owner is not None:
        return vendor_id(_google(owner, claim), owner, ads=ads), False
    if lowered.split("(")[0].strip() in _PLATFORMS or compiled(r"^(?:this|our|the|own|first|1st)\b").search(lowered):
        return None, True
    return vendor_id(None, provider.split("(")[0], ads=ads) or None, False


def _google(vendor: str, claim: Claim) -> str:
    if vendor != "google-other":
        return vendor
    name = claim.names[0] if claim.names else ""
    if name.lstrip("^").startswith(("_ga", "_gi", "__utm", "_gat")):
        return "google-analytics"
    if claim.purpose is P.ADVERTISING:
        return "google-ads"
    return "google-analytics" if claim.purpose is P.ANALYTICS else vendor
