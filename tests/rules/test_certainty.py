# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A warning rests on a sourced, undisputed entry or on the policy's own table; all else is likely."""

from dataclasses import replace

import pytest
from make.audits import NOW, cookie, sample_policy
from make.verdicts import judge, knowledge, policy

from inspector.core.finding import DeclaredBy, Level
from inspector.core.label import Label, Purpose
from inspector.core.policy import StatedPurpose
from inspector.engine.audit import AuditRequest, audit
from inspector.knowledge.records import KnownCookie, Match, Sure
from inspector.rules.case import Options
from inspector.rules.certainty import deciding, is_sure
from inspector.rules.declarations import Match as Declared

LABEL = Label(Purpose.ANALYTICS, confidence=0.97)


def entry(
    sure: Sure = Sure.VENDOR_DOC, disputed: tuple[str, ...] = (), purpose: Purpose = Purpose.ANALYTICS
) -> KnownCookie:
    base = knowledge().find("_ga", "shop.example")[0]
    return base._replace(sure=sure, disputed=disputed, purpose=purpose, match=Match.EXACT)


@pytest.mark.parametrize(
    ("known", "sure"),
    [
        (entry(), True),
        (entry(Sure.SOURCE_READ), True),
        (entry(Sure.CORROBORATED), True),
        (entry(Sure.USER), True),
        (entry(Sure.PACK), True),
        (entry(Sure.PACK, ("the bundled tables say advertising",)), False),
        (entry(Sure.DEV_SET), False),
        (entry(disputed=("one list says advertising",)), False),
        (None, False),
    ],
)
def test_by_entry(known: KnownCookie | None, sure: bool) -> None:
    assert is_sure(LABEL, known) is sure


def test_a_disputed_label_is_never_sure() -> None:
    assert not is_sure(replace(LABEL, disputed=("a list says otherwise",)), entry())


def test_an_unknown_purpose_is_never_sure() -> None:
    assert not is_sure(Label(), entry())


def test_an_entry_decides_only_where_it_says_what_the_label_says() -> None:
    assert deciding(LABEL, [entry()]) is not None
    assert deciding(LABEL, [entry(purpose=Purpose.ADVERTISING)]) is None
    assert deciding(LABEL, []) is None


def test_the_policys_own_table_is_as_good() -> None:
    claim = replace(sample_policy().claims[3], names=("x",), purpose=StatedPurpose.ANALYTICS)
    assert is_sure(LABEL, None, [Declared(DeclaredBy.NAME, claim, "")])
    assert not is_sure(LABEL, None, [Declared(DeclaredBy.NAME, replace(claim, purpose=StatedPurpose.CART), "")])


def test_a_likely_label_gives_a_note_worded_so_and_settings_do_not_lift_it() -> None:
    text = "We use cookies to keep you logged in. We do not use cookies for advertising."
    likely = Label(Purpose.ADVERTISING, confidence=0.99)
    request = AuditRequest("shop.example", options=Options(levels={"CI203": Level.ERROR}))
    report = audit(
        request, [cookie("qzx9kk")], policy(text), knowledge(), lambda cookies, _: [likely for _ in cookies], NOW
    )
    (found,) = [finding for finding in report.findings if finding.code == "CI203"]
    assert (found.level, found.cap) == (Level.NOTE, Level.NOTE)
    assert found.message.startswith("Likely: ")
    assert found.cap_why


def test_settings_change_levels_and_turn_rules_off() -> None:
    case = {
        "policy": "We use cookies only for your shopping cart. That is all we use cookies for.",
        "cookies": [{"name": "_ga", "host": ".shop.example", "days": 390}],
    }
    assert "CI101" in {finding.code for finding in judge(case).findings}
    raised = judge({**case, "levels": {"CI101": Level.ERROR}})
    assert raised.worst is Level.ERROR
    assert "CI101" not in {finding.code for finding in judge({**case, "levels": {"CI101": None}}).findings}
