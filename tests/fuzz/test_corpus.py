# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every fuzz target on its samples, on what was a fault once, and on a few hostile inputs, the same ones each time."""

from pathlib import Path

import pytest

pytest.importorskip("resource", reason="memory and processor time of a process are measured on POSIX only")

from fuzz.corpus import FOLDER, kept
from fuzz.engines import by_number
from fuzz.registry import TARGETS
from fuzz.watch import Watch

EXAMPLES = 5


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_crashes_hangs_or_lies(tmp_path: Path, name: str) -> None:
    target = TARGETS[name]
    watch = Watch(target, tmp_path)
    samples = target.samples()
    for data in (*samples, *kept(name), b"", b"\0", samples[0][: len(samples[0]) // 2]):
        assert watch.attempt(data) is None, data[:200]

    def attempt(data: bytes) -> None:
        fault = watch.attempt(data)
        assert fault is None, (fault.text, data[:2000])

    by_number(target, samples, attempt, EXAMPLES)


def test_the_kept_corpus_is_of_targets_that_are_there() -> None:
    assert {path.name for path in FOLDER.iterdir()} <= set(TARGETS)
    assert all(path.stat().st_size <= 65_536 for path in FOLDER.glob("*/*"))
