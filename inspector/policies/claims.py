# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From a document to its claims: every finder asked about every sentence, and what tables and lists already said.

The claims come out in the order of the text, numbered; the same document always gives the same claims.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from inspector.core.policy import BlockKind, Claim, Document, Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.core.problem import Problem
from inspector.policies import cues
from inspector.policies.analytics import names_analytics
from inspector.policies.answers import find_answer
from inspector.policies.controls import find_controls
from inspector.policies.dates import policy_date
from inspector.policies.denied import find_denials
from inspector.policies.extents import find_extents
from inspector.policies.former import find_removed
from inspector.policies.found import Found
from inspector.policies.frames import Passages, read_passages
from inspector.policies.languages import language_name, language_of
from inspector.policies.lexicon import NOTHING_KNOWN, Mention, VendorLexicon, name_finder
from inspector.policies.optouts import find_opt_outs
from inspector.policies.particulars import find_particulars
from inspector.policies.patterns import compiled, plain
from inspector.policies.personal import find_personal
from inspector.policies.practice import find_practice
from inspector.policies.sharing import find_sharing
from inspector.policies.statements import Frame, Statement
from inspector.policies.table_claims import ROW_FIRST, find_in_tables, find_services, names_service
from inspector.policies.tracking import find_tracking
from inspector.policies.vendor_headings import Announced, find_announced
from inspector.policies.vendor_links import find_linked
from inspector.policies.vendor_names import is_bare_google, is_operator
from inspector.policies.vendor_words import OTHER_GOOGLE
from inspector.policies.vendors import find_known_vendors, find_vendors

# A text that names the DART cookie; "DoubleClick cookie" is the later name of the same.
_DART: Final = (
    r"\bdart\W{0,2}\s+cookies?|\bdoubleclick\W{0,2}\s+(?:dart\W{0,2}\s+)?cookies?"
    r"|\bdart\s+\w+\s+cookies?"
)


# "This is a Cloudflare cookie": whose it is stands in the description.
_CALLED_THIRD: Final = (
    r"\b(?:is|are)\s+(?:an?\s+|the\s+)?(?:ŧ++|third[\s-]party)\s+ĸ"
    r"|(?:^|\t|[.:]\s+)\W*(?:(?:this|an?|the)\s+)?ŧ++\s+ĸ|\bĸ++\s+(?:is\s+|are\s+)?ʋ++\s+by\s+ŧ"
    r"|(?:^|\t|[.:]\s+)\W*ʋ++\s+by\s+ŧ++\s+(?:to|for|in|as)\b"
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
    services = tuple(claim for claim in stated if names_service(claim, finder))
    stated = tuple(claim for claim in stated if claim not in services)
    found.extend(find_services(services, finder, operator))
    found.extend(find_in_tables(document, stated, lexicon, operator))
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
        names_analytics(statement) and "ŧ" in statement.coded and not compiled(ROW_FIRST).search(statement.row)
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
