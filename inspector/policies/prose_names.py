# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies named in running text: "the ‘_ga’ cookie", "a cookie called "prefs"", "_ga (two years)"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from inspector.core.policy import Block, Claim, Document, Stance, StatedLifetime, StatedPurpose, Subject
from inspector.policies.late_pattern import pattern_of
from inspector.policies.lifetimes import find_lifetime, parse_lifetime
from inspector.policies.names import is_strong, is_sure
from inspector.policies.patterns import late
from inspector.policies.tables import PurposeOf, heading_purpose

_COOKIE_WORD: Final = late(r"cookie|tracker|traceur|local\s?storage|galleta", re.I)
# A lifetime in brackets and the name before it; searched from the bracket, which is rarer than a word.
_SPAN: Final = late(r"\(([^()\n]{2,80})\)")
_BEFORE: Final = late(r"([\w.*\-:]{2,80})[\"'”’`]?\s?(?:cookies?\s)?$")
# "the ‘_ga’ cookie", "a cookie called "prefs"", "under the key theme" (of local storage).
_NOUN: Final = late(r"\scookies?\b")
_ADJECTIVE: Final = late(r"(?<![\w.*-])([\w*\-:{}]{2,80}(?<![-:]))[\"'”’`]?$")
_CALLED: Final = late(
    r"""\bcookies?\s\(?(?:(?:is|are)\s)?(?:called|named|known\sas|identified\s(?:as|by)|with\sthe\sname)\s["'“‘`](?P<called>[\w.*\-:]{2,80})["'”’`]
    |\bcookies?\s\(?(?:(?:is|are)\s)?(?:called|named)\s(?!(?:an?|the|our|their|your|its|as|by|after|so|session|persistent|first|third|web|flash|http)\b)
        (?P<bare>[a-z][\w.*\-]{1,40}\b)(?=\s*(?:[,;:.()]|$)|\s(?:when|which|that|to|is|for|and|so|while|if|in|on)\b)
    |\bstorage\b[^.\n]{0,60}\bkeys?:?\s(?:called\s|named\s)?["'“‘`]?(?P<key>[a-z]{1,30}(?:[-_.:][\w-]{1,40}){1,4})
    |\b(?:storage\sunder|(?:[Ss]tored|[Ss]aved|[Kk]ept)\sas)\s["'“‘`]?(?P<under>[a-z]{1,30}(?:[-_.:][\w-]{1,40}){1,4})["'”’`]?
        (?=\s?(?:[.,;:)]|$|in\s[^.\n]{0,30}\bstorage))""",
    re.X,
)


# "The cookie _lamp lasts a year", "the cookies _lamp, _lamp_id and lamp_x".
_FOLLOWED: Final = late(
    r"""\bcookies?[:,]?\s(?:(?:prefixed|starting|beginning)\swith\s|such\sas\s|like\s|including\s)?["'“‘`]?(?P<run>[\w.*\-:{}]{2,80}(?:["'”’`]?(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)["'“‘`]?[\w.*\-:{}]{2,80}){0,11})"""
)
_LABEL: Final = late(r"[.:!]\s([\w.*\-]{3,80}):\s(?=[A-Z])")
_KEY_AND_NAMES: Final = late(r"\b[Nn]ames?:\s(?P<names>(?:\S+\s){1,20}?)(?=[A-Z][a-z]{2,20}(?:\s[a-z]{2,20})?:\s)")
_PART_OF_RUN: Final = late(r"([\w*{][\w.*\-:{}]{0,78}[\w*}])")

_BRACKETS: Final = late(r"(?<=\s)\(([^()\n]{3,300})\)")
# "(commonly named _ga, _ga_* and similar)"
_CALLED_FIRST: Final = late(
    r"(?:(?:commonly|usually|typically|often|mainly)\s)?(?:named|called|such\sas|e\.g\.,?|like|including|for\s(?:example|instance),?)\s",
    re.I,
)
# A flattened list: "PHPSESSID This cookie is ..."
_THEN_TOLD: Final = late(r"([\w.*\-]{3,80})\s+(?:[–—-]\s+)?(?=This\s+cookie\b)")
_SIGN: Final = late(r"[_*{]")  # of a name that can be nothing else
_SAID_BEFORE: Final = late(r"\s+(?:mentioned|described|listed|named|shown)\s+(?:above|before|earlier)\b")
_PARTS: Final = late(r"\s*(?:and\s|or\s)?[\"'“‘`]?([^,;]*?)[\"'”’`]?\s*(?:[,;]|\s(?=(?:and|or)\s)|(?=\))|$)")
_CALLED_SO: Final = ("cookie", "Cookie", "storage", "ame: ", "ames: ")  # one of which stands in each of these


