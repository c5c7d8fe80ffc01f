# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies named outside tables: "Name: _ga / Duration: 2 years", bold names over their text, definition lists, and
names with a lifetime in brackets behind them.

Only what looks like a name and like no word is taken for one, except after a key that says so ("Cookie name: lang").
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from inspector.core.policy import (
    BlockKind,
    Claim,
    Document,
    Stance,
    StatedLifetime,
)
from inspector.policies.headers import Column, column_of
from inspector.policies.late_pattern import pattern_of
from inspector.policies.lifetimes import find_lifetime, parse_lifetime
from inspector.policies.names import PrintedName, is_name_like, is_strong, is_sure, names_in_cell
from inspector.policies.patterns import late
from inspector.policies.prose_names import purpose_around, read_prose, speaks_of_cookies
from inspector.policies.tables import PurposeOf, first_line, storage_of, subject_of

_KEYED: Final = late(r"\s{0,4}([^\W\d_][\w /()’'-]{1,40}?)\s{0,3}(?::|[–—]|\s-\s)\s{0,4}(?=\S)")
_HEAD: Final = late(
    r"[\s\"'“‘`•·*-]{0,4}(\S{2,120}?)[\"'”’`*]{0,2}(?=\s*(?:$|\n|[(,;–—=]|:(?![a-z0-9*])|-\s|\s(?:is|are|cookies?|from|on\s\S+\.\w{2,}$|\W)))"
)
# What stands between names is not left out, or a long text without a space would be split in every way there is.
# "_lamp keeps you signed in": in a list, where the name can be nothing else.
_HEAD_THAT_DOES: Final = late(
    r"[\s\"'“‘`•·*-]{0,4}((?=\S*[_*:{])\S{2,120}?)[\"'”’`*]{0,2}\s(?=(?:\w+ly\s)?(?:[a-z]+s|used|set|stored|kept|needed)\s)"
)
# "lang (one year): your language": a word that is as good as called a cookie, by its lifetime.
# "_lamp and _lamp_id keep you signed in."
_HEADS_THAT_DO: Final = late(
    r"[\s\"'“‘`•·*-]{0,4}((?:[^\s,]*[_*][^\s,]*)(?:(?:,\s(?:and\s)?|\s(?:and|or|&)\s)[^\s,]*[_*][^\s,]*){1,11})"
    r"\s(?=(?:is|are|store|keep|hold|count|tell|track|remember|identify|record|help|come|expire|last)\b)"
)
_HEAD_WITH_LIFETIME: Final = late(
    r"[\s\"'“‘`•·*-]{0,4}(?!session\b|persistent\b|permanent\b)([a-z][\w.-]{1,60})[\"'”’`*]{0,2}\s?\(([^()]{2,60})\)\s?(?=[:–—-])"
)
# The same below its name, where a converter has joined the lines: "_lamp Keeps you signed in."
_HEAD_OF_PARAGRAPH: Final = late(r"((?=\S*_)[\w.*:-]{4,80})\s(?=(?:[A-Z][a-z]+s|Used|Set|Stored|Kept|Needed)\s[a-z])")
_BRACKETED: Final = late(r"\(([^()\s]{2,120}(?:(?:,\s|\s/\s|\sand\s)[^()\s]{2,80}){0,11}(?:,\s)?)\)")
_HINT: Final = late(r"[_*:<{^]|[a-z][A-Z]|[A-Z]{2}|[a-z]\d|\w-\w|(?:id|sess|token|consent|cookie)\b")  # of a name
# A word that is no name: a line that has one is more than names.
_SPOKEN: Final = late(r"(?:^|\s)[a-z]{3,40}(?<!id)(?<!sess)(?<!token)(?<!consent)(?<!cookie)(?=\s|$)")
_DIVIDES: Final = late(r":\s|\s[–—-]\s")  # the names from what is said of them
_OR_LIKE: Final = late(r"\s+(?:or|and)\s+(?:similar|others?|the\s+like)\b.*$")
_A_LIST: Final = 3  # names that can be nothing else: this document lists its cookies
_BEGINNING: Final = 300  # characters in which a block says that it speaks of cookies
_LONGEST_HEAD: Final = 120
_FAR: Final = 4  # blocks without a key after which a record ends


class _Line(NamedTuple):
    """A line of a block outside tables."""

    block: int
    start: int
    end: int


class _Entry:
    """One cookie (or several with the same facts) while its lines are collected."""

    __slots__ = (
        "colon",
        "end",
        "first_block",
        "keyed",
        "last_block",
        "lifetime",
        "lines",
        "names",
        "offset",
        "provider",
        "purpose",
        "start",
        "type",
    )

    def __init__(self, names: Sequence[PrintedName], offset: int, line: _Line, keyed: bool) -> None:
        self.names = names
        self.offset = offset
        self.start = line.start
        self.end = line.end
        self.first_block = self.last_block = line.block
        self.keyed = keyed
        self.colon = False  # "name: what it does"
        self.lines: list[str] = []
        self.lifetime: StatedLifetime | None = None
        self.purpose = ""
        self.provider = ""
        self.type = ""


