# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.policies.names import is_name_like, is_strong, is_sure, names_in_cell

CELLS = [
    ("_ga", ["_ga"]),
    ("lang", ["lang"]),
    ("PHPSESSID", ["PHPSESSID"]),
    ("_ga, _gid, _gat", ["_ga", "_gid", "_gat"]),
    ("_ga; _gid", ["_ga", "_gid"]),
    ("_ga / _gid", ["_ga", "_gid"]),
    ("__utma/__utmb/__utmc", ["__utma", "__utmb", "__utmc"]),
    ("_ga\n_gid", ["_ga", "_gid"]),
    ("_ga _gid _gat", ["_ga", "_gid", "_gat"]),
    ("_ga and _gid", ["_ga", "_gid"]),
    ("_ga und _gid", ["_ga", "_gid"]),
    ("wp-settings-*, wordpress_logged_in_* *", ["wp-settings-*", "wordpress_logged_in_*"]),
    ("^_gd.*", ["^_gd.*"]),
    ("^__utma$", ["^__utma$"]),
    ("ga_[random number]", ["ga_[random number]"]),
    ("wp-settings-{user_id}", ["wp-settings-{user_id}"]),
    ("ga<container-id>", ["ga<container-id>"]),
    ("_gat_<property id>", ["_gat_<property id>"]),
    ("rc::a", ["rc::a"]),
    ("ajs%3Acookies", ["ajs%3Acookies"]),
    ("mutiny.user.session", ["mutiny.user.session"]),
    ("_ga (Google Analytics)", ["_ga"]),
    ("_ga cookie", ["_ga"]),
    ("“prefs”", ["prefs"]),
    ("'_ga'", ["_ga"]),
    ("__Host-session", ["__Host-session"]),
    ("N/A", []),
    ("various", []),
    ("-", []),
    ("", []),
    ("https://example.com/cookies", []),
    ("Facebook Impressions", []),
    ("These cookies remember you", []),
]


@pytest.mark.parametrize(("cell", "names"), CELLS, ids=[repr(case[0]) for case in CELLS])
def test_the_names_of_a_cell_are_read_as_printed(cell: str, names: list[str]) -> None:
    found = names_in_cell(cell)
    assert [name.name for name in found] == names
    assert all(cell[name.start : name.end] == name.name for name in found)


@pytest.mark.parametrize("word", ["Required", "Zendesk", "analytics", "advertising", "Name", "cookies", "We", "Stripe"])
def test_a_word_is_not_taken_for_a_name_by_its_looks(word: str) -> None:
    assert not is_strong(word)


@pytest.mark.parametrize("word", ["GDPR", "LLC", "wp-admin", "CHOICES", "co.uk"])
def test_an_acronym_or_a_path_is_not_surely_a_name(word: str) -> None:
    assert not is_sure(word)


@pytest.mark.parametrize("cell", ["Zendesk", "Google Analytics", "Required", "example.com"])
def test_cells_of_words_are_not_name_like(cell: str) -> None:
    assert not is_name_like(cell)


@given(st.text(max_size=200))
def test_any_cell_is_read_and_names_stand_where_they_say(cell: str) -> None:
    for name in names_in_cell(cell):
        assert cell[name.start : name.end] == name.name
