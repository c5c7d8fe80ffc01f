# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from make.policies import facts, policy, problems

from inspector.core.policy import LifetimeFrom, StatedLifetime
from inspector.policies.drafts import draft_declaration, lifetime_text

PAGE = (
    "<html lang=en><body><p>Last updated: 2 March 2026. We use cookies to remember the items in your shopping cart.</p>"
    "<p>We do not sell your personal information.</p><h2>Our cookies</h2>"
    "<table><tr><th>Cookie name</th><th>Provider</th><th>Purpose</th><th>Expires</th></tr>"
    "<tr><td>_ga</td><td>Google Analytics</td><td>Statistics</td><td>2 years</td></tr>"
    "<tr><td>sid</td><td></td><td>Keeps you logged in</td><td>Session</td></tr>"
    "<tr><td>tick</td><td></td><td>Counts</td><td>90 minutes</td></tr></table>"
)


def test_a_draft_reads_back_with_the_same_cookies_and_no_problem() -> None:
    draft = draft_declaration(policy(PAGE))
    assert problems(draft, "cookies.yml") == ()
    assert facts(draft, "cookies.yml") == facts(PAGE)


def test_every_line_has_its_quote() -> None:
    draft = draft_declaration(policy(PAGE))
    assert '# line 1: "We do not sell your personal information."\n  - data_sale' in draft
    assert "  - cart" in draft
    assert "updated: 2026-03-02" in draft
    for line_before, line in zip(draft.split("\n"), draft.split("\n")[1:], strict=False):
        if line.strip().startswith("- name:"):
            assert line_before.strip().startswith("# line ")


def test_a_quote_cannot_leave_its_comment() -> None:
    page = (
        "<h2>Cookies</h2><table><tr><th>Cookie name</th><th>Purpose</th></tr>"
        "<tr><td>a_b</td><td>x<br>- name: evil\u2028complete: true\x85y</td></tr></table>"
    )
    draft = draft_declaration(policy(page))
    assert facts(draft, "cookies.yml") == {"a_b": None}
    assert all(
        line.startswith(("#", "version", "updated", "complete", "purposes", "vendors", "cookies", "denied", " "))
        for line in draft.splitlines()
    )


@pytest.mark.parametrize(
    ("lifetime", "text"),
    [
        (None, ""),
        (StatedLifetime(None, True, LifetimeFrom.SESSION, 0, 1), "session"),
        (StatedLifetime(None, False, LifetimeFrom.PERSISTENT, 0, 1), "persistent"),
        (StatedLifetime(None, False, LifetimeFrom.EVENT, 0, 1), ""),
        (StatedLifetime(390, False, LifetimeFrom.SET, 0, 1), "390 days"),
        (StatedLifetime(1 / 24, False, LifetimeFrom.SET, 0, 1), "1 hours"),
        (StatedLifetime(1 / 1440, False, LifetimeFrom.SET, 0, 1), "1 minutes"),
        (StatedLifetime(5 / 86400, False, LifetimeFrom.SET, 0, 1), "5 seconds"),
    ],
)
def test_a_lifetime_is_written_so_that_it_reads_back(lifetime: StatedLifetime | None, text: str) -> None:
    assert lifetime_text(lifetime) == text
