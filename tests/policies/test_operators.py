# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from make.policies import document

from inspector.policies.operators import operator_names

NAMED = {
    "<title>Privacy | Harbour Bikes</title><p>We use cookies.</p>": "harbour bikes",
    "<p>Harbour Bikes Ltd (“we”, “us”) uses cookies.</p>": "harbour bikes",
    "<p>This site belongs to Harbour Bikes GmbH (“Harbour”).</p>": "harbour",
    "<h1>Cookies at Harbour.example</h1><p>We use cookies.</p>": "harbour.example",
    "<p>We use cookies.</p><p>© 2019 Harbour Bikes</p>": "harbour bikes",
    "<p>Harbour Bikes is committed to privacy.</p>": "harbour bikes",
    '<p>See our <a href="https://www.harbour.example/privacy">privacy policy</a>.</p>': "harbour.example",
    "<p>Home Harbour uses cookies. Home Harbour collects data.</p>": "home harbour",
    "<p>Harbour.example has created this privacy statement.</p>": "harbour.example",
}
NOT_NAMED = (
    "<p>Advertisers may use cookies. Advertisers collect data.</p>",
    "<p>We use the services of Tinycount. Tinycount uses cookies. Tinycount collects data.</p>",
    "<h1>Cookie Policy</h1><p>We use cookies.</p>",
)


@pytest.mark.parametrize(("page", "name"), NAMED.items(), ids=list(NAMED.values()))
def test_a_site_says_who_it_is(page: str, name: str) -> None:
    assert name in operator_names(document(page, "policy.html"))


@pytest.mark.parametrize("page", NOT_NAMED)
def test_others_are_not_the_site(page: str) -> None:
    assert operator_names(document(page, "policy.html")) == ()
