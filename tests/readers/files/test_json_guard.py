# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The guard before the streaming parser: sound JSON passes unchanged, bombs do not."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.readers.files.json_guard import DEEPEST, JsonGuard

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='a"\\[]{}\n9', max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


def through(data: bytes, size: int) -> tuple[bytes, bool]:
    guard = JsonGuard()
    passed = b"".join(guard.passed(data[start : start + size]) for start in range(0, len(data), size))
    return passed, guard.too_deep


@given(JSON, st.integers(1, 40))
def test_sound_json_passes_unchanged_however_it_is_cut(value: Any, size: int) -> None:
    data = json.dumps(value).encode()
    assert through(data, size) == (data, False)


@pytest.mark.parametrize("size", [1, 7, 1000, 10**6])
@pytest.mark.parametrize(
    ("data", "deep"),
    [
        (b"[" * DEEPEST, False),
        (b"[" * (DEEPEST + 1), True),
        (b'{"a":' * (DEEPEST + 1), True),
        (b"[]" * 5000, False),
        (b'"' + b"[" * 5000 + b'"', False),
        (b'"\\"' + b"[" * 5000 + b'"', False),
        (b'"\\\\"' + b"[" * 5000, True),
        (b'["]]]]", ' * (DEEPEST + 1), True),
    ],
)
def test_depth_outside_strings_is_counted(data: bytes, deep: bool, size: int) -> None:
    assert through(data, size)[1] is deep


@pytest.mark.parametrize("size", [1, 999, 10**6])
@pytest.mark.parametrize("digits", [1, 400, 4000, 4001, 5000, 100_000])
def test_numbers_without_end_are_cut(digits: int, size: int) -> None:
    passed, _ = through(b"[" + b"1" * digits + b", 22]", size)
    assert passed == b"[" + b"1" * min(digits, 4000) + b", 22]"
