# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long reading a page of 100 KB takes: the document, its tables and its lists.

By hand: ``pytest tests/benchmarks/test_policies.py --benchmark-enable -s``. In the test suite each runs once, so that
the code here stays true.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.core.policy import Document
from inspector.policies.documents.api import RawDocument
from inspector.policies.documents.registry import read_document
from inspector.policies.listed import read_listed
from inspector.policies.purposes import purpose_of
from inspector.policies.tables import read_tables

SECTIONS, ROWS = 255, 149
SECTION = (
    "<h2>Section {0}</h2>\n<p>We use cookies to remember the items in your shopping cart and to keep you logged in. "
    'Our partners may place cookies to serve advertisements. You can <a href="/x{0}">change your settings</a>.</p>\n'
    "<ul><li>We do not sell your data.</li><li>Session cookies expire when you close your browser.</li></ul>\n"
)
ROW = "<tr><td>_ck{0}</td><td>Ads {0}</td><td>Measures how visitors use the shop.</td><td>{0} months</td></tr>\n"


def page() -> bytes:
    """A page of 100 KB: a menu, prose, lists and a table."""
    menu = "".join(f"<li><a href=/{number}>Menu {number}</a></li>" for number in range(60))
    prose = "".join(SECTION.format(number) for number in range(SECTIONS))
    rows = "".join(ROW.format(number) for number in range(1, ROWS + 1))
    head = "<tr><th>Cookie name</th><th>Provider</th><th>Purpose</th><th>Duration</th></tr>"
    return (
        f"<!doctype html><html lang=en><body><nav>{menu}</nav><main>{prose}<table>{head}{rows}</table></main>".encode()
    )


@pytest.fixture(scope="module")
def document() -> Document:
    read = read_document(RawDocument(page(), "policy.html")).document
    assert read is not None
    return read


def test_a_page_of_100_kb(benchmark: BenchmarkFixture) -> None:
    data = page()
    assert 90_000 < len(data) < 110_000
    read = benchmark(lambda: read_document(RawDocument(data, "policy.html")).document)
    assert read is not None
    assert len(read.blocks) == 4 * SECTIONS + ROWS + 1


def test_its_tables(benchmark: BenchmarkFixture, document: Document) -> None:
    assert len(benchmark(lambda: read_tables(document, purpose_of))) == ROWS


def test_its_lists(benchmark: BenchmarkFixture, document: Document) -> None:
    assert benchmark(lambda: read_listed(document, purpose_of)) == ()
