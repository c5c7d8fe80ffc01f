# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long the knowledge takes to load and to answer.

By hand: ``pytest tests/benchmarks/test_knowledge.py --benchmark-enable``, with ``NAMES=100000`` in the environment.
In the test suite each runs once on few names, so that the code here stays true.
"""

import os

from pytest_benchmark.fixture import BenchmarkFixture

from inspector.knowledge.book import Knowledge
from inspector.knowledge.loader import load

NAMES = int(os.environ.get("NAMES", "2000"))


def _names(knowledge: Knowledge) -> list[str]:
    """Distinct names, a third each: unknown, of a well-known family, and known ones with a number after them."""
    known = [cookie.name for cookie in knowledge.cookies]
    forms = ("unheard_of_{n}", "_ga_{n}", "{known}{n}")
    return [forms[n % 3].format(n=n, known=known[n % len(known)]) for n in range(NAMES)]


def _find_all(knowledge: Knowledge, names: list[str]) -> int:
    return sum(len(knowledge.find(name, "www.shop.example")) for name in names)


def test_load(benchmark: BenchmarkFixture) -> None:
    knowledge = benchmark(load)
    assert knowledge.version


def test_find(benchmark: BenchmarkFixture) -> None:
    knowledge = load()
    names = _names(knowledge)
    assert benchmark(_find_all, knowledge, names) >= NAMES // 3


def test_find_vendors(benchmark: BenchmarkFixture) -> None:
    knowledge = load()
    hosts = [f"a{n}.{('doubleclick.net', 'shop.example', 'google.de')[n % 3]}" for n in range(NAMES)]
    found = benchmark(lambda: sum(knowledge.vendor_by_domain(host) is not None for host in hosts))
    assert found >= NAMES // 2