def read_listed(document: Document, purpose_of: PurposeOf, known: Sequence[Claim] = ()) -> tuple[Claim, ...]:
    """Return a claim for every cookie that is named in a list or in brackets; ``known`` are the tables' claims."""
    claims: list[Claim] = []
    entries = tuple(_entries(document))
    lists = sum(all(is_sure(name.name) for name in entry.names) for entry in entries) >= _A_LIST
    for entry in entries:
        claims.extend(_claims(document, entry, purpose_of, lists=lists))
    taken = {name for claim in (*known, *claims) for name in claim.names}
    for claim in read_prose(document, purpose_of):
        if not taken.issuperset(claim.names):
            taken.update(claim.names)
            claims.append(claim)
    return tuple(claims)


def _lines(document: Document) -> Iterator[_Line]:
    for index, block in enumerate(document.blocks):
        if block.table is not None:
            continue
        start = block.start
        while start < block.end:
            stop = document.text.find("\n", start, block.end)
            stop = block.end if stop < 0 else stop
            if stop > start:
                yield _Line(index, start, stop)
            start = stop + 1


def _entries(document: Document) -> Iterator[_Entry]:
    """Go through the lines: a line that names a cookie opens an entry, the lines below say more of it."""
    entry: _Entry | None = None
    for line in _lines(document):
        text = document.text[line.start : min(line.end, line.start + 4000)]
        opened = _opened(document, line, text)
        if opened is not None:
            if entry is not None:
                yield entry
            entry = opened
            continue
        if entry is None:
            continue
        if _ended(document, entry, line):
            yield entry
            entry = None
            continue
        _add(entry, line, text)
    if entry is not None:
        yield entry


def _opened(document: Document, line: _Line, text: str) -> _Entry | None:
    """The entry that a line opens: "Cookie name: x", or a name at its beginning, or a name that is all of it."""
    block = document.blocks[line.block]
    key = _KEYED.match(text)
    if key and column_of(key[1]) in (Column.NAME, Column.COOKIE):
        value = text[key.end() :]
        names = names_in_cell(value) if len(value) <= 400 else ()
        sure = is_name_like(value) and (column_of(key[1]) is Column.NAME or all(name.strong for name in names))
        if names and sure and (any(name.strong for name in names) or speaks_of_cookies(document, line.block, key[1])):
            return _Entry(names, line.start + key.end(), line, True)
        return None
    if key and column_of(key[1]) is not Column.OTHER:
        return None
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.TERM, BlockKind.HEADING, BlockKind.PARAGRAPH):
        return None
    entry = _named(block.kind, line, text)
    said = document.block_text(line.block)[:_BEGINNING] if line.start == block.start else text[:_BEGINNING]
    return entry if entry is not None and speaks_of_cookies(document, line.block, said) else None


def _named(kind: BlockKind, line: _Line, text: str) -> _Entry | None:
    worded = _HEAD_WITH_LIFETIME.match(text) if kind is BlockKind.LIST_ITEM else None
    if worded and _bare_lifetime(worded[2]) is not None:
        entry = _Entry((PrintedName(worded[1], worded.start(1), worded.end(1), False),), line.start, line, False)
        entry.lines.append(text[worded.end(1) :])
        return entry
    if not _HINT.search(text[:200]):
        return None
    names = names_in_cell(text) if len(text) <= 200 and not _SPOKEN.search(text) else ()
    if names and all(is_strong(name.name) for name in names) and _only_names(text, names):
        return _Entry(names, line.start, line, False)
    divided = _DIVIDES.search(text, 0, _LONGEST_HEAD + 2)
    described = divided.start() if divided else -1
    several = names_in_cell(_OR_LIKE.sub("", text[:described])) if described > 0 else ()
    if len(several) == 1 and described == len(text[:described].split()[0]):
        several = ()  # one name alone is read below
    if several and all(is_strong(name.name) for name in several):
        entry = _Entry(several, line.start, line, False)
        entry.lines.append(text[described + 1 :])
        return entry
    run = _HEADS_THAT_DO.match(text)
    several = names_in_cell(run[1]) if run else ()
    if run and len(several) > 1 and all(is_strong(name.name) for name in several):
        entry = _Entry(several, line.start, line, False)
        entry.lines.append(text[run.end() :])
        return entry
    does = _HEAD_THAT_DOES if kind is BlockKind.LIST_ITEM else _HEAD_OF_PARAGRAPH
    head = _HEAD.match(text) or does.match(text)
    name = _head_name(head, text) if head else ""
    if head and is_strong(name) and kind is not BlockKind.HEADING:
        entry = _Entry((PrintedName(name, head.start(1), head.start(1) + len(name), True),), line.start, line, False)
        entry.lines.append(text[head.end() :])
        entry.colon = text.startswith(":", head.end())
        return entry
    if len(text) <= 120 and kind is not BlockKind.PARAGRAPH and (inside := _BRACKETED.search(text)):
        found = tuple(name for name in names_in_cell(inside[1]) if name.strong)
        if found:
            entry = _Entry(found, line.start + inside.start(1), line, False)
            entry.provider = text[: inside.start()].strip()
            return entry
    return None


