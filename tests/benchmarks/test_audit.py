# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long an audit takes as a whole process: 5,000 cookies against 100 KB of policy, and 100,000 cookies.

By hand: ``pytest tests/benchmarks/test_audit.py --benchmark-enable -s``, with ``COOKIES=100000`` in the environment for
the large one. In the test suite each runs once on a small jar, so that the code here stays true.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

COOKIES = int(os.environ.get("COOKIES", "300"))
POLICY_BYTES = int(os.environ.get("POLICY_BYTES", "100000"))
NAMES = ("_ga", "_gid", "PHPSESSID", "cart", "_fbp", "IDE", "lang", "csrftoken")
FILLER = "You may return goods within a fortnight, if they are as they were when you received them. "


def policy(path: Path) -> Path:
    """A policy of the size of a long real one: a table of two hundred cookies, and a lot that is not on cookies."""
    rows = "\n".join(f"| cookie_{at} | shop.example | Remembers your settings | {at % 400} days |" for at in range(200))
    text = (
        "# Privacy\n\nWe use cookies to remember the items in your shopping cart and to collect statistics. "
        "Google uses cookies to serve ads on our site.\n\n"
        f"| Cookie | Provider | Purpose | Duration |\n|---|---|---|---|\n{rows}\n\n"
    )
    sections = (f"## Section {at}\n\n{FILLER * 5}\n\n" for at in range(100_000))
    for section in sections:
        if len(text) >= POLICY_BYTES:
            break
        text += section
    path.write_text(text, encoding="utf-8")
    return path


def jar(path: Path, count: int) -> Path:
    """A storage state of this many cookies: known names, listed ones, unknown ones; the site's own and others'."""
    hosts = (".shop.example", "www.shop.example", ".doubleclick.net", "cdn.other.example")
    cookies = [
        {
            "name": NAMES[at % 8] if at % 3 == 0 else f"cookie_{at % 300}" if at % 3 == 1 else f"x{at % 5000}",
            "value": f"value{at}",
            "domain": hosts[at % 4],
            "path": f"/{at}",
            "expires": 1798105600 + at,
            "httpOnly": at % 2 == 0,
            "secure": True,
            "sameSite": "Lax",
        }
        for at in range(count)
    ]
    path.write_text(json.dumps({"cookies": cookies, "origins": []}), encoding="utf-8")
    return path


def run(folder: Path, formats: tuple[str, ...] = ("json",), *, alone: bool = False) -> int:
    """One audit as a process of its own, with bytecode kept beside the test as an installed program has it.

    ``alone``: without the tests' guard of the network. Python tells a hook of each ``id()``, of which an audit of
    100,000 cookies asks for three million: that costs as much again as half the audit.
    """
    arguments = ["audit", "shop.example", "--policy", str(folder / "policy.md"), "--cookies", str(folder / "jar.json")]
    arguments += ["--only-this-site", "--now", "2026-11-24T12:00:00Z"]
    arguments += [f"--format={name}:{folder / f'r.{name}'}" for name in formats]
    command = [sys.executable, "-c", "from inspector.cli.main import run; run()", *arguments]
    environment = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    if alone:
        environment.pop("PYTHONPATH", None)
    return subprocess.run(
        command, check=False, env=environment | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    ).returncode


def test_a_whole_audit(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    policy(tmp_path / "policy.md")
    jar(tmp_path / "jar.json", COOKIES)
    rounds = 3 if benchmark.enabled else 1
    if benchmark.enabled:
        run(tmp_path)  # writes the bytecode
    before = os.times()
    code = benchmark.pedantic(run, (tmp_path,), {"alone": benchmark.enabled}, rounds=rounds)
    after = os.times()
    cpu = (after.children_user + after.children_system - before.children_user - before.children_system) / rounds
    report = json.loads((tmp_path / "r.json").read_text())
    assert code == 1
    assert len(report["cookies"]) == COOKIES
    if benchmark.stats is not None:
        size = f"{COOKIES:,} cookies, {POLICY_BYTES:,} bytes of policy"
        print(f"\n{size}: {benchmark.stats.stats.min:.2f} s, {cpu:.2f} s of CPU")


FIVE = ("json", "sarif", "junit", "gitlab", "github")


@pytest.mark.timeout(900)
@pytest.mark.parametrize("cookies", [20, COOKIES])
def test_five_formats_against_one(benchmark: BenchmarkFixture, tmp_path: Path, cookies: int) -> None:
    """The ratio of processor seconds, five formats to one: what writing costs beside reading and judging."""
    policy(tmp_path / "policy.md")
    jar(tmp_path / "jar.json", cookies)
    rounds = 5 if benchmark.enabled else 1
    spent: dict[int, list[float]] = {1: [], 5: []}

    def both() -> None:
        for formats in (FIVE[:1], FIVE):
            before = os.times()
            assert run(tmp_path, formats) == 1
            after = os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            spent[len(formats)].append(cpu)

    if benchmark.enabled:
        run(tmp_path, FIVE)  # writes the bytecode
    benchmark.pedantic(both, rounds=rounds)
    assert {path.suffix[1:] for path in tmp_path.glob("r.*")} == set(FIVE)
    if benchmark.enabled:
        one, five = (min(spent[count]) for count in (1, 5))
        print(f"\n{cookies:,} cookies: one format {one:.2f} s of CPU, five {five:.2f} s: {five / one - 1:+.0%}")
