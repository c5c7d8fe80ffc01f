# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Printed names become tests on observed names; nothing printed makes matching run away."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.rules.names import LONGEST, NamePattern, parse_name, parse_names


@pytest.mark.parametrize(
    ("printed", "fits", "misses"),
    [
        ("_ga_*", ["_ga_ABC", "_ga_"], ["_ga", "x_ga_1", "_gab"]),
        ("_ga*", ["_ga", "_gat", "_ga_ABC"], ["_gid", "ga"]),
        ("_gat_UA-XXXXXX-X", ["_gat_UA-12345-6", "_gat_UA-1-22"], ["_gat_UA-12345", "_gat"]),
        ("^_gd.*", ["_gd", "_gd1700"], ["_ga", "a_gd"]),
        ("^__utma$", ["__utma"], ["__utmab", "_utma"]),
        ("ga_[random number]", ["ga_99"], ["_ga_99", "ga"]),
        ("wp-settings-[UID]", ["wp-settings-1"], ["wp-settings", "wp-setting-1"]),
        ("_hjSession_{site_id}", ["_hjSession_123"], ["_hjSessionUser_123"]),
        ("intercom-id-<app>", ["intercom-id-abc"], ["intercom-session-abc"]),
        ("_gat_xxxx", ["_gat_1234"], ["_gat"]),
        ("_OACCAP[2591}", ["_OACCAP[1]", "_OACCAP"], ["OACCAP"]),
        ("_dc_gtm_UA-#", ["_dc_gtm_UA-1"], ["_dc_gtm"]),
        ("amp_…", ["amp_1a"], ["amp"]),
        ("doc.*", ["doc.1"], ["document", "doc"]),
        ("*_session", ["shop_session"], ["session", "shop_sessions"]),
        ("wordpress_logged_in_*_x", ["wordpress_logged_in_9_x"], ["wordpress_logged_in_9"]),
        ("\\_ga", ["_ga"], ["ga"]),
        ("`PHPSESSID`", ["PHPSESSID"], ["phpsessid"]),
        ("EXX_ID", ["EXX_ID"], ["E12_ID"]),
        ("^_ga$|^_gid$", ["_ga", "_gid"], ["_gat"]),
        ("^(_ga|_gid)_x$", ["_ga_x", "_gid_x"], ["_ga"]),
        ("^_vis_opt_exp_\\d+_combi$", ["_vis_opt_exp_12_combi"], ["_vis_opt_s"]),
        ("^a\\.b$", ["a.b"], ["axb"]),
        ("_vis_opt_exp_", ["_vis_opt_exp_12_combi", "_vis_opt_exp_"], ["_vis_opt_s"]),
        ("wp-settings-", ["wp-settings-1"], ["wp-setting"]),
    ],
)
def test_printed_names(printed: str, fits: list[str], misses: list[str]) -> None:
    tests = parse_names(printed)
    for name in fits:
        assert any(_meets(test, name) for test in tests), name
    for name in misses:
        assert not any(_meets(test, name) for test in tests), name


@pytest.mark.parametrize("printed", ["*", "<id>", "[random]", "XXXX", "", "  ", "^.*$", "-*", "_*"])
def test_what_could_be_any_name_is_none(printed: str) -> None:
    assert parse_name(printed) is None


def _meets(test: str | NamePattern, name: str) -> bool:
    return test == name if isinstance(test, str) else test.matches(name)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_parsed_and_matched_without_a_fault(printed: str, name: str) -> None:
    for test in parse_names(printed):
        assert _meets(test, name) in (True, False)


@given(st.from_regex(r"[a-m_]{2,12}", fullmatch=True).filter(lambda text: text.strip("_")), st.text(max_size=30))
def test_a_prefix_wildcard_fits_what_begins_so(head: str, tail: str) -> None:
    pattern = parse_name(f"{head}*")
    assert isinstance(pattern, NamePattern)
    assert pattern.matches(head + tail)


def test_hostile_patterns_and_names_take_no_time() -> None:
    started = time.perf_counter()
    for printed in ("a*" * 2000, "^(a+)+$" * 500, "[" * 4000, "(?:" * 1000, "ab*" * 16, "^" + "a?" * 2000 + "$"):
        for test in parse_names(printed):
            assert _meets(test, "a" * LONGEST + "b") in (True, False)
    assert time.perf_counter() - started < 5
