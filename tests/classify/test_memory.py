# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What was answered is not asked again, and what is remembered is bounded."""

from inspector.classify.memory import Memory


def test_asks_once() -> None:
    asked: list[str] = []

    def answer(question: str) -> int:
        asked.append(question)
        return len(question)

    memory = Memory(answer, 10)
    assert [memory[word] for word in ("a", "bb", "a")] == [1, 2, 1]
    assert asked == ["a", "bb"]


def test_forgets_when_full() -> None:
    memory = Memory(str, 3)
    assert [memory[number] for number in range(100)] == [str(number) for number in range(100)]
    assert len(memory) <= 3
