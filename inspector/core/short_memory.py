# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Answers about short texts are remembered, those about long ones are not: hostile texts would fill the memory."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
Answer = TypeVar("Answer")
Question = Callable[Concatenate[str, P], Answer]
_LONGEST = 1000  # characters


def short_memory(most: int) -> Callable[[Question[P, Answer]], Question[P, Answer]]:
    """Remember up to ``most`` answers of a function about a text, if the text has no more than 1,000 characters."""

    def remembering(ask: Question[P, Answer]) -> Question[P, Answer]:
        remembered = lru_cache(maxsize=most)(ask)

        @wraps(ask)
        def answer(text: str, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
            if len(text) > _LONGEST:
                return ask(text, *args, **kwargs)
            return remembered(text, *args, **kwargs)  # type: ignore[arg-type]

        return answer

    return remembering
