# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How an audit ends in every situation a pipeline meets: 0 only where something was judged and nothing was lost."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from make import chromium, recordings
from make.command import Run
from make.projects import CART, COMPLETE, GA, IDE, NOW, entry, project, state, write

IGNORE = '[[ignore]]\nrule = "CI101"\nreason = "goes out in March"\n'
SILENT = "We ship within three days.\n"
NONE = "We do not use cookies.\n"
LOST = json.dumps({"cookies": [5, entry(CART)], "origins": []})
LOST_FOUND = json.dumps({"cookies": [5, entry(GA)], "origins": []})
WALL = {"name": "_cb_challenge", "domain": "captcha.example"}
Make = Callable[[Path], object]


class Case(NamedTuple):
    """A situation: what lies in the folder, what is asked, and the code that it must end with."""

    name: str
    make: Make
    options: tuple[str, ...]
    code: int


def cookies(*jar: Any, policy: str = COMPLETE, settings: str = "") -> Make:
    return lambda folder: project(folder, *jar, policy=policy, settings=settings)


def files(**held: str) -> Make:
    def make(folder: Path) -> None:
        project(folder, CART)
        write(folder, **held)

    return make


def known(folder: Path) -> None:
    """A baseline that knows what the jar holds."""
    from inspector.cli.main import main

    project(folder, CART, GA, settings='baseline = "b.json"\n')
    assert main(["audit", *NOW, "--update-baseline", "--format", "json:made.json"]) == 0


def known_and_more(folder: Path) -> None:
    known(folder)
    write(folder, state_json=state(CART, GA, {"name": "_fbp", "domain": ".shop.example"}))


def known_and_less(folder: Path) -> None:
    known(folder)
    write(folder, state_json=state(CART))


def damaged_store(folder: Path) -> None:
    project(folder, CART)
    store = chromium.store(folder / "Default" / "Cookies", chromium.row("cart", "shop.example"))
    store.write_bytes(store.read_bytes()[:1500])


def recorded(*answers: Any, policy: str = COMPLETE, creator: str = "Playwright") -> Make:
    """A recording in place of the jar."""

    def make(folder: Path) -> None:
        project(folder, policy=policy)
        write(folder, state_json=recordings.har_of(answers, creator))

    return make


def page(*set_cookies: str, status: int = 200) -> Any:
    return recordings.entry("https://shop.example/", *set_cookies, dest="document", status=status)


def pathless(folder: Path) -> None:
    write(folder, policy_md=COMPLETE, state_json=state(CART))