# A name in quotes; "It is kept for a year.", said of the cookie that the sentence before named.
_IN_QUOTES: Final = late(r"""(?<![\w=])["'“‘`«]([\w.*\-:{}]{2,80})["'”’`»](?![\w=])""")
_OF_IT: Final = late(r"\s*(?:it|this\scookie|the\scookie|they|these\scookies|both|each)\b", re.I)
_OTHER_THINGS: Final = late(
    r"\b(?:parameter|variable|field|header|tag|file|event|class|attribute|function|script|element|option|setting)s?\W*$",
    re.I,
)
_MOST_NAMES: Final = 200
_FAR: Final = 300


class _Called(NamedTuple):
    """A name that a sentence calls a cookie: its place, and where what is said of it begins."""

    name: str
    at: int
    after: int
    storage: str


class _Printed(NamedTuple):
    """A name found in running text, and the quote that says it."""

    name: str
    start: int
    end: int
    lifetime: StatedLifetime | None
    storage: str


def read_prose(document: Document, purpose_of: PurposeOf) -> Iterator[Claim]:
    """Names in running text: with a lifetime in brackets behind them, or called cookies or keys in so many words."""
    for index, block in enumerate(document.blocks):
        if block.table is not None:
            continue
        text = document.text
        bracketed = text.find("(", block.start, block.end) >= 0
        spans = (*_with_span(document, block), *_in_brackets(document, block)) if bracketed else ()
        speaks = any(text.find(word, block.start, block.end) >= 0 for word in _CALLED_SO)
        for name, start, end, lifetime, storage in (*spans, *(_called(document, block) if speaks else ())):
            if not speaks_of_cookies(document, index, document.text[block.start : min(block.end, block.start + 2_000)]):
                break
            purpose = purpose_of(document.text[start:end]) or purpose_around(
                document, block.lead, block.headings, purpose_of
            )
            yield Claim(
                id=f"p{start}.{name}",
                field="named_cookies",
                stance=Stance.DECLARED,
                quote=document.quote(start, end),
                subject=Subject.SITE,
                purpose=purpose,
                names=(name,),
                lifetime=lifetime,
                storage=storage,
            )


def _with_span(document: Document, block: Block) -> Iterator[_Printed]:
    """ "_ga (storage period of two years), _gid (one day)"."""
    for match in _SPAN.finditer(document.text, block.start, block.end):
        before = _BEFORE.search(document.text[max(block.start, match.start() - 95) : match.start()])
        if before is None or not is_sure(before[1]):
            continue
        lifetime = parse_lifetime(match[1])
        if lifetime is not None:
            start = match.start() - len(before[0])
            yield _Printed(before[1], start, match.end(), _shifted(lifetime, match.start(1)), "cookie")


def _in_brackets(document: Document, block: Block) -> Iterator[_Printed]:
    """ "Two cookies (_lamp, kept for a year, and _lamp_id)": names, each with the lifetime that follows it."""
    for match in _BRACKETS.finditer(document.text, block.start, block.end):
        if not _SIGN.search(match[1]) or _SAID_BEFORE.match(document.text, match.end()):
            continue
        first = match.start(1) + (called.end() if (called := _CALLED_FIRST.match(match[1])) else 0)
        parts = [part for part in _PARTS.finditer(document.text, first, match.end(1)) if part[1]]
        named = [at for at, part in enumerate(parts) if _is_a_name(part[1])]
        for at, following in zip(named, [*named[1:], len(parts)], strict=False):  # no name, no pair
            start, end = parts[at].start(1), parts[following - 1].end(1)
            lifetime = parse_lifetime(document.text[parts[at].end(1) : end]) if following > at + 1 else None
            yield _Printed(parts[at][1], start, end, _shifted(lifetime, parts[at].end(1)), "cookie")


def _is_a_name(text: str) -> bool:
    return is_sure(text) and _SIGN.search(text) is not None


def _called(document: Document, block: Block) -> Iterator[_Printed]:
    """Names that a sentence calls a cookie or a key."""
    text = document.text
    ways = (_by_noun, _by_word, _by_label, _quoted, _by_key)
    found = sorted((called for way in ways for called in way(text, block)), key=_place)[:_MOST_NAMES]
    for number, (name, at, after, storage) in enumerate(found):
        following = next((at for _, at, _, _ in found[number + 1 :] if at >= after), block.end)
        start, end = _sentence(text, at, block.start, block.end)
        reach = min(following, _goes_on(text, max(after, end), min(block.end, after + _FAR)))
        lifetime = find_lifetime(text[after:reach]) if reach > after else None
        yield _Printed(name, start, end, _shifted(lifetime, after), storage)


