# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""JSON on one line, as the standard library writes it, with DEL escaped too."""

import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.reports import json_text
from inspector.reports.json_text import as_text

TEXTS = st.text(st.characters(codec=None), max_size=8)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(
    LEAVES, lambda held: st.lists(held) | st.dictionaries(TEXTS, held) | st.tuples(held), max_leaves=9
)


class Word(StrEnum):
    ONE = "one\x7f"


@given(VALUES)
def test_it_is_the_standard_librarys_text(value: object) -> None:
    assert as_text(value) == json.dumps(value).replace("\x7f", "\\u007f")


def test_members_of_enums_are_their_texts() -> None:
    assert as_text({Word.ONE: [Word.ONE]}) == '{"one\\u007f": ["one\\u007f"]}'


def test_without_the_encoder_in_c_it_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text.within, "c_make_encoder", None)
    encode = json_text._encoder()
    assert encode({"a": [1, None, "é"]}) == '{"a": [1, null, "\\u00e9"]}'


@pytest.mark.parametrize(
    ("value", "error"), [(float("nan"), ValueError), ([float("inf")], ValueError), (b"", TypeError)]
)
def test_what_is_no_json_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        as_text(value)