CASES = (
    Case("all is declared", cookies(CART), (), 0),
    Case("a kept denial, on the tester's word", cookies(policy=NONE), ("--only-this-site",), 0),
    Case("an undeclared cookie", cookies(CART, GA), (), 1),
    Case("below the threshold", cookies(CART, GA), ("--fail-on", "error"), 0),
    Case("a note, where notes count", cookies(CART, GA), ("--level", "CI101=note", "--fail-on", "note"), 1),
    Case("a rule that is to fail", cookies(CART, GA), ("--fail-on", "error", "--fail-on", "CI101"), 1),
    Case("a rule that is off", cookies(CART, GA), ("--level", "CI101=off"), 0),
    Case("findings, and a part that could not be read", files(state_json=LOST_FOUND), (), 1),
    Case("no finding, and a part that could not be read", files(state_json=LOST), (), 2),
    Case("an empty jar proves nothing", cookies(policy=NONE), (), 2),
    Case("a browser wall: the visit never reached the site", cookies(WALL), (), 2),
    Case("a recorded visit that set what is declared", recorded(page("cart=2; Max-Age=3600")), (), 0),
    Case("a recorded visit that set more", recorded(page("cart=2", "_ga=GA1.1.5; Max-Age=33696000")), (), 1),
    Case("a recorded visit without a cookie, as promised", recorded(page(), policy=NONE), (), 0),
    Case("a recording of Chrome's that was sanitised", recorded(page(), policy=NONE, creator="WebInspector"), (), 2),
    Case("a recording of a browser wall", recorded(page(status=403), policy=NONE), (), 2),
    Case("a recording without a page", recorded(policy=NONE), (), 2),
    Case("third parties of unknown site only", cookies(IDE), (), 2),
    Case("the same on the tester's word", cookies(IDE), ("--only-this-site",), 1),
    Case("a silent policy", cookies(CART, policy=SILENT), (), 2),
    Case("an empty policy", cookies(CART, policy=""), (), 2),
    Case("a policy that does not answer", cookies(CART), ("--policy", "http://127.0.0.1:9/policy", "--allow-local"), 2),
    Case("a part of the policy is missing", cookies(CART), ("--policy", "policy.md", "--declaration", "no.yml"), 2),
    Case("a policy file that is not there", cookies(CART), ("--policy", "none.md"), 3),
    Case("a cookie file that is not there", cookies(CART), ("--cookies", "none.json"), 3),
    Case("a cookie file of no known format", files(state_json="rubbish"), (), 3),
    Case("an empty cookie file", files(state_json=""), (), 3),
    Case("one cookie file of two is not there", cookies(CART), ("--cookies", "state.json", "--cookies", "no.json"), 2),
    Case("an unreadable store", damaged_store, ("--store", "Default/Cookies"), 3),
    Case("an unreadable store beside a jar", damaged_store, ("--store", "Default", "--cookies", "state.json"), 2),
    Case("all is ignored", cookies(CART, GA, settings=IGNORE), (), 0),
    Case("an ignore that ended", cookies(CART, GA, settings=f"{IGNORE}until = 2026-11-23\n"), (), 1),
    Case("an ignore that ended, without a finding", cookies(CART, settings=f"{IGNORE}until = 2026-11-23\n"), (), 0),
    Case("ignored, and a part that could not be read", files(state_json=LOST), ("--level", "CI101=off"), 2),
    Case("a baseline knows it all", known, (), 0),
    Case("the baseline knows it, and another is there", known_and_more, (), 1),
    Case("one new finding is let pass", known_and_more, ("--max-new", "1"), 0),
    Case("what the baseline knows is gone", known_and_less, (), 0),
    Case("findings up to a number without a baseline", cookies(CART, GA), ("--max-new", "1"), 0),
    Case("a baseline that is not there", cookies(CART), ("--baseline", "none.json"), 3),
    Case("a baseline that is none", cookies(CART), ("--baseline", "policy.md"), 3),
    Case("a baseline to be written without a name", cookies(CART), ("--update-baseline",), 3),
    Case("settings with a fault", cookies(CART, settings="polcy = 1\n"), (), 3),
    Case("settings that are not there", cookies(CART), ("--settings", "none.toml"), 3),
    Case("no site", pathless, ("--policy", "policy.md", "--cookies", "state.json"), 3),
    Case("no policy", pathless, ("shop.example", "--cookies", "state.json"), 3),
    Case("no settings wanted, and so no site", cookies(CART), ("--no-settings",), 3),
    Case("a rule that is none", cookies(CART), ("--fail-on", "CI999"), 3),
    Case("a site that is none", cookies(CART), ("not a domain",), 3),
    Case("an output that cannot be written", cookies(CART), ("--output", "none/report.txt"), 3),
    Case("an option that is none", cookies(CART), ("--colour",), 3),
    Case("corrections that are not there", cookies(CART), ("--corrections", "none.toml"), 2),
    Case("no browser on the machine", pathless, ("shop.example", "--policy", "policy.md"), 3),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_how_it_ends(case: Case, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = home / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    case.make(folder)
    ended = run("audit", *NOW, "--format", "json:report.json", *case.options)
    assert ended.code == case.code, ended.err
    assert "Traceback" not in ended.err
    report = folder / "report.json"
    if ended.code in (0, 1):
        made = json.loads(report.read_text())
        assert made["verified"]
        assert ended.code == 1 or made["complete"]
    elif ended.code == 3:
        assert ended.err.strip()
