# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie names as policies print them: with wildcards, placeholders, regular expressions, several to a cell."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.core.short_memory import short_memory
from inspector.policies.late_pattern import pattern_of
from inspector.policies.patterns import late

# RFC 6265, 4.1.1: a name is a token. Policies add placeholders (<id>, {id}, [random number]), colons and percent signs.
_CHARACTERS: Final = r"[\w!#$%&'*+\-.^`|~:@/=…{}\[\]<>\\?]"
_PLACEHOLDER: Final = (
    r"(?:<[^<>\n]{1,40}>|\{[^{}\n]{1,40}\}|\[[^\[\]\n]{1,40}\]|\((?:id|x+|n|\d+|uuid|hash|[a-z]+_id)\))"
)
_NAME: Final = late(rf"(?:{_PLACEHOLDER}|[\w!#$%&'*+\-.^`|~:@=…\\?/])+")
_STRONG: Final = late(
    r"[_^.]*[A-Za-z0-9]*(?:\.[A-Za-z0-9]+)?_[\w.\-*:]*|[a-z]+[A-Z]\w*|[A-Z]{2}[A-Z0-9_\-]+|[\w.\-]*\*[\w.\-*]*|\w+::\w+|[a-z][\w.\-]{1,30}:(?=[\w.\-:]*[_*])[\w.\-*:]+|"
    r"[a-z][a-z0-9]*(?:[-.][a-zA-Z0-9]+){2,}|\w*[a-z]\d\w*|\^.*|.*\$|_\w+|\w*(?:[{<\[].*)|[A-Za-z]+ID|__\w+-\w.*|"
    r"(?:wp|li|js|gm|ga|cf|aws|x|bb|sp|ab|ajs|amp|cc|cky|cmplz|wc|wpml|pll|mp|sb)-[a-z0-9-]+|_{0,2}utm[abctvxz]|[A-Z]{2,5}Cookie\w*|[a-z]+(?:id|sess|token|consent|"
    r"cookie)"
)
_SEPARATOR: Final = late(r"\s*(?:\n|,|;|\s/\s|\s\|\s|\s(?:and|und|et|y|e|en|och|og|i|or|oder|ou)\s|\s&\s|•|·)\s*")
_NOT_NAMES: Final = frozenset(
    "n/a na none various - – — cookie cookies name names unknown undefined tbc tbd yes no "  # noqa: SIM905
    "all other others etc session persistent and or the http https id "
    "httponly samesite secure jwt localstorage sessionstorage javascript oauth".split()
)
_TRAILING: Final = late(
    r"^(?P<name>\S+?)\s*(?:\((?P<note>[^()\n]{1,80})\)|cookies?\b.*|[–—-]\s.*|:\s.*|[*†‡]{1,3})$", re.S | re.I
)
_LABELLED: Final = late(r"[^\W\d_][\w ()/-]{1,38}:\s+(?P<name>\S+)$")
_DOMAIN: Final = late(
    r"\.?(?:[a-z0-9-]{1,60}\.)+(?:com|net|org|io|co|eu|de|fr|es|it|uk|nl|pl|se|dk|tv|ai|app|dev)", re.I
)
_URL: Final = late(r"https?:|www\.|//|@\w+\.", re.I)
_MAX_NAME: Final = 256


class PrintedName(NamedTuple):
    """A name as printed, its place in the text that was searched, and whether it could be nothing but a name."""

    name: str
    start: int
    end: int
    strong: bool


def is_strong(token: str) -> bool:
    """Whether a token looks like a cookie's name and like no word of a language."""
    return (
        len(token) >= 2
        and not token.startswith("**")  # emphasis that was never closed
        and _STRONG.fullmatch(token) is not None
        and token.lower() not in _NOT_NAMES
        and not _URL.search(token)
    )


