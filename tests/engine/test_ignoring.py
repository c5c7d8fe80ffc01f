# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Ignores: what they fit, until when, and that an entry without use is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.verdicts import judge

from inspector.core.finding import CookieRef, Finding, Level
from inspector.engine.ignoring import Ignore, set_aside
from inspector.rules.selectors import Selector

TODAY = date(2026, 11, 24)
GA = CookieRef("1", "_ga_ABC", "www.shop.example")
IDE = CookieRef("2", "IDE", "doubleclick.net")
FOUND = Finding("CI101", "undeclared-cookie", Level.WARNING, "nothing declares it", cookie=GA)


@pytest.mark.parametrize(
    ("ignore", "fits"),
    [
        (Ignore("r", "CI101"), True),
        (Ignore("r", "CI102"), False),
        (Ignore("r", None, Selector("_ga_*")), True),
        (Ignore("r", None, Selector("_ga")), False),
        (Ignore("r", None, Selector(None, "shop.example")), True),
        (Ignore("r", None, Selector(None, "op.example")), False),
        (Ignore("r", "CI101", Selector("_ga_*", "www.shop.example")), True),
        (Ignore("r", "CI102", Selector("_ga_*", "www.shop.example")), False),
    ],
)
def test_what_an_entry_fits(ignore: Ignore, fits: bool) -> None:
    assert ignore.fits(FOUND) is fits
    split = set_aside((FOUND,), (ignore,), TODAY)
    assert (len(split.kept), len(split.ignored)) == ((0, 1) if fits else (1, 0))


def test_a_finding_on_several_cookies_needs_every_one_to_be_meant() -> None:
    several = FOUND._replace(others=(IDE,))
    assert not Ignore("r", None, Selector("_ga_*")).fits(several)
    assert Ignore("r", "CI101").fits(several)


def test_a_finding_without_a_cookie_is_met_by_its_rule_only() -> None:
    alone = FOUND._replace(cookie=None)
    assert not Ignore("r", None, Selector("_ga_*")).fits(alone)
    assert Ignore("r", "CI101").fits(alone)


@pytest.mark.parametrize(
    ("until", "ignored", "codes"),
    [
        (None, 1, []),
        (TODAY, 1, []),
        (date(2026, 11, 23), 0, ["ignore-expired"]),
    ],
)
def test_an_entry_holds_up_to_its_last_day(until: date | None, ignored: int, codes: list[str]) -> None:
    split = set_aside((FOUND,), (Ignore("r", "CI101", until=until, where="x.toml, line 3"),), TODAY)
    assert len(split.ignored) == ignored
    assert [problem.code for problem in split.problems] == codes
    assert all("x.toml, line 3" in str(problem) for problem in split.problems)


def test_where_one_entry_ended_another_may_hold() -> None:
    old, fresh = Ignore("old", "CI101", until=date(2026, 1, 1)), Ignore("fresh", None, Selector("_ga_*"))
    split = set_aside((FOUND,), (old, fresh), TODAY)
    assert [held.reason for held in split.ignored] == ["fresh"]


def test_an_entry_without_use_is_told() -> None:
    split = set_aside((FOUND,), (Ignore("r", "CI203"),), TODAY)
    assert [problem.code for problem in split.problems] == ["ignore-unused"]
    assert split.kept == (FOUND,)


NAMES = st.sampled_from(["_ga", "_ga_ABC", "a", "", "IDE", "zq"])
PATTERNS = st.sampled_from(["_ga", "_ga*", "*_ABC", "_*BC", "zq", "a", None])
HOSTS = st.sampled_from(["shop.example", "www.shop.example", "op.example", ""])


@given(
    st.lists(
        st.tuples(st.sampled_from(["CI101", "CI102", None]), PATTERNS, HOSTS.map(lambda it: it or None)), max_size=6
    ),
    st.lists(st.tuples(st.sampled_from(["CI101", "CI102"]), NAMES, HOSTS), max_size=4),
)
def test_looking_entries_up_finds_what_asking_each_finds(
    entries: list[tuple[str | None, str | None, str | None]], found: list[tuple[str, str, str]]
) -> None:
    ignores = [Ignore(f"{at}", rule, Selector(name, host)) for at, (rule, name, host) in enumerate(entries)]
    findings = [FOUND._replace(code=code, cookie=CookieRef("1", name, host)) for code, name, host in found]
    asked = [next((ignore.reason for ignore in ignores if ignore.fits(finding)), None) for finding in findings]
    split = set_aside(findings, ignores, TODAY)
    assert [held.reason for held in split.ignored] == [reason for reason in asked if reason is not None]


def test_verdicts_do_not_change_and_the_answer_says_what_is_ignored() -> None:
    case = {
        "policy": "We use cookies only to remember your shopping cart. That is all we use cookies for.",
        "cookies": [{"name": "_ga", "host": ".shop.example", "days": 390}],
    }
    plain = judge(case)
    ignored = judge({**case, "ignores": (Ignore("r", "CI101"),)})
    assert [held.verdict for held in ignored.cookies] == [held.verdict for held in plain.cookies]
    assert ignored.headline == plain.headline.removesuffix(".") + "; 1 finding ignored by the settings."
    assert [held.finding.code for held in ignored.ignored] == ["CI101"]
    assert "CI101" not in {finding.code for finding in ignored.findings}
    assert dict(ignored.counts.by_level).get(Level.WARNING, 0) == dict(plain.counts.by_level)[Level.WARNING] - 1
