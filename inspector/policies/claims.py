# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From a document to its claims: every finder asked about every sentence, and what tables and lists already said.

The claims come out in the order of the text, numbered; the same document always gives the same claims.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from inspector.core.policy import BlockKind, Claim, Document, LifetimeFrom, Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.core.problem import Problem
from inspector.policies import cues
from inspector.policies.analytics import names_analytics
from inspector.policies.answers import find_answer
from inspector.policies.controls import find_controls
from inspector.policies.dates import policy_date
from inspector.policies.denials import find_denials
from inspector.policies.extents import find_extents
from inspector.policies.former import find_removed
from inspector.policies.found import Found
from inspector.policies.frames import Passages, read_passages
from inspector.policies.languages import language_name, language_of
from inspector.policies.lexicon import NOTHING_KNOWN, Mention, NameFinder, VendorLexicon, name_finder
from inspector.policies.names import is_strong
from inspector.policies.optouts import find_opt_outs
from inspector.policies.particulars import find_particulars
from inspector.policies.patterns import compiled, plain, words
from inspector.policies.personal import find_personal
from inspector.policies.practice import find_practice
from inspector.policies.purposes import plain_purposes
from inspector.policies.sharing import find_sharing
from inspector.policies.statements import Frame, Statement
from inspector.policies.tracking import find_tracking
from inspector.policies.vendor_headings import Announced, find_announced
from inspector.policies.vendor_links import find_linked
from inspector.policies.vendor_words import OTHER_GOOGLE
from inspector.policies.vendors import (
    find_known_vendors,
    find_vendors,
    is_bare_google,
    is_operator,
    plain_name,
    vendor_id,
    whole_name,
)

# A text that names the DART cookie; "DoubleClick cookie" is the later name of the same.
_DART: Final = (
    r"\bdart\W{0,2}\s+cookies?|\bdoubleclick\W{0,2}\s+(?:dart\W{0,2}\s+)?cookies?"
    r"|\bdart\s+\w+\s+cookies?"
)
# What a site runs on: its cookies are the site's own, whoever wrote the software.
_PLATFORMS: Final = words("wordpress php joomla drupal magento asp.net typo3 prestashop woocommerce laravel django")
_THE_SITE: Final = words("website site web-site site-url us we ourselves self own webshop shop store homepage host")
_FEWEST_ROWS: Final = 3
# Cookies that scripts of others write, always for the host of the page.
_BY_SCRIPT: Final = r"\^?(?:_ga(?![a-z])|_gid|_gat|__utm|_gcl_|_fbp|_hj|_pk_|_clck|_clsk|_uet)"
_ROW_FIRST: Final = r"\b(?:[Ff]irst|1st)[\s-][Pp]arty\b"
_ROW_THIRD: Final = r"\b(?:[Tt]hird|3rd)[\s-][Pp]arty\b"
_HOST: Final = r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}$"
_NOTHING_SAID: Final = words("n/a na none unknown various first third first-party third-party party 1st 3rd own - –")


# "This is a Cloudflare cookie": whose it is stands in the description.
_CALLED_THIRD: Final = (
    r"\b(?:is|are)\s+(?:an?\s+|the\s+)?(?:ŧ++|third[\s-]party)\s+ĸ"
    r"|(?:^|\t|[.:]\s+)\W*(?:(?:this|an?|the)\s+)?ŧ++\s+ĸ|\bĸ++\s+(?:is\s+|are\s+)?ʋ++\s+by\s+ŧ"
    r"|(?:^|\t|[.:]\s+)\W*ʋ++\s+by\s+ŧ++\s+(?:to|for|in|as)\b"
)
# A lifetime that slipped into the provider's column.
_NO_NAME: Final = (
    r"\W*(?:(?:up\s+to\s+)?\d+\s*(?:days?|months?|years?|hours?|minutes?|weeks?|d|h|min)|session|persistent)\W*$"
)


class _Place(Protocol):
    @property
    def start(self) -> int: ...


_Placed = TypeVar("_Placed", bound=_Place)


