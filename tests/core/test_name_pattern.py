# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Names become patterns: ids and numbers collapse, words and versions do not."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core import name_pattern as module
from inspector.core.name_pattern import LONGEST, name_pattern

COLLAPSED = [
    ("_ga_ABC", "_ga_*"),
    ("_ga_G7K2XQ1B3A", "_ga_*"),
    ("_gat_UA-64768501-1", "_gat_*"),
    ("_gac_UA-1-2", "_gac_*"),
    ("_hjSessionUser_1234567", "_hjSessionUser_*"),
    ("_pk_ses.3.a1b2", "_pk_ses.*"),
    ("mp_0123456789abcdef0123456789abcdef_mixpanel", "mp_*"),
    ("wordpress_logged_in_0123456789abcdef0123456789abcdef", "wordpress_logged_in_*"),
    ("wp-settings-time-12", "wp-settings-time-*"),
    ("sess_0123456789abcdef", "sess_*"),
    ("550e8400-e29b-41d4-a716-446655440000", "*"),
    ("cart.42.items", "cart.*.items"),
    ("user12345", "user*"),
    ("tenant_AB12CD", "tenant_*"),
    ("id_ABC123", "id_*"),
    ("x_k3j5h2k1", "x_*"),
]
KEPT = [
    "_ga",
    "_gid",
    "PHPSESSID",
    "JSESSIONID",
    "ASP.NET_SessionId",
    "oauth2_state",
    "cart_v2",
    "i18n",
    "_gcl_au",
    "prefs_EU",
    "session_PROD",
    "UTF8",
    "wordpress_test_cookie",
    "wp-settings-",
    "_ga_",
    "",
]


@pytest.mark.parametrize(("name", "pattern"), COLLAPSED)
def test_ids_and_numbers_collapse(name: str, pattern: str) -> None:
    assert name_pattern(name) == pattern


@pytest.mark.parametrize("name", KEPT)
def test_words_and_versions_stay(name: str) -> None:
    assert name_pattern(name) == name


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(module).failed == 0


@given(st.text(max_size=80) | st.text("aAZ019_-.*f", max_size=40))
def test_a_pattern_is_its_own_pattern(name: str) -> None:
    pattern = name_pattern(name)
    assert name_pattern(pattern) == pattern
    assert len(pattern) <= max(1, len(name))


def test_a_name_of_any_length_is_bounded() -> None:
    assert len(name_pattern("a1-" * 5_000_000)) <= LONGEST