def _place(called: _Called) -> tuple[int, int]:
    return called.at, called.after


def _by_noun(text: str, block: Block) -> Iterator[_Called]:
    """ "The _ga cookie"."""
    for match in _NOUN.finditer(text, block.start, block.end):
        first = max(block.start, match.start() - 85)
        before = _ADJECTIVE.search(text[first : match.start()])
        if before is not None and _is_told(before[1]):
            yield _Called(before[1], first + before.start(1), match.end(), "cookie")


def _by_word(text: str, block: Block) -> Iterator[_Called]:
    """ "A cookie called prefs", "the cookies _a and _b": what is said behind a run of names is said of each."""
    for match in _CALLED.finditer(text, block.start, block.end):
        key = match["key"] or match["under"]
        name = match["called"] or match["bare"] or key
        yield _Called(name, match.start(), match.end(), "local_storage" if key else "cookie")
    for match in _FOLLOWED.finditer(text, block.start, block.end):
        for part in _PART_OF_RUN.finditer(text, match.start("run"), match.end("run")):
            if _is_told(part[1]):
                yield _Called(part[1], part.start(1), match.end("run"), "cookie")
    told = _THEN_TOLD.match(text, block.start, block.end)
    if told is not None and is_sure(told[1]):
        yield _Called(told[1], told.start(1), told.end(), "cookie")


def _quoted(text: str, block: Block) -> Iterator[_Called]:
    """ "We use cookies. "_ga" counts visits": a quoted name that can be nothing else."""
    for match in _IN_QUOTES.finditer(text, block.start, block.end):
        first = max(block.start, match.start() - 20)
        if _is_told(match[1]) and not _OTHER_THINGS.search(text[first : match.start()]):
            yield _Called(match[1], match.start(1), match.end(), "cookie")


def _by_label(text: str, block: Block) -> Iterator[_Called]:
    """ "We use two. PHPSESSID: keeps you signed in.": a name before a colon, after the end of a sentence."""
    for match in _LABEL.finditer(text, block.start, block.end):
        if _is_told(match[1]):
            yield _Called(match[1], match.start(1), match.end(), "cookie")


def _by_key(text: str, block: Block) -> Iterator[_Called]:
    """ "Name: _lamp LAMP lamp_id Purpose: counts visits": the lines of a record, joined."""
    for match in _KEY_AND_NAMES.finditer(text, block.start, block.end):
        names = list(pattern_of(r"\S+").finditer(text, match.start("names"), match.end("names")))
        if len(names) > 1 and all(is_strong(name[0]) for name in names):
            for name in names:
                yield _Called(name[0], name.start(), match.end("names"), "cookie")


def _is_told(name: str) -> bool:
    return is_sure(name) and pattern_of(r"[_*:{]|SESS").search(name) is not None


def _goes_on(text: str, end: int, last: int) -> int:
    """Where what is said of a cookie ends: with its sentence, or the next one if that speaks of it, too."""
    following = _OF_IT.match(text, end, last)
    return end if following is None else _sentence(text, following.end(), end, last)[1]


def _shifted(lifetime: StatedLifetime | None, by: int) -> StatedLifetime | None:
    return None if lifetime is None else lifetime._replace(start=lifetime.start + by, end=lifetime.end + by)


def _sentence(text: str, at: int, first: int, last: int) -> tuple[int, int]:
    """The sentence around ``at``, roughly: up to a full stop and a space, at most 300 characters to each side."""
    start = max(
        first, at - 300, *(text.rfind(mark, first, at) + len(mark) for mark in (". ", "\n") if mark in text[first:at])
    )
    stops = [found + 1 for mark in (". ", "\n") if (found := text.find(mark, at, last)) >= 0]
    return start, min([last, at + 300, *stops])


def speaks_of_cookies(document: Document, index: int, text: str) -> bool:
    block = document.blocks[index]
    around = [document.block_text(held)[-400:] for held in block.headings]
    lead = block.lead
    for _ in range(3):
        if lead is None:
            break
        around.append(document.block_text(lead)[-400:])
        lead = document.blocks[lead].lead
    return any(_COOKIE_WORD.search(part) for part in (text, *around, document.title))


def purpose_around(
    document: Document, lead: int | None, headings: Sequence[int], purpose_of: PurposeOf
) -> StatedPurpose | None:
    for index in (*([lead] if lead is not None else []), *reversed(headings[-2:])):
        found = heading_purpose(document.block_text(index)[:200], purpose_of)
        if found:
            return found
    return None
