# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is remembered of texts, and what is not."""

from inspector.core.short_memory import short_memory


def test_short_texts_are_asked_about_once_and_long_ones_each_time() -> None:
    asked: list[str] = []

    @short_memory(8)
    def size(text: str, unit: int = 1) -> int:
        asked.append(text)
        return len(text) // unit

    assert [size("_ga"), size("_ga"), size("_ga", 3), size("_ga", 3)] == [3, 3, 1, 1]
    assert asked == ["_ga", "_ga"]
    long = "x" * 5000
    assert [size(long), size(long)] == [5000, 5000]
    assert asked[2:] == [long, long]
