# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0

"""Patterns that are made when they are first used."""

import re

import pytest

from inspector.policies import late_pattern
from inspector.policies.late_pattern import late


def test_nothing_is_made_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    ready = late_pattern.ready
    monkeypatch.setattr(late_pattern, "ready", lambda source, flags=0: made.append(source) or ready(source, flags))
    pattern = late("a+")
    assert made == []
    assert pattern.search("baac") is not None
    assert pattern.search("b") is None
    assert made == ["a+"]


def test_it_does_what_a_pattern_does() -> None:
    pattern = late(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert pattern.findall("One two") == ["One", "two"]
    assert pattern.sub("-", "One two") == "- -"
    assert pattern.pattern == r"(?P<word>[a-z]+)"
    assert pattern.groups == 1