def _head_name(head: re.Match[str], text: str) -> str:
    """The name that a line begins with; an asterisk behind "_" or ":" is a wildcard, and no emphasis."""
    if head[1][-1] in "_-.:" and text.startswith("*", head.end(1)):
        return head[1] + "*"
    return head[1].rstrip(":,;")


def _bare_lifetime(described: str) -> StatedLifetime | None:
    """The lifetime that is all that is said of a cookie: "PHPSESSID – session"."""
    text = described.strip(" \t:–—-().*")
    found = parse_lifetime(text) if len(text) <= 40 else None
    return found if found and (found.end - found.start) * 2 > len(text) else None


def _only_names(text: str, names: Sequence[PrintedName]) -> bool:
    """Whether a line holds names and nothing said of them."""
    spoken = sum(len(word) for word in pattern_of(r"[^\W_]{2,}").findall(text))
    return spoken <= sum(len(part) for name in names for part in pattern_of(r"[^\W_]{2,}").findall(name.name)) + 2


def _ended(document: Document, entry: _Entry, line: _Line) -> bool:
    block = document.blocks[line.block]
    if line.block == entry.last_block:
        return False
    if block.kind is BlockKind.HEADING or line.block - entry.last_block > _FAR:
        return True
    key = _KEYED.match(document.text[line.start : line.start + 60])
    own = document.blocks[entry.last_block]
    siblings = block.kind is BlockKind.LIST_ITEM and block.lead == own.lead
    if key and (siblings or column_of(key[1]) not in (Column.OTHER, Column.NAME, Column.COOKIE)):
        return False
    if block.kind is BlockKind.DEFINITION or own.kind is BlockKind.HEADING:
        return False
    return not (block.lead is not None and document.blocks[block.lead].start >= entry.start)


def _add(entry: _Entry, line: _Line, text: str) -> None:
    entry.last_block = line.block
    key = _KEYED.match(text)
    column = column_of(key[1]) if key else Column.OTHER
    value = text[key.end() :] if key else text
    if column is Column.LIFETIME:
        if entry.lifetime is None:
            entry.lifetime = parse_lifetime(value)
    elif column is Column.PURPOSE:
        entry.purpose = entry.purpose or value
    elif column is Column.PROVIDER:
        entry.provider = entry.provider or first_line(value)
    elif column in (Column.TYPE, Column.PARTY):
        entry.type += " " + value
    elif key is None or line.block == entry.first_block:
        if len(entry.lines) >= _FAR:
            return
        entry.lines.append(text)
    entry.end = max(entry.end, line.end)


def _under_cookies(document: Document, index: int) -> bool:
    """Whether a list's item stands right under a heading that speaks of cookies."""
    block = document.blocks[index]
    heading = document.block_text(block.headings[-1]) if block.headings else ""
    return block.kind is BlockKind.LIST_ITEM and "cookie" in heading.lower()


def _claims(document: Document, entry: _Entry, purpose_of: PurposeOf, *, lists: bool) -> Iterator[Claim]:
    """The claims of an entry; a name that may be another word counts in a document that ``lists`` its cookies."""
    described = " ".join(entry.lines)
    lifetime = entry.lifetime or find_lifetime(described) or find_lifetime(entry.purpose) or _bare_lifetime(described)
    listed = lists and entry.colon and _under_cookies(document, entry.first_block)
    if lifetime is None and not (entry.keyed or listed) and not all(is_sure(name.name) for name in entry.names):
        return
    text = entry.purpose or described.strip(" :–—-\n")
    block = document.blocks[entry.last_block]
    purpose = (
        purpose_of(text) or purpose_of(entry.type) or purpose_around(document, block.lead, block.headings, purpose_of)
    )
    for number, name in enumerate(entry.names):
        yield Claim(
            id=f"l{entry.start}.{number}",
            field="named_cookies",
            stance=Stance.DECLARED,
            quote=document.quote(entry.start, min(entry.end, entry.start + 1_000)),
            subject=subject_of(entry.type, entry.provider),
            purpose=purpose,
            names=(name.name,),
            lifetime=lifetime,
            provider=entry.provider or None,
            storage=storage_of(entry.type) or "cookie",
            purpose_text=text[:2_000],
        )
