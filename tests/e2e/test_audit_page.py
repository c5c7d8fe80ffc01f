# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The HTML report in a real browser: no error, no request, no script, no sideways scrolling, no accessibility fault."""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from make import browsers
from make.audits import NOW_US, sample_report
from make.hostile_audits import hostile_report
from make.page import Page, chromium_page

from inspector.core.moments import from_datetime
from inspector.core.report import Report
from inspector.engine.demo import NOW, audit_demo
from inspector.reports.api import Look
from inspector.reports.audit_html import write_audit

AXE = os.environ.get("AXE_CORE", "")
needs_axe = pytest.mark.skipif(
    not Path(AXE).is_file(), reason="AXE_CORE does not name axe.min.js: npm install axe-core, see CONTRIBUTING.md"
)
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(180),
    pytest.mark.skipif(not browsers.CHROMIUM, reason="no chromium here: apt-get install chromium"),
]
LOOKS = [(1200, "light"), (1200, "dark"), (320, "light"), (320, "dark")]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium_page() as opened:
        yield opened


def shown(report: Report, now_us: int, page: Page, folder: Path) -> Page:
    path = folder / "report.html"
    with path.open("w", encoding="utf-8", newline="") as out:
        write_audit(report, Look(now_us, lambda host: host.rpartition(".")[0] or host), out)
    page.events.clear()
    page.open(path)
    return page


@pytest.fixture(params=["demo", "sample", "hostile"])
def report(request: pytest.FixtureRequest, page: Page, tmp_path: Path) -> Page:
    if request.param == "demo":
        return shown(audit_demo("cookie-inspector"), from_datetime(NOW), page, tmp_path)
    return shown({"sample": sample_report, "hostile": hostile_report}[request.param](), NOW_US, page, tmp_path)


def test_the_page_logs_nothing_asks_for_nothing_and_runs_nothing(report: Page) -> None:
    assert report.told("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown") == []
    assert [params["request"]["url"] for params in report.told("Network.requestWillBeSent")] == [
        report.evaluate("location.href")
    ]
    assert report.evaluate("document.scripts.length") == 0
    assert report.evaluate("typeof window.hacked") == "undefined"
    assert report.evaluate("document.title") != "hacked"


def test_the_page_would_not_run_a_script_even_if_one_were_in_it(report: Page) -> None:
    report.evaluate(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); })()"
    )
    assert report.evaluate("typeof window.ran") == "undefined"


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_nothing_is_wider_than_the_window(report: Page, width: int, scheme: str) -> None:
    report.look(width, scheme)
    assert report.evaluate("document.documentElement.scrollWidth") <= width


def test_every_inner_link_leads_somewhere_and_every_outer_one_is_https(report: Page) -> None:
    links: list[str] = report.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    ids = set(report.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
    assert links
    assert all(link[1:] in ids if link.startswith("#") else link.startswith("https://") for link in links)


def test_headings_do_not_skip_a_level_and_ids_are_used_once(report: Page) -> None:
    levels: list[int] = report.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids: list[str] = report.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


@needs_axe
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_an_accessibility_checker_finds_nothing(report: Page, width: int, scheme: str) -> None:
    report.look(width, scheme)
    report.evaluate(Path(AXE).read_text(encoding="utf-8") + ";0")
    found: list[dict[str, Any]] = report.evaluate(
        "axe.run(document).then(run => run.violations.map("
        "fault => ({id: fault.id, help: fault.help, nodes: fault.nodes.map(node => node.html)})))"
    )
    assert found == []
