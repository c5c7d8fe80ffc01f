# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from inspector.core.policy import (
    Block,
    BlockKind,
    Claim,
    Document,
    LifetimeFrom,
    LineMark,
    Policy,
    PolicyRecord,
    Quote,
    Source,
    Stance,
    StatedLifetime,
)

TEXT = "We use cookies.\nYou may refuse."
DOCUMENT = Document(
    TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT), 3),), Source("p", "00"), lines=(LineMark(0, 3), LineMark(16, 7))
)


def test_an_offset_has_the_line_of_the_mark_before_it() -> None:
    assert [DOCUMENT.line_at(offset) for offset in (0, 15, 16, 30)] == [3, 3, 7, 7]


def test_a_quote_is_the_text_between_its_offsets() -> None:
    assert DOCUMENT.quote(16, 30) == Quote("You may refuse", 16, 30, 7)
    assert DOCUMENT.block_text(0) == TEXT


def test_a_lifetime_has_the_records_form() -> None:
    assert StatedLifetime(30, False, LifetimeFrom.SET, 0, 1).value == 30
    assert StatedLifetime(None, True, LifetimeFrom.SESSION, 0, 1).value == "session"
    assert StatedLifetime(None, False, LifetimeFrom.EVENT, 0, 1).value is None


def test_what_is_not_in_the_record_is_unstated() -> None:
    record = PolicyRecord(stances={"cookies": Stance.DECLARED})
    assert (record.stance("cookies"), record.stance("data_sale")) == (Stance.DECLARED, Stance.UNSTATED)


def test_a_claim_is_found_by_its_id() -> None:
    claim = Claim("c1", "cookies", Stance.DECLARED, DOCUMENT.quote(0, 15))
    policy = Policy(DOCUMENT, (claim,))
    assert policy.claim("c1") is claim
    assert policy.claim("c2") is None
    assert claim.lifetime_value is None
