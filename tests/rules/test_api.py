# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0

import pytest
from make.records import cookie

from inspector.core.finding import Attribution, CookieRef
from inspector.core.label import Label
from inspector.rules.case import CaseKind, CookieCase
from inspector.rules.lifetimes import Life
from inspector.rules.undeclared_cookie import RULE


def held(path: str, *, sure: bool) -> CookieCase:
    made = cookie(name="_ga", path=path)
    kind = CaseKind(Label(), True, "shop.example", None, sure=sure)
    return CookieCase(made, CookieRef.of(made), Attribution.OWN, Life(None), kind)


@pytest.mark.parametrize("sure", [True, False])
def test_the_same_of_another_cookie_is_what_would_be_found_of_it(sure: bool) -> None:
    first, second = held("/a", sure=sure), held("/b", sure=sure)
    found = [RULE.found("it is not there", "", one, evidence=("a",), rests_on_label=True) for one in (first, second)]
    assert RULE.again(found[0])(second) == found[1]
    assert RULE.again(found[0])(second).message is found[0].message
