# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A document's sentences in order, each with its place in the shown text and the block it stands in.

Line breaks inside a block are hard breaks (``<br>``), so they end a sentence unless the line plainly runs on. A run of
text without an end is cut into pieces, so that hostile text costs no more than its length.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from inspector.core.policy import BlockKind, Document
from inspector.policies.patterns import late, plain, stems

LONGEST: Final = 1500
_WE_DO_NOT: Final = "We do not "
# A name that ends like a sentence, and what it goes on with.
_OF_YAHOO: Final = late(r"(?:Publisher|Analytics|Web|Inc|Advertis|Ads?|Search|Gemini|Network|Sponsored|Mobile)")
_TOO_SHORT: Final = 4  # "3." or "a)" is a list's number, not a sentence
_ENDS: Final = late(
    r"""[.!?:…]["'”’)\]]*\s+(?=(?:[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+\s*)?["'“‘(\[]?[A-Z0-9ÄÖÜÀ-Þ•*©])"""
    # ... an end, then something that begins, perhaps behind a symbol; or a face that ends it
    r"""|[\u2639\u263a\U0001f300-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*[ \t]+(?=["“‘(]?[A-Z])"""
    r"""|[ \t]*\n\s*|\s+[•·●▪�]\s*|(?<=\w)\s\|\s(?=\w)"""
)
# What stands in every end: most cells and headings have none.
_MAY_END: Final = late(r"""[.!?:…]["'”’)\]]*\s|[\u2639\u263a\U0001f300-\U0001faff]|[\n•·●▪�|]""")
_ABBREVIATION: Final = late(
    r"(?:\b(?:e\.g|i\.e|etc|inc|ltd|llc|corp|co|vs|cf|no|nos|st|dr|mr|mrs|ms|u\.s|u\.k|u\.s\.a"
    r"|a\.m|p\.m|art|sec|approx|incl|"
    r"excl|viz|al|www|bv|b\.v|n\.v|gmbh|dept|tel|ext|fig)|(?<!\w)[A-Za-z])\.$",
    re.I,
)
_LONGEST_ABBREVIATION: Final = 9  # "approx." with what stands before it
_NUMBER: Final = late(r"^[\s\"'“(]*(?:[\divxIVX]{1,5}|[A-Za-z])(?:\.\d{1,3})*[.):]*\s*$")
# A list's number or bullet in front of what is said.
_LEADING: Final = late(
    r"\s*(?:(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]"
    r"|[•·●▪*#>�-]+)\s+)+(?=[A-Z\"“‘'(])|\s*[•·●▪*#>�]+\s*"
)
_ROMAN: Final = frozenset("ivxIVX")
_RUNS_ON: Final = late(r"[\w,;(\"'-]$")


class Sentence:
    """One sentence, or a heading, a list item's line, a table's cell. ``text`` is ``document.text[start:end]``."""

    __slots__ = ("block", "end", "kind", "plain", "row", "start", "text", "words")

    plain: str  # the text in lower case with straight quotes, character for character
    words: frozenset[str]  # the beginnings of its words

    def __init__(self, text: str, start: int, block: int, kind: BlockKind, row: int | None = None) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.block = block
        self.kind = kind
        self.row = row  # the number of the cell, in a table row

    def __getattr__(self, name: str) -> Any:
        """Make ``plain`` and ``words`` when they are first asked for; later they are plain attributes."""
        if name == "plain":
            self.plain = plain(self.text)
            return self.plain
        if name == "words":
            self.words = stems(self.plain)
            return self.words
        raise AttributeError(name)

    def __repr__(self) -> str:
        return f"Sentence({self.text[:60]!r}, {self.start})"


def denied(sentence: Sentence) -> tuple[Sentence, int]:
    """Return the item of a list of what "we do not:" as the sentence that it stands for, and how much was put before.

    Every character of the item keeps its place in the document.
    """
    text = sentence.text
    return Sentence(
        _WE_DO_NOT + text[0].lower() + text[1:], sentence.start - len(_WE_DO_NOT), sentence.block, sentence.kind
    ), len(_WE_DO_NOT)


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """Return all sentences of a document, in the order of the text."""
    sentences: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if block.cells:
            for number, cell in enumerate(block.cells):
                sentences.extend(_split(document.text, cell.start, cell.end, index, block.kind, number))
        else:
            sentences.extend(_split(document.text, block.start, block.end, index, block.kind, None))
    if "Σ" not in document.text:  # its small letter depends on what stands around it; all others are made at once
        lowered = plain(document.text)
        for sentence in sentences:
            sentence.plain = lowered[sentence.start : sentence.end]
    return tuple(sentences)


def _split(text: str, start: int, end: int, block: int, kind: BlockKind, row: int | None) -> Iterator[Sentence]:
    for first, last in _spans(text, start, end):
        piece = text[first:last].rstrip()
        if not piece:
            continue
        begins = 0
        if not piece[0].isalpha() or piece[0] in _ROMAN or piece[1:2] in (".", ")"):  # else it begins no list's number
            skipped = _LEADING.match(text, first, last)
            begins = skipped.end() - first if skipped else 0
            if not 0 < begins < len(piece):
                begins = len(piece) - len(piece.lstrip())
        yield Sentence(piece[begins:] if begins else piece, first + begins, block, kind, row)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _ENDS.finditer(text, start, end) if _MAY_END.search(text, start, end) else ():
        if match.start() < at or not _is_end(text, at, match):
            continue
        yield from ((at, match.end()),) if match.end() - at <= LONGEST else _pieces(text, at, match.end())
        at = match.end()
    if at < end:
        yield from ((at, end),) if end - at <= LONGEST else _pieces(text, at, end)


def _is_end(text: str, at: int, match: re.Match[str]) -> bool:
    if "\n" in match[0]:
        line = text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - LONGEST) : match.start()]
        following = text[match.end() : match.end() + 1]
        return not (len(line) > 40 and _RUNS_ON.search(line) and following.islower())
    if match[0].lstrip().startswith(":"):
        return False
    if match.start() - at <= _TOO_SHORT or (match.end() - at <= 12 and _NUMBER.match(text[at : match.end()])):
        return False
    before = text[max(at, match.start() - 40) : match.end()].rstrip()
    if before.endswith("Yahoo!") and _OF_YAHOO.match(text, match.end()):
        return False
    return not (before.endswith(".") and _ABBREVIATION.search(before[-_LONGEST_ABBREVIATION:]))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end
