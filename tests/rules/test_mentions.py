# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a policy's text prints that may be the name of a cookie."""

import pytest

from inspector.rules.mentions import names_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Visits are counted with _ga.", "_ga"),
        ("PHPSESSID: the log-in", "PHPSESSID"),
        ("- lang (one year): your language", "lang"),
        ("3. cart - your basket", "cart"),
        ("Your choice is kept in \u201ctheme\u201d.", "theme"),
        ("the names wp-settings-1 and rc::a", "rc::a"),
    ],
)
def test_a_printed_name_is_found(text: str, name: str) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We keep your cart for a week.", "cart"),
        ("We never set _ga on this site.", "_ga"),
        ("Neither _ga nor _gid is used.", "_gid"),
        ("We count visits.", "_ga"),
    ],
)
def test_a_word_and_what_is_denied_are_no_names(text: str, name: str) -> None:
    assert name not in names_in(text)
