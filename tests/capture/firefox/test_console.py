# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox's console: which of its words are a refusal, and which only look like one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.firefox.console import refusal_of


def entry(text: Any, **more: Any) -> dict[str, Any]:
    return {
        "type": "javascript",
        "level": "error",
        "text": text,
        "timestamp": 1_000,
        "source": {"context": "c1"},
    } | more


# The texts are those of Firefox 153 (necko.properties).
@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("Cookie “sid” has been rejected for invalid domain.", "sid", "has been rejected for invalid domain"),
        (
            "Cookie “a” rejected because it has the “SameSite=None” attribute but is missing the “secure” attribute.",
            "a",
            "rejected because it has the “SameSite=None” attribute but is missing the “secure” attribute",
        ),
        (
            "Cookie “big” is invalid because its size is too big. Max size is 4096 B.",
            "big",
            "is invalid because its size is too big. Max size is 4096 B",
        ),
        (
            "Cookie “an “odd” name” has been rejected as third-party.",
            "an “odd” name",
            "has been rejected as third-party",
        ),
    ],
)
def test_words_of_a_refusal(text: str, name: str, why: str) -> None:
    found = refusal_of(entry(text))
    assert found is not None
    assert found == (name, why, "c1", 1_000_000)


@pytest.mark.parametrize(
    "told",
    [
        entry("Cookie “a” will be soon rejected because it has the “SameSite” attribute set to “None”."),
        entry("Cookie “a” has “SameSite” policy set to “Lax” because it is missing a “SameSite” attribute."),
        entry("Invalid “max-age“ value for cookie “a”. The attribute is ignored."),
        entry("Error: Cookie “a” has been rejected for invalid domain."),
        entry("Cookie “a” has been rejected for invalid domain.", stackTrace={"callFrames": []}),
        entry("Cookie “a” has been rejected for invalid domain.", type="console"),
        entry(None),
        entry("Cookie “" + "a" * 30_000 + "” has been rejected for invalid domain."),
        {},
    ],
    ids=[
        "a warning",
        "a note",
        "an attribute",
        "an error",
        "thrown by the page",
        "console.log",
        "no text",
        "long",
        "empty",
    ],
)
def test_what_is_no_refusal(told: dict[str, Any]) -> None:
    assert refusal_of(told) is None


@given(st.text(), st.one_of(st.none(), st.text(), st.dictionaries(st.text(), st.integers())))
def test_nothing_makes_it_fail(text: str, source: Any) -> None:
    found = refusal_of(entry(text, source=source))
    assert found is None or found.name in text
