# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long classifying takes, as a ratio to sorting the same cookies by name and host in the same run.

By hand: ``pytest tests/benchmarks/test_classify.py --benchmark-enable -s``, with ``ROWS=100000`` in the environment.
The cookies are like those of a crawl: a few very common names, a long tail of rare ones with ids in them, thousands of
sites, and a value of its own for each. Nothing is remembered from round to round.
"""

import os
import random
import subprocess
import sys
import time
from typing import Final

import pytest
from make.traits import classifier, knowledge, traits
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.classify.classifier import Classifier
from inspector.classify.model import load_model
from inspector.core.label import Label
from inspector.core.resources import resources_folder
from inspector.core.traits import Traits

ROWS: Final = int(os.environ.get("ROWS", "2000"))
COMMON: Final = (
    "_ga",
    "_gid",
    "_fbp",
    "IDE",
    "PHPSESSID",
    "CookieConsent",
    "lang",
    "_gcl_au",
    "test_cookie",
    "bcookie",
)
THIRD: Final = ("doubleclick.net", "www.linkedin.com", "adnxs.com", "youtube.com", "bing.com", "criteo.com")
WORDS: Final = ("visitor", "session", "user", "pref", "cart", "ad", "track", "seen", "popup", "token", "exp", "x", "q")


def crawl(rows: int) -> list[Traits]:
    """Return made-up cookies of a crawl; the same for the same number.

    How many names there are grows as in the labelled crawl: 337 in its 1,048 cookies, with an exponent of 0.69.
    """
    dice = random.Random(rows)
    names = int(337 * (rows / 1048) ** 0.69)
    shares = [1 / (rank + 3) ** 1.2 for rank in range(names)]
    ranks = dice.choices(range(names), shares, k=rows)
    return [one_cookie(dice, rank, rows) for rank in ranks]


def one_cookie(dice: random.Random, rank: int, rows: int) -> Traits:
    """Return a cookie of some site. Its attributes go with its name, as they mostly do; its value is its own."""
    same = random.Random(rank)
    words = "_".join(same.choice(WORDS) for _ in range(same.randrange(1, 5)))
    name = COMMON[rank] if rank < len(COMMON) else f"{words}{'_' if rank % 9 else dice.randrange(10**6)}{letters(rank)}"
    values = (f"GA1.2.{dice.randrange(10**9)}.1613226783", f"{dice.getrandbits(128):032x}", "1", "true")
    site = f"site{dice.randrange(rows // 11 + 1)}.com"
    return traits(
        name,
        same.choice(THIRD) if same.random() < 0.33 else f"www.{site}",
        site,
        same.choice(values),
        session=same.random() < 0.2,
        lifetime_days=same.choice((None, 0.02, 1.0, 30.0, 90.0, 365.0, 730.0)),
        http_only=same.random() < 0.2,
        secure=same.random() < 0.5 or dice.random() < 0.05,
        host_only=same.random() < 0.3,
    )


def letters(number: int) -> str:
    """Return a number as letters, so that it stays part of a name when digits fall together."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def fresh() -> Classifier:
    """Return a classifier that remembers nothing."""
    return Classifier(knowledge(), load_model(resources_folder(), knowledge()))


def floor(cookies: list[Traits]) -> float:
    """Seconds of the best of some sorts of the cookies."""
    best = float("inf")
    for _ in range(5):
        started = time.perf_counter()
        assert sorted(cookies, key=lambda cookie: (cookie.name, cookie.host or ""))
        best = min(best, time.perf_counter() - started)
    return best


def test_classifying_a_crawl(benchmark: BenchmarkFixture) -> None:
    cookies = crawl(ROWS)

    def setup() -> tuple[tuple[Classifier], dict[str, object]]:
        return (fresh(),), {}

    def run(judge: Classifier) -> list[Label]:
        return judge.classify_all(cookies)

    labels = benchmark.pedantic(run, setup=setup, rounds=3)
    assert len(labels) == ROWS
    assert labels == classifier().classify_all(cookies)
    if benchmark.stats is not None:
        best = benchmark.stats.stats.min
        ratio = best / floor(cookies)
        print(f"{ROWS:,} cookies in {best:.2f} s, {ratio:.0f} times a sort")


def test_opening_costs_little_of_what_a_scan_may_cost(benchmark: BenchmarkFixture) -> None:
    code = "from pathlib import Path; from inspector.engine.knowledge import Places; "
    code += "from inspector.engine.labelling import open_judge; open_judge(Places(Path('/n/a'), Path('/n/b')))"

    def run() -> int:
        return subprocess.run([sys.executable, "-c", code], check=True).returncode

    assert benchmark.pedantic(run, rounds=3) == 0


@pytest.mark.parametrize("heavy", ["numpy", "sklearn", "rich", "tldextract", "PySide6"])
def test_classifying_imports_nothing_heavy(heavy: str) -> None:
    code = f"import sys, inspector.engine.labelling; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
