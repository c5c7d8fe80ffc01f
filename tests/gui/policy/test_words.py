# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a policy says, in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from make import quoted

from inspector.core.policy import LifetimeFrom, Policy, PolicyDate, PolicyRecord, StatedLifetime
from inspector.gui.policy import words

DAY = date(2026, 3, 4)


def with_record(**facts: Any) -> Policy:
    return replace(quoted.example(), record=PolicyRecord(**facts))


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("effective", "In force since 4 March 2026"),
        ("updated", "Last updated 4 March 2026"),
        ("dated", "Dated 4 March 2026"),
        ("archive", "No date of its own; archived 4 March 2026"),
        ("a basis of tomorrow", "Dated 4 March 2026"),
    ],
)
def test_the_headline_begins_with_the_date_and_what_says_so(basis: str, said: str) -> None:
    assert words.headline(with_record(policy_date=PolicyDate(DAY, basis))).startswith(f"{said} · ")


def test_a_policy_without_a_date_says_so() -> None:
    assert words.headline(with_record(language="de")) == (
        "No date found · German · Names neither cookies nor purposes · 5 claims"
    )


def test_an_archived_copy_is_told_beside_the_policy_s_own_date() -> None:
    policy = with_record(policy_date=PolicyDate(DAY, "updated"))
    source = replace(policy.document.source, archived=date(2024, 12, 31))
    archived = replace(policy, document=replace(policy.document, source=source))
    assert " · Archived 31 December 2024 · " in words.headline(archived)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "English"), ("pt-br", "Portuguese"), ("xx", "xx"), ("\x1b[", "␛["), (None, "Language not recognised")],
)
def test_the_language_is_named(language: str | None, said: str) -> None:
    assert words.headline(with_record(language=language)).split(" · ")[1] == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"enumerates": True, "complete": True}, "Names its cookies and says that these are all"),
        ({"enumerates": True, "states_purposes": True}, "Names its cookies"),
        ({"complete": True}, "Says that this is all it uses cookies for"),
        ({"states_purposes": True}, "States purposes, no list of cookies"),
        ({"delegates": True}, "Refers to another page for its cookies"),
        ({}, "Names neither cookies nor purposes"),
    ],
)
def test_how_much_a_policy_says(facts: dict[str, bool], said: str) -> None:
    assert words.kind(with_record(**facts)) == said


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("purposes.cart", "For the shopping cart"),
        ("vendors.a\x1bb", "Third party: a␛b"),
        ("opt_outs.site", "Opt-out: site"),
        ("a_field.of_tomorrow", "a field: of tomorrow"),
    ],
)
def test_fields_in_words(field: str, said: str) -> None:
    assert words.what(field) == said


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        (None, ""),
        (StatedLifetime(None, True, LifetimeFrom.SESSION, 0, 1), "Session"),
        (StatedLifetime(None, False, LifetimeFrom.PERSISTENT, 0, 1), "No number"),
        (StatedLifetime(390.0, False, LifetimeFrom.AT_MOST, 0, 1), "390 days"),
        (StatedLifetime(1 / 48, False, LifetimeFrom.INACTIVITY, 0, 1), "30 min"),
    ],
)
def test_lifetimes_in_words(stated: StatedLifetime | None, said: str) -> None:
    assert words.lifetime(stated) == said


def test_every_member_has_a_word() -> None:
    tables = (words.STANCES, words.SUBJECTS, words.SCOPES, words.PURPOSES, words.LIFETIME_BASES)
    for table in tables:
        members = type(next(iter(table)))
        assert set(table) == set(members)