class ClaimReading(NamedTuple):
    """The claims of a document, its language, and what could not be read. ``weak`` are ids that rest on context."""

    claims: tuple[Claim, ...]
    language: str | None
    problems: tuple[Problem, ...] = ()
    weak: frozenset[str] = frozenset()
    operator: tuple[str, ...] = ()


def read_claims(document: Document, lexicon: VendorLexicon | None = None, stated: Sequence[Claim] = ()) -> ClaimReading:
    """Return all claims of a document; ``stated`` are those that its tables and lists made (``named_cookies``)."""
    lexicon = lexicon or NOTHING_KNOWN
    language = language_of(document)
    finder = name_finder(lexicon)
    mentions = finder.find(document.text)
    said: list[Found] = []
    found: list[Found] = []
    operator: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    if language in (None, "en"):
        passages = read_passages(document, mentions)
        operator = passages.operator
        said.extend(_from_sentences(passages, lexicon, mentions, _claimed_blocks(document, stated)))
    else:
        problems = (_other_language(document, language),)
        found.extend(_from_addresses(document, lexicon, mentions))
    services = tuple(claim for claim in stated if _names_service(claim, finder))
    stated = tuple(claim for claim in stated if claim not in services)
    found.extend(_from_services(services, finder, operator))
    found.extend(_from_stated(document, stated, lexicon, operator))
    found.extend(_dated(document))
    found = [*_without_bare_google(document, said, found), *found]
    claims, weak = _numbered(document, _without_denied_kinds(found), stated)
    return ClaimReading(claims, language, problems, weak, operator)


def _other_language(document: Document, language: str) -> Problem:
    return Problem(
        "policy-language",
        f"this policy is in {language_name(language)}: tables are read, sentences are not",
        document.source.location,
        "sentences are read in English only",
        "Look for the site's English policy",
    )


def _claimed_blocks(document: Document, stated: Sequence[Claim]) -> frozenset[int]:
    """The table rows that were read as cookies: what they say is said, and is not read again as sentences."""
    starts = [block.start for block in document.blocks]
    claimed = set()
    for claim in stated:
        at = bisect_right(starts, claim.quote.start) - 1
        if at >= 0 and document.blocks[at].kind is BlockKind.TABLE_ROW:
            claimed.add(at)
    return frozenset(claimed)


def _from_sentences(
    passages: Passages, lexicon: VendorLexicon, mentions: Sequence[Mention], claimed: frozenset[int]
) -> Iterator[Found]:
    previous: Statement | None = None
    own = {mention.id for mention in mentions if is_operator(mention.name, passages.operator)}
    links = _Places(passages.document.links)
    names = _Places([mention for mention in mentions if mention.id not in own])
    announced = Announced(passages.document)
    for statement in passages.statements:
        sentence = statement.sentence
        inside = names.inside(sentence.start, sentence.end)
        found: list[Found] = []
        if sentence.block in claimed:
            found.extend(_from_row(statement, inside, passages.operator))
        elif _is_title(statement):
            if inside and statement.sentence.kind is BlockKind.HEADING:
                found.extend(find_announced(statement, inside, announced.says_of(statement), passages.operator))
        else:
            found.extend(_from_sentence(statement, previous))
            found.extend(find_vendors(statement, inside, passages.operator))
            linked = links.inside(sentence.start, sentence.end)
            found.extend(find_linked(statement, linked, lexicon, passages.operator))
            found.extend(find_opt_outs(statement, passages.document, linked, inside, lexicon, passages.operator))
        if "dart" in sentence.words or "doub" in sentence.words:
            found.extend(_dart(statement))
        shown = sentence.start + statement.hidden
        yield from (
            (item._replace(start=shown) if item.start < shown else item for item in found)
            if statement.hidden
            else found
        )
        previous = statement
        announced.see(statement)


def _is_title(statement: Statement) -> bool:
    """Whether the words are a title of what follows, and state nothing themselves."""
    kind = statement.sentence.kind
    if kind is BlockKind.HEADING and statement.frame is Frame.NONE:
        return compiled(cues.SAYS).match(statement.plain) is None
    return kind is BlockKind.TABLE_HEADER


