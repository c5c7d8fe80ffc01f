# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long reading the sentences of a page of 100 KB takes, and what the first page costs a fresh process.

By hand: ``pytest tests/benchmarks/test_claims.py --benchmark-enable -s``. In the test suite each runs once.
"""

import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from html import escape
from itertools import count
from pathlib import Path

import pytest
from make.lexicons import SmallLexicon
from make.policies import document
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.core.policy import Document, Policy
from inspector.engine.policy import understand
from inspector.policies.claims import ClaimReading, read_claims
from inspector.policies.documents.api import RawDocument
from inspector.policies.documents.registry import read_document
from inspector.policies.record import derive_record

TABLES = Path(__file__).resolve().parents[1] / "policies" / "sentences"
FILLER = (
    "Our shop was founded by two sisters who wanted to sell good lanterns at fair prices. Parcels leave the house "
    "twice a week. If a lantern arrives broken, write to us within two weeks and keep the box. Prices include taxes."
)
FRESH = (
    "import sys, time; sys.path.insert(0, 'tests'); started = time.perf_counter();"
    "from make.policies import document; from make.lexicons import SmallLexicon;"
    "from inspector.policies.claims import read_claims;"
    "read_claims(document(sys.stdin.read(), 'policy.txt'), SmallLexicon());"
    "print(time.perf_counter() - started)"
)


def texts() -> list[str]:
    """The sentences of the tables."""
    found = []
    for path in sorted(TABLES.glob("*.toml")):
        found += [case["text"] for case in tomllib.loads(path.read_text("utf-8"))["case"] if "form" not in case]
    return found


def page() -> str:
    """100 KB of HTML, half of its sentences about cookies, as cookie policies are."""
    blocks, size, number = [], 0, 0
    sentences = texts()
    while size < 100_000:
        sentence = sentences[number % len(sentences)]
        block = (
            f'<section class="policy-section" id="s{number}"><h3 class="policy-heading">Part {number}</h3>'
            f'<p class="policy-text">{sentence} {FILLER if number % 3 == 0 else ""}</p></section>\n'
        )
        blocks.append(block)
        size += len(block)
        number += 1
    return "<html lang=en><body><main>" + "".join(blocks) + "</main></body></html>"


def published_page() -> str:
    """100 KB as sites send them: a third of it is text, the rest styles, scripts, menus and class names."""
    numbers = range(150)
    styles = "".join(f".wp-block-{at}{{margin:0 {at}px;padding:{at}px;color:#33{at % 10}}}" for at in numbers)
    scripts = "".join(f"gtag('event','view_{at}',{{page:'/p/{at}',group:{at}}});" for at in numbers)
    menu = "".join(
        f'<li class="menu-item menu-item-{at}"><a class="menu-link" href="/page/{at}/"><span>Page {at}</span></a></li>'
        for at in numbers
    )
    blocks: list[str] = []
    size = len(styles) + len(scripts) + len(menu)
    sentences = texts()
    while size < 100_000:
        at = len(blocks)
        text = f"{escape(sentences[at * 7 % len(sentences)])} {FILLER if at % 2 else ''}"
        blocks.append(
            f'<div class="wp-block-group is-layout-flow"><h3 class="wp-block-heading has-large-font-size" id="h-{at}">'
            f'Part {at}</h3>\n<p class="wp-block-paragraph has-text-align-left">{text} '
            f'<a href="/more/{at}" target="_blank" rel="noreferrer noopener">Read more</a></p></div>\n'
        )
        size += len(blocks[-1])
    head = f"<html lang=en><head><title>Privacy policy</title><style>{styles}</style><script>{scripts}</script></head>"
    return f"<!doctype html>{head}<body><nav><ul>{menu}</ul></nav><main>{''.join(blocks)}</main></body></html>"


@pytest.fixture(scope="module")
def held() -> Document:
    return document(page(), "policy.html")


def test_the_sentences_of_a_page_of_100_kb(benchmark: BenchmarkFixture, held: Document) -> None:
    lexicon = SmallLexicon()

    def read() -> ClaimReading:
        reading = read_claims(held, lexicon)
        derive_record(held, reading, lexicon)
        return reading

    assert len(benchmark(read).claims) > 300


@pytest.mark.parametrize("make", [page, published_page])
def test_100_kb_from_the_bytes_to_the_record(benchmark: BenchmarkFixture, make: Callable[[], str]) -> None:
    html, lexicon, rounds = make(), SmallLexicon(), count()

    def fresh() -> tuple[tuple[bytes], dict[str, bytes]]:
        """The page in words that no round before had: nothing that was remembered of its sentences helps."""
        return (html.replace(". ", f" q{next(rounds)}. ").encode(),), {}

    def read(data: bytes) -> Policy:
        held = read_document(RawDocument(data, "policy.html")).document
        assert held is not None
        return understand(held, lexicon)[0]

    assert len(benchmark.pedantic(read, setup=fresh, rounds=10, warmup_rounds=1).claims) > 150
    if benchmark.stats is not None:
        best = benchmark.stats.stats.min
        print(f"\n100 KB in {best * 1000:.0f} ms, {best / floor():.1f} times a million sums")


def floor() -> float:
    """Seconds of the best of some plain loops of a million steps: what this machine is worth at this moment."""
    best = float("inf")
    for _ in range(5):
        started, total = time.perf_counter(), 0
        for number in range(1_000_000):
            total += number
        best = min(best, time.perf_counter() - started)
    return best


def test_the_first_policy_of_a_fresh_process(benchmark: BenchmarkFixture) -> None:
    text = "\n\n".join(texts()[:120])

    def start() -> float:
        run = subprocess.run([sys.executable, "-c", FRESH], input=text, capture_output=True, text=True, check=True)
        return float(run.stdout)

    assert benchmark.pedantic(start, rounds=3) > 0
