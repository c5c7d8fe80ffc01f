# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A late pattern is the pattern, compiled when it is first asked for something."""

import re

import pytest

from inspector.core import late_pattern
from inspector.core.late_pattern import late


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_it_answers_as_the_pattern_does(flags: int) -> None:
    source, text = r"(?P<word>[a-z]+)-?", "ab-CD"
    made, same = re.compile(source, flags), late(source, flags)
    assert [found.span() for found in same.finditer(text)] == [found.span() for found in made.finditer(text)]
    assert same.findall(text) == made.findall(text)
    assert same.split(text) == made.split(text)
    assert same.sub("x", text) == made.sub("x", text)
    assert (same.pattern, same.flags, same.groups) == (made.pattern, made.flags, made.groups)
    for method in ("search", "match", "fullmatch"):
        one, other = getattr(same, method)(text), getattr(made, method)(text)
        assert (one and one.group("word")) == (other and other.group("word"))


def test_it_is_compiled_once_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    original = re.compile
    monkeypatch.setattr(late_pattern.re, "compile", lambda source, flags: compiled.append(source) or original(source))
    made = late("a+")
    assert compiled == []
    assert made.search("caat")
    assert made.sub("", "caat") == "ct"
    assert compiled == ["a+"]


def test_what_is_no_pattern_is_told_when_it_is_asked() -> None:
    with pytest.raises(re.error):
        late("(").search("a")