def _from_sentence(statement: Statement, previous: Statement | None) -> Iterator[Found]:
    if (statement.frame is Frame.PRACTICE and statement.topic) or statement.frame in (Frame.NONE, Frame.DEFINITION):
        yield from find_denials(statement)
    elif statement.frame is Frame.FORMER:
        yield from find_removed(statement)
    yield from find_answer(statement)
    yield from find_practice(statement, previous)
    yield from find_particulars(statement)
    yield from find_personal(statement)
    yield from find_tracking(statement)
    yield from find_sharing(statement)
    yield from find_controls(statement)
    yield from find_extents(statement)


def _without_denied_kinds(found: list[Found]) -> list[Found]:
    """Leave out what "Marketing cookies are ..." seemed to declare where the next words are "we use none of those".

    What such a sentence says of tracking is then denied with it.
    """
    denials = {
        item.start: item for item in found if item.stance is Stance.DENIED and item.scope is Scope.KIND and item.purpose
    }
    starts = sorted(denials)
    kept: list[Found] = []
    for item in found:
        at = bisect_left(starts, item.end)
        denial = denials[starts[at]] if at < len(starts) and starts[at] - item.end <= 3 else None
        if denial is None or not item.weak or item.stance is Stance.DENIED:
            kept.append(item)
        elif item.field == "cross_site_tracking" and denial.purpose is P.ADVERTISING:
            kept.append(item._replace(stance=Stance.DENIED, end=denial.end, scope=Scope.KIND, weak=False))
    return kept


def _without_bare_google(document: Document, said: list[Found], found: list[Found]) -> list[Found]:
    """Leave out "Google" alone where the document says which of its services it means: that Google is no other one."""
    if not any(item.vendor in ("google-analytics", "google-ads") for item in (*said, *found)):
        return said
    return [
        item
        for item in said
        if item.vendor != "google-other"
        or item.provider is None
        or not is_bare_google(item.provider)
        or compiled(OTHER_GOOGLE).search(plain(document.text[item.start : item.end])) is not None
    ]


def _from_row(statement: Statement, mentions: Sequence[Mention], operator: tuple[str, ...]) -> Iterator[Found]:
    """What a row about a cookie says beside its name, purpose and lifetime."""
    statement.topic, statement.frame = True, Frame.PRACTICE
    yield from find_tracking(statement)
    yield from find_personal(statement)
    yield from find_known_vendors(statement, mentions, operator)
    if compiled(_CALLED_THIRD).search(statement.coded) or (
        names_analytics(statement) and "ŧ" in statement.coded and not compiled(_ROW_FIRST).search(statement.row)
    ):
        place = (statement.sentence.start, statement.sentence.end, Subject.NAMED_THIRD_PARTY)
        yield Found("third_party_cookies", Stance.DECLARED, *place, weak=True)


def _dart(statement: Statement) -> Iterator[Found]:
    if statement.frame is not Frame.OTHERS and compiled(_DART).search(statement.plain):
        sentence = statement.sentence
        yield Found(
            "dart_cookie", Stance.DECLARED, sentence.start, sentence.end, Subject.NAMED_THIRD_PARTY, vendor="google-ads"
        )
        yield Found(
            "vendors.google-ads",
            Stance.DECLARED,
            sentence.start,
            sentence.end,
            Subject.NAMED_THIRD_PARTY,
            vendor="google-ads",
        )


def _from_addresses(document: Document, lexicon: VendorLexicon, mentions: Sequence[Mention]) -> Iterator[Found]:
    """Opt-out addresses are read in any language: the address itself says what it is."""
    for link in document.links:
        known = lexicon.opt_out(link.url)
        if known is not None:
            yield Found(
                f"opt_outs.{known.target}",
                Stance.DECLARED,
                link.start,
                max(link.end, link.start + 1),
                Subject.NAMED_THIRD_PARTY,
                opt_out=known.target,
                url=link.url,
            )


