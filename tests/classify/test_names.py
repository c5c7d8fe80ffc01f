# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Names folded and cut into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.classify.names import LONGEST, collapse, cut


@pytest.mark.parametrize(
    ("name", "collapsed"),
    [
        ("_gat_UA-64768501-1", "_gat_UA-0-0"),
        ("wordpress_logged_in_0123456789abcdef0123456789abcdef", "wordpress_logged_in_#"),
        ("sid.6792552e-2c22-4ee4-b6e2-dab57b704cb0", "sid.#"),
        ("JSESSIONID", "JSESSIONID"),
        ("cart_1a2b", "cart_#"),
        ("cart_e0a", "cart_#"),
        ("cart_ad1", "cart_ad0"),
        ("cart_ad10", "cart_#"),
        ("cart_2", "cart_0"),
        ("cart_face", "cart_face"),
        ("", ""),
        ("lang", "lang"),
    ],
)
def test_ids_and_numbers_fall_together(name: str, collapsed: str) -> None:
    assert collapse(name) == collapsed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ASP.NET_SessionId", ["asp", "net", "session", "id"]),
        ("formKey", ["form", "key"]),
        ("FORM_KEY", ["form", "key"]),
        ("__utma", ["utma"]),
        ("_hjSessionUser_12", ["hj", "session", "user", "0"]),
        ("XSRF-TOKEN", ["xsrf", "token"]),
        ("...", []),
    ],
)
def test_cut(name: str, words: list[str]) -> None:
    assert cut(collapse(name)) == words


@given(st.text(max_size=400))
def test_any_name_gives_short_lower_case_words(name: str) -> None:
    collapsed = collapse(name)
    assert len(collapsed) <= LONGEST
    assert all(word and word == word.lower() for word in cut(collapsed))
