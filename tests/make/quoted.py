# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made policies for tests of what shows them: a document of blocks, claims on its sentences."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

from inspector.core.policy import (
    Block,
    BlockKind,
    Cell,
    Claim,
    Document,
    LineMark,
    Policy,
    PolicyRecord,
    Source,
    Stance,
    Subject,
)

READ: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CART: Final = "We use cookies to remember the items in your cart. 🍪"
SALE: Final = "We do not sell your \u202edata."
ROW: Final = ("_ga", "Google\nAnalytics", "Counts 🍪 visits", "13 months")

Given = tuple[BlockKind, str | tuple[str, ...]]


def document(blocks: Iterable[Given], **facts: Any) -> Document:
    """Return a document of blocks; a tuple of texts is a row of table 0."""
    texts: list[str] = []
    made: list[Block] = []
    at = 0
    for line, (kind, given) in enumerate(blocks, 1):
        if isinstance(given, str):
            text, cells, table = given, (), None
        else:
            text, cells, table = "\t".join(given), tuple(_cells(given, at)), 0
        made.append(Block(kind, at, at + len(text), line, level=1, table=table, cells=cells))
        texts.append(text)
        at += len(text) + 2
    source = Source("/made/policy.html", "0" * 64, READ, "text/html", "utf-8")
    lines = tuple(LineMark(block.start, block.line) for block in made) or (LineMark(0, 1),)
    return Document("\n\n".join(texts), tuple(made), facts.pop("source", source), lines=lines, **facts)


def _cells(texts: tuple[str, ...], at: int) -> Iterable[Cell]:
    for text in texts:
        yield Cell(at, at + len(text))
        at += len(text) + 1


def claim(number: int, field: str, shown: Document, sentence: str, **facts: Any) -> Claim:
    """Return a claim on a sentence of a document."""
    start = shown.text.index(sentence)
    quote = shown.quote(start, start + len(sentence))
    return Claim(f"c{number}", field, facts.pop("stance", Stance.DECLARED), quote, **facts)


def example() -> Policy:
    """Return a policy with a heading, two sentences with odd characters, a list and a table."""
    shown = document(
        (
            (BlockKind.HEADING, "Cookies 🍪"),
            (BlockKind.PARAGRAPH, f"{CART} {SALE} Nothing else is said."),
            (BlockKind.LIST_ITEM, "Google keeps you logged in."),
            (BlockKind.TABLE_HEADER, ("Name", "Provider", "Purpose", "Duration")),
            (BlockKind.TABLE_ROW, ROW),
        ),
        title="Privacy\x1b at the shop",
    )
    row = "\t".join(ROW)
    google = {"subject": Subject.NAMED_THIRD_PARTY, "provider": "Google"}
    claims = (
        claim(4, "named_cookies", shown, row, names=("_ga",), **google),
        claim(1, "cookies", shown, CART),
        claim(2, "data_sale", shown, SALE, stance=Stance.DENIED),
        claim(3, "opt_outs.google", shown, SALE, opt_out="google", url="https://ads.example/\u202eout"),
        claim(5, "purposes.authentication", shown, "Google keeps you logged in.", **google),
    )
    return Policy(shown, claims, PolicyRecord(language="en", enumerates=True))
