# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The smaller sections: what is said of the policy, of choices, of ways out, of the measurement."""

from dataclasses import replace
from datetime import date

import pytest
from make.audits import NOW_US, sample_report

from inspector.core.consent import Consent
from inspector.core.finding import Level
from inspector.core.label import Group
from inspector.core.report import DISCLAIMER, Completeness, Counts, PolicyStanding, WayOut
from inspector.reports import audit_sections as sections

REF = sample_report().cookies[1].ref


def test_the_disclaimer_is_there_once_whoever_says_it() -> None:
    report = sample_report()
    assert [text for text in sections.notices(report) if DISCLAIMER in text] == [DISCLAIMER]
    assert sections.notices(replace(report, notices=()))[-1] == DISCLAIMER


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (PolicyStanding(Completeness.PARTIAL, ""), "without a date; it states purposes without claiming"),
        (PolicyStanding(Completeness.SILENT, "", date(2014, 12, 20)), "dated 2014-12-20; it says nothing that"),
    ],
)
def test_the_policy_is_named_with_its_day_and_how_much_it_says(standing: PolicyStanding, expected: str) -> None:
    assert expected in sections.policy_line(replace(sample_report(), standing=standing))


def test_an_old_policy_is_said_to_be_one() -> None:
    standing = replace(sample_report().standing, as_of=date(2014, 12, 20))
    lines = dict(sections.measured(replace(sample_report(), standing=standing)))["Policy"]
    assert "judged as of 2014-12-20: it may not hold today, so nothing is graver than a note" in lines


def test_levels_are_counted_gravest_first_and_only_those_that_occur() -> None:
    counts = Counts(by_level=((Level.NOTE, 2), (Level.ERROR, 1)))
    texts = [text for _, text in sections.levels(replace(sample_report(), counts=counts))]
    assert texts == ["1 error", "2 notes"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"choices": {Group.MARKETING: False, Group.ANALYTICS: True}}, "analytics allowed, marketing refused; by whom"),
        ({"active": False}, "no group decided; without anybody choosing, at an unknown time (cart of shop.example)"),
        (
            {"sale_opt_out": True, "made_us": NOW_US},
            "sale of data refused; by whom is not recorded, 2026-11-24 12:00 UTC",
        ),
        ({"sale_opt_out": False}, "sale of data not refused"),
    ],
)
def test_a_choice_says_what_was_chosen_by_whom_and_when(facts: dict[str, object], expected: str) -> None:
    assert expected in sections.choice(Consent("Tool", REF, **facts)).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("way", "link"),
    [
        (WayOut("v", "n", "https://optout.example/", one_click=True), True),
        (WayOut("v", "n", "https://optout.example/", one_click=False), False),
        (WayOut("v", "n", "https://optout.example/", "retired", one_click=True), False),
        (WayOut("v", "n", "javascript:alert(1)", one_click=True), False),
        (WayOut("v", "n", "http://optout.example/", one_click=True), False),
    ],
)
def test_a_way_out_is_a_link_only_where_our_table_vouches_for_it_and_it_is_plain(way: WayOut, link: bool) -> None:
    assert sections.way(way).link is link


def test_a_way_out_says_what_it_stops_and_what_it_needs() -> None:
    way = sections.way(WayOut("v", "", "https://x.example/", stops="ads", requires_login=True, offered_by_policy=True))
    assert (way.name, way.state, way.said) == ("v", "live, offered by the policy", "Stops: ads. Needs an account there")


def test_the_measurement_names_inputs_hashes_and_moment() -> None:
    facts = dict(sections.measured(sample_report()))
    assert facts["Judged at"] == ("2026-11-24 12:00 UTC",)
    assert facts["Read"][1] == f"cookies: jar.json, 7 cookies, storage-state, SHA-256 {'1' * 64}"
    assert facts["Values"] == ("no cookie's value was read",)
    assert facts["Program"] == ("cookie-inspector 0.1.0, knowledge 2026.11 of 2026-11-01",)
