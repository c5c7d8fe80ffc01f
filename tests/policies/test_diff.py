# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from make.policies import policy

from inspector.core.policy import Stance
from inspector.core.policy_change import ChangeKind as K
from inspector.policies.diff import diff_policies

HEAD = "<h2>Our cookies</h2><table><tr><th>Cookie name</th><th>Purpose</th><th>Expires</th></tr>"


def page(*rows: str, text: str = "<p>We use cookies to remember the items in your shopping cart.</p>") -> str:
    return "<html lang=en><body>" + text + HEAD + "".join(rows) + "</table>"


def row(name: str, lifetime: str) -> str:
    return f"<tr><td>{name}</td><td>Statistics</td><td>{lifetime}</td></tr>"


def test_the_same_text_has_no_changes() -> None:
    held = policy(page(row("_ga", "1 year")))
    found = diff_policies(held, held)
    assert (found.stances, found.claims) == ((), ())


def test_a_cookie_that_came_went_or_lives_longer_is_told() -> None:
    before = policy(page(row("_ga", "1 year"), row("_gid", "1 day")))
    after = policy(page(row("_ga", "2 years"), row("_fbp", "1 day")))
    changes = {
        (c.kind, (c.after or c.before).names): c.what
        for c in diff_policies(before, after).claims
        if c.field == "named_cookies"
    }  # type: ignore[union-attr]
    assert changes[K.CHANGED, ("_ga",)] == (("lifetime", "365 days", "730 days"),)
    assert (K.ADDED, ("_fbp",)) in changes
    assert (K.REMOVED, ("_gid",)) in changes


def test_an_answer_that_changed_is_told() -> None:
    before = policy("<html lang=en><body><p>We use cookies. We do not sell your personal information.</p>")
    after = policy("<html lang=en><body><p>We use cookies. We sell your personal information to third parties.</p>")
    changed = {change.field: (change.before, change.after) for change in diff_policies(before, after).stances}
    assert changed["data_sale"] == (Stance.DENIED, Stance.DECLARED)


def test_other_words_for_the_same_are_reworded() -> None:
    before = policy("<html lang=en><body><p>We use cookies to remember the items in your shopping cart.</p>")
    after = policy("<html lang=en><body><p>We use cookies to keep the items in your shopping cart.</p>")
    assert {change.kind for change in diff_policies(before, after).claims} == {K.REWORDED}