def _names_service(claim: Claim, finder: NameFinder) -> bool:
    """Whether what stands among the names of a table is a known party's: "hotjar", with nothing said of a cookie."""
    if claim.field != "named_cookies" or claim.lifetime is not None or len(claim.names) != 1:
        return False
    name = claim.names[0]
    known = finder.find(name)
    return bool(known) and known[0].name == name and not is_strong(name)


def _from_services(claims: Sequence[Claim], finder: NameFinder, operator: tuple[str, ...]) -> Iterator[Found]:
    for claim in claims:
        mention = finder.find(claim.names[0])[0]
        if not is_operator(mention.name, operator):
            vendor = vendor_id(_google(mention.id, claim), mention.name, ads=claim.purpose is P.ADVERTISING)
            yield Found(
                f"vendors.{vendor}",
                Stance.DECLARED,
                claim.quote.start,
                claim.quote.end,
                Subject.NAMED_THIRD_PARTY,
                vendor=vendor,
                provider=mention.name,
            )


def _from_stated(
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
            yield Found(
                f"vendors.{vendor}",
                Stance.DECLARED,
                *place,
                Subject.NAMED_THIRD_PARTY,
                vendor=vendor,
                provider=claim.provider,
            )


def _own_hosts(stated: Sequence[Claim], finder: NameFinder) -> tuple[str, ...]:
    """Where the site itself lives, if no known party does: the host of most rows, of those called first party, or of a
    cookie that a script writes for the page that it runs on.
    """
    hosts = Counter(_printed_host(claim) for claim in stated if claim.names)
    host, rows = max(hosts.items(), key=lambda item: item[1], default=("", 0))
    common = rows >= _FEWEST_ROWS and rows * 2 > sum(hosts.values())
    first = {_printed_host(claim) for claim in stated if compiled(_ROW_FIRST).search(claim.quote.text)}
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


def _dated(document: Document) -> Iterator[Found]:
    dated = policy_date(document)
    if dated is not None:
        yield Found(
            "policy_date",
            Stance.DECLARED,
            dated.quote.start,
            dated.quote.end,
            names=(dated.date.date.isoformat(), dated.date.basis),
        )


def _numbered(
    document: Document, found: Iterable[Found], stated: Sequence[Claim]
) -> tuple[tuple[Claim, ...], frozenset[str]]:
    """Put the claims in the order of the text and number them; the same thing said by the same words counts once."""
    distinct = {
        (item.field, item.stance, item.start, item.end, item.vendor, item.opt_out, item.url, item.names): item
        for item in reversed(list(found))
    }
    rows: list[tuple[tuple[int, int, str, str], Found | Claim]] = [
        ((item.start, item.end, item.field, item.stance.value), item) for item in reversed(distinct.values())
    ]
    rows += [((claim.quote.start, claim.quote.end, claim.field, claim.stance.value), claim) for claim in stated]
    rows.sort(key=lambda row: row[0])
    claims: list[Claim] = []
    weak = set()
    for number, (_, item) in enumerate(rows, 1):
        name = f"c{number}"
        if isinstance(item, Claim):
            claims.append(replace(item, id=name))
        else:
            claims.append(_claim(document, item, name))
            if item.weak:
                weak.add(name)
    return tuple(claims), frozenset(weak)


def _claim(document: Document, item: Found, name: str) -> Claim:
    return Claim(
        id=name,
        field=item.field,
        stance=item.stance,
        quote=document.quote(item.start, item.end),
        subject=item.subject,
        scope=item.scope,
        purpose=item.purpose,
        vendor=item.vendor,
        names=item.names,
        opt_out=item.opt_out,
        url=item.url,
        provider=item.provider,
    )


class _Places(Generic[_Placed]):
    """Things with a place in the text, found by the sentence they stand in."""

    def __init__(self, items: Sequence[_Placed]) -> None:
        self._items = tuple(items)
        self._starts = [item.start for item in self._items]

    def inside(self, start: int, end: int) -> tuple[_Placed, ...]:
        """Return what begins between two offsets."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, max(end, start + 1))]
