# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who thinks of inputs: hypothesis, which knows the formats, and atheris, which follows the code that is reached."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from fuzz.mutation import changed
from fuzz.target import Target
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

Attempt = Callable[[bytes], None]
_ROUND: Final = 500  # examples between two looks at the clock and two seeds


class OverError(BaseException):
    """The time is over."""


def inputs_of(target: Target, samples: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return everything that hypothesis tries on a target."""
    edited = changed(target, samples)
    if target.shapes is None:
        return edited
    return st.one_of(edited, target.shapes().filter(lambda data: len(data) <= target.largest))


def by_hypothesis(target: Target, samples: Sequence[bytes], attempt: Attempt, seconds: float, seed: int) -> None:
    """Try inputs for so many seconds."""
    until = time.monotonic() + seconds
    number = 0
    while time.monotonic() < until:
        _round(inputs_of(target, samples), attempt, until, seed * 1_000_000 + number, _ROUND)
        number += 1


def _round(inputs: st.SearchStrategy[bytes], attempt: Attempt, until: float, seed: int, examples: int) -> None:
    @seeded(seed)
    @settings(
        max_examples=examples,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def run(data: bytes) -> None:
        if time.monotonic() < until:
            attempt(data)

    run()


def by_number(target: Target, samples: Sequence[bytes], attempt: Attempt, examples: int) -> None:
    """Try so many inputs, the same ones each time."""
    _round(inputs_of(target, samples), attempt, float("inf"), 20261125, examples)


def by_atheris(
    target: Target,
    samples: Sequence[bytes],
    attempt: Attempt,
    seconds: float,
    seed: int,
    folder: Path,
    done: Callable[[], None],
) -> None:
    """Try inputs for so many seconds; never returns: libFuzzer ends the process, ``done`` is called just before."""
    import atheris  # here because it comes for some systems only

    corpus, words = folder / "corpus", folder / "words"
    corpus.mkdir(exist_ok=True)
    for number, sample in enumerate(samples):
        (corpus / f"sample-{number}").write_bytes(sample[: target.largest])
    words.write_text(
        "# words of the format\n" + "".join(f'"{_escaped(word)}"\n' for word in target.words if 0 < len(word) < 64),
        "ascii",
    )
    until = time.monotonic() + seconds

    def one(data: bytes) -> None:
        attempt(data)
        if time.monotonic() >= until:
            done()

    flags = (
        f"-max_total_time={int(seconds) + 30}",
        f"-max_len={target.largest}",
        f"-seed={seed + 1}",
        "-timeout=120",
        "-rss_limit_mb=0",
        "-verbosity=0",
        "-handle_int=0",
        f"-artifact_prefix={folder}/",
        *([f"-dict={words}"] if target.words else ()),
        str(corpus),
    )
    atheris.Setup([sys.argv[0], *flags], one, enable_python_coverage=True)
    atheris.Fuzz()


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{octet:02x}" for octet in word)
