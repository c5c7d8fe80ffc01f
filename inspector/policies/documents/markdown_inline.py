# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Markdown inside a block: escapes, code, emphasis, links, breaks and stray HTML, in one pass without recursion.

The rules are CommonMark's (0.31, "Inlines") with two differences, although CommonMark pairs them: a ``*`` that ends a
cookie's name (``wp-settings-*, wordpress_*``) is not emphasis, nor is a ``_`` before what stands for the rest of a
name (``_ga_*``, ``_ga_<id>``).
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from inspector.policies.documents.builder import Builder
from inspector.policies.documents.html_tokens import unescape
from inspector.policies.patterns import late

_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’«»…–—·•")
_TOKEN: Final = late(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<code>`+)|(?P<image>!\[)|(?P<open>\[)|(?P<close>\])
    |<(?P<auto>(?:https?://|mailto:)[^\s<>]{1,2000})>|<(?P<tag>/?[a-zA-Z][a-zA-Z0-9-]{0,30}(?:[\s/][^<>]{0,2000})?)>
    |<!--(?P<comment>.{0,5000}?)-->|(?P<run>\*+|_+|~~)|(?P<hard>[ ]{2,}\n|\\\n)|(?P<soft>\n)""",
    re.X | re.S,
)
_TARGET: Final = late(
    r"""\(\s{0,9}(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,500}\)){0,2000}))
    (?:\s{1,9}(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s{0,9}\)""",
    re.X | re.S,
)
_REFERENCE: Final = late(r"\[([^\[\]]{0,200})\]")
_BREAK: Final = late(r"br\b", re.I)
_PLACEHOLDERS: Final = frozenset("*<[{#")  # what stands for the rest of a cookie's name: "_ga_*", "_ga_<id>"
_INLINE_TAGS: Final = frozenset(
    (
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "kbd",
        "p",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    )
)
_MAX_INLINE: Final = 200_000
_LOOK_BACK: Final = 12  # openers of emphasis looked at for each closer: keeps hostile input linear


class _Token(NamedTuple):
    kind: str
    start: int
    end: int
    text: str


class _Run:
    """A run of ``*``, ``_`` or ``~``: how many of its characters are still text."""

    __slots__ = ("at", "closes", "left", "opens", "symbol")

    def __init__(self, at: int, symbol: str, left: int, opens: bool, closes: bool) -> None:
        self.at = at
        self.symbol = symbol
        self.left = left
        self.opens = opens
        self.closes = closes


def write_inline(builder: Builder, text: str, line: int, references: Mapping[str, str]) -> None:
    """Write the shown text of ``text``, which begins on ``line`` of the source."""
    if len(text) > _MAX_INLINE:  # no paragraph of a policy: shown as it is
        builder.text(text, line)
        return
    tokens = _tokens(text)
    runs = _emphasis(text, tokens)
    links, skips, marks = _links(text, tokens, references)
    position = counted = 0
    for number, token in enumerate(tokens):
        if token.start < position:
            continue
        line += text.count("\n", counted, position)
        counted = position
        if token.start > position:
            builder.text(unescape(text[position : token.start]), line)
        line += text.count("\n", counted, token.start)
        counted = token.start
        position = token.end
        if token.kind in ("escaped", "code"):
            builder.text(token.text, line)
        elif token.kind == "auto":
            builder.start_link(token.text)
            builder.text(token.text.removeprefix("mailto:"), line)
            builder.end_link()
        elif token.kind == "run":
            builder.text(runs[number].symbol * runs[number].left, line)
        elif token.kind == "hard" or (token.kind == "tag" and _BREAK.match(token.text)):
            builder.break_line()
        elif token.kind == "tag" and text[token.start - 1 : token.start] == "_" and _is_placeholder(token.text):
            builder.text(text[token.start : token.end], line)
        elif token.kind == "soft":
            builder.text(" ", line)
        elif token.kind in ("open", "image", "close"):
            position = _bracket(builder, token, links, skips, marks, line)
    line += text.count("\n", counted, position)
    if position < len(text):
        builder.text(unescape(text[position:]), line)


def _is_placeholder(tag: str) -> bool:
    """Whether "<id>" stands for the rest of a cookie's name: a word in angle brackets that is no tag of HTML."""
    return tag.isalnum() and tag.lower() not in _INLINE_TAGS


def _bracket(
    builder: Builder,
    token: _Token,
    links: Mapping[int, str],
    skips: Mapping[int, int],
    marks: frozenset[int],
    line: int,
) -> int:
    """A bracket: of a link, of an image (whose text nobody sees), or just a bracket. Returns where to go on."""
    if token.start in skips:
        if token.kind == "close":
            builder.end_link()
        return skips[token.start]
    if token.start in links:
        builder.start_link(links[token.start])
    elif token.start not in marks:
        builder.text(token.text, line)
    return token.end


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    no_code: set[int] = set()  # lengths of backtick runs known to have no partner
    while match := _TOKEN.search(text, position):
        kind = str(match.lastgroup)
        token = _Token(kind, match.start(), match.end(), match[kind])
        if kind == "code":
            token = _code(text, match, no_code)
        tokens.append(token)
        position = token.end
    return tokens


def _code(text: str, match: re.Match[str], no_code: set[int]) -> _Token:
    ticks = match["code"]
    if len(ticks) not in no_code:
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(text, match.end())
        if closing:
            inner = text[match.end() : closing.start()].replace("\n", " ")
            return _Token("code", match.start(), closing.end(), inner.strip() or inner)
        no_code.add(len(ticks))
    return _Token("escaped", match.start(), match.end(), ticks)


def _emphasis(text: str, tokens: list[_Token]) -> dict[int, _Run]:
    """Pair the runs that open and close emphasis; what has no partner stays text."""
    runs: dict[int, _Run] = {}
    openers: list[_Run] = []
    for number, token in enumerate(tokens):
        if token.kind != "run":
            continue
        run = _flanking(text, token)
        runs[number] = run
        if run.closes:
            for opener in reversed(openers[-_LOOK_BACK:]):
                if opener.symbol == run.symbol and opener.left and run.left:
                    both = min(opener.left, run.left)
                    opener.left -= both
                    run.left -= both
                if not run.left:
                    break
            openers[-_LOOK_BACK:] = [held for held in openers[-_LOOK_BACK:] if held.left]
        if run.opens and run.left:
            openers.append(run)
    return runs


def _flanking(text: str, token: _Token) -> _Run:
    symbol = token.text[0]
    before = text[token.start - 1 : token.start] if token.start else " "
    after = text[token.end : token.end + 1] or " "
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = before in _PUNCTUATION, after in _PUNCTUATION
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    opens, closes = left, right
    if symbol == "_":
        opens = left and (not right or mark_before)
        placeholder = after in _PLACEHOLDERS and not text.startswith("**", token.end)  # "**_Title_**" has none
        closes = right and (not left or mark_after) and not placeholder
    elif mark_after and after not in "_\\`[(\"'“‘*" and (before.isalnum() or before in "-_."):
        opens = False  # the star of a pattern: "wp-settings-*,"
    return _Run(token.start, symbol, len(token.text), opens, closes)


def _links(
    text: str, tokens: list[_Token], references: Mapping[str, str]
) -> tuple[dict[int, str], dict[int, int], frozenset[int]]:
    """Find the links: where each starts and leads, where its end goes on, and brackets that are not shown."""
    links: dict[int, str] = {}
    skips: dict[int, int] = {}
    hidden: set[int] = set()
    stack: list[_Token] = []
    for token in tokens:
        if token.kind in ("open", "image"):
            stack.append(token)
        elif token.kind == "close" and stack:
            opener = stack.pop()
            target = _target(text, opener, token, references)
            if target is None:
                continue
            url, end = target
            if opener.kind == "image":
                skips[opener.start] = end
            else:
                links[opener.start] = url
                skips[token.start] = end
            hidden.add(opener.start)
    return links, skips, frozenset(hidden)


def _target(text: str, opener: _Token, closer: _Token, references: Mapping[str, str]) -> tuple[str, int] | None:
    match = _TARGET.match(text, closer.end)
    if match:
        url = match[1] if match[1] is not None else re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", match[2] or "")
        return unescape(url), match.end()
    if not references:
        return None
    label = _REFERENCE.match(text, closer.end)
    name = label[1] if label and label[1] else text[opener.end : closer.start][:200]
    url = references.get(" ".join(name.lower().split()), "")
    return (url, label.end() if label else closer.end) if url else None