def is_sure(token: str) -> bool:
    """Whether a token in running text can be nothing but a cookie's name: an acronym or a path may be other things."""
    if token.startswith("utm_") or ".." in token:  # what an address says of a campaign; what lost its placeholder
        return False
    return is_strong(token) and (
        any(mark in token for mark in "_*:{<[^$")
        or pattern_of(r"[a-z]+[A-Z]\w*[a-z]\w*|\w*(?:SESS|SESSION)_?ID\w*").fullmatch(token) is not None
    )


def is_possible(token: str) -> bool:
    """Whether a token may be a cookie's name where a table says that it is one."""
    return (
        (1 < len(token) <= _MAX_NAME or (len(token) == 1 and token.islower()))
        and _NAME.fullmatch(token) is not None
        and pattern_of(r"[A-Za-z0-9]").search(token) is not None
        and token.lower() not in _NOT_NAMES
        and not _URL.search(token)
    )


@short_memory(1024)  # a table is looked at twice: what its columns are, and what its rows say
def names_in_cell(text: str) -> tuple[PrintedName, ...]:
    """Return the names that the cell of a name column holds, in order."""
    found: list[PrintedName] = []
    for start, part in _parts(text[:20_000]):
        found.extend(_names_of(part, start))
    return tuple(found)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Split at separators that are not inside a placeholder's brackets."""
    position = 0
    guarded = [match.span() for match in pattern_of(_PLACEHOLDER).finditer(text)]
    inside = iter(guarded)
    span = next(inside, None)
    for match in _SEPARATOR.finditer(text):
        while span and span[1] <= match.start():
            span = next(inside, None)
        if span and span[0] < match.start() < span[1]:
            continue
        if match.start() > position:
            yield position, text[position : match.start()]
        position = match.end()
    if position < len(text):
        yield position, text[position:]


def _names_of(part: str, start: int) -> Iterator[PrintedName]:
    """The names in one part: the whole of it, several by white space, one with a remark behind it, or split by "/"."""
    stripped = part.strip(" \t\"'“”‘’`")
    start += part.find(stripped) if stripped else 0
    stripped = stripped.rstrip(".:") if not stripped.endswith("..") else stripped
    if not stripped:
        return
    if pattern_of(r"asp\.net[ _]session ?id", re.I).fullmatch(stripped):  # often misprinted
        yield PrintedName(stripped, start, start + len(stripped), True)
        return
    if is_possible(stripped):
        yield from _by_slash(stripped, start)
        return
    called = _LABELLED.match(stripped)
    if called and is_strong(called["name"]):  # "Visitor ID: _utma"
        yield PrintedName(called["name"], start + called.start("name"), start + called.end("name"), True)
        return
    remark = _TRAILING.match(stripped)
    if remark and is_possible(remark["name"]) and (is_strong(remark["name"]) or not remark["name"].istitle()):
        yield PrintedName(remark["name"], start, start + len(remark["name"]), is_strong(remark["name"]))
        return
    words = [(match[0].strip("\"'“”‘’`,"), match.start()) for match in pattern_of(r"\S+").finditer(stripped)]
    if all(is_strong(word) or word == "*" for word, _ in words):
        yield from (PrintedName(word, start + at, start + at + len(word), True) for word, at in words if word != "*")


def _by_slash(token: str, start: int) -> Iterator[PrintedName]:
    pieces = token.split("/")
    if len(pieces) > 1 and all(is_strong(piece) for piece in pieces):
        at = start
        for piece in pieces:
            yield PrintedName(piece, at, at + len(piece), True)
            at += len(piece) + 1
        return
    yield PrintedName(token, start, start + len(token), is_strong(token))


def is_name_like(text: str) -> bool:
    """Whether a cell's text reads as names rather than as words: what a column of names is told by."""
    names = names_in_cell(text)
    if not names:
        return False
    return any(name.strong for name in names) or all(
        not name.name.istitle() and not _DOMAIN.fullmatch(name.name) for name in names
    )


def is_domain(text: str) -> bool:
    """Whether a text is a host's name."""
    return _DOMAIN.fullmatch(text.strip()) is not None
