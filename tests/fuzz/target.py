# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a fuzz target is: what it reads, samples to start from, and what it may refuse with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

Samples = Callable[[], Sequence[bytes]]
Run = Callable[[bytes, Path], None]


@dataclass(frozen=True)
class Target:
    """A parser under test.

    ``run`` gets an input and an empty folder that is used again and again. It may raise ``refusals``, which the
    parser documents; whatever else it raises is a crash, an ``AssertionError`` a promise that was not kept.
    ``words`` are pieces of the format that random bytes would hardly meet, ``shapes`` makes inputs that are whole in
    the outer form and hostile inside. ``seconds`` is what one input may cost of the processor.
    """

    name: str
    reads: str
    samples: Samples
    run: Run
    words: tuple[bytes, ...] = ()
    shapes: Callable[[], st.SearchStrategy[bytes]] | None = None
    refusals: tuple[type[Exception], ...] = ()
    seconds: float = 4.0
    largest: int = 65_536
