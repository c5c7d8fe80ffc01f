# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Several documents as one: every quote still is the text at its place, lines are those of each file."""

from datetime import date

from make.audits import NOW
from make.verdicts import lexicon

from inspector.core.policy import Document
from inspector.engine.combined import combine
from inspector.engine.policy import understand
from inspector.policies.documents.api import RawDocument
from inspector.policies.documents.registry import read_document

PAGE = "# Privacy\n\nWe use cookies to keep you logged in.\n\n- one\n- two\n"
TABLE = "| Cookie | Purpose | Duration |\n|---|---|---|\n| cart | Remembers your shopping cart | 7 days |\n"
YAML = "version: 1\ncookies:\n  - name: _ga\n    purpose: analytics\n    lifetime: 13 months\n"


def document(text: str, name: str) -> Document:
    found = read_document(RawDocument(text.encode(), name, NOW)).document
    assert found is not None
    return found


def test_one_document_stays_as_it_is() -> None:
    page = document(PAGE, "a.md")
    assert combine([page]) is page


def test_claims_of_all_parts_with_quotes_at_their_places() -> None:
    whole = combine([document(PAGE, "a.md"), document(TABLE, "b.md"), document(YAML, "cookies.yml")])
    policy, problems = understand(whole, lexicon())
    assert problems == ()
    names = {name for claim in policy.claims for name in claim.names}
    assert {"cart", "_ga"} <= names
    assert any(claim.field == "purposes.authentication" for claim in policy.claims)
    for claim in policy.claims:
        assert whole.text[claim.quote.start : claim.quote.end] == claim.quote.text
    lines = {claim.names[0]: claim.quote.line for claim in policy.claims if claim.field == "named_cookies"}
    assert lines == {"cart": 3, "_ga": 3}


def test_blocks_keep_their_order_and_what_they_stand_under() -> None:
    first, second = document(PAGE, "a.md"), document(TABLE + "\n" + TABLE, "b.md")
    whole = combine([first, second])
    assert [block.kind for block in whole.blocks] == [block.kind for block in (*first.blocks, *second.blocks)]
    starts = [block.start for block in whole.blocks]
    assert starts == sorted(starts)
    tables = {block.table for block in whole.blocks if block.table is not None}
    assert len(tables) == len({block.table for block in second.blocks if block.table is not None})
    for block in whole.blocks:
        assert all(index < len(whole.blocks) for index in block.headings)
        assert all(block.start <= cell.start <= cell.end <= block.end for cell in block.cells)


def test_an_archive_only_where_every_part_is_one() -> None:
    import dataclasses

    page = document(PAGE, "a.md")
    old = dataclasses.replace(page, source=dataclasses.replace(page.source, archived=date(2014, 1, 1)))
    assert combine([old, old]).source.archived == date(2014, 1, 1)
    assert combine([old, page]).source.archived is None
