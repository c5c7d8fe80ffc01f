# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0

import re

import pytest

from inspector.core.late_pattern import late


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda source, flags=0: made.append(source) or compile_(source, flags))
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
