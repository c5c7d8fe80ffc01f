# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a project's settings and a baseline cost beside the audit itself, as a ratio of processor time.

By hand: ``COOKIES=10000 pytest tests/benchmarks/test_project.py --benchmark-enable -s``. In the test suite each runs
once on a small jar.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from make.projects import COMPLETE, SITE, state, write
from pytest_benchmark.fixture import BenchmarkFixture

COOKIES = int(os.environ.get("COOKIES", "300"))
IGNORES = int(os.environ.get("IGNORES", "500"))
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def name(number: int) -> str:
    """A name that no fact knows, and that no two cookies of one host share."""
    return "zq" + "".join(LETTERS[number // 26**place % 26] for place in range(3))


def made(folder: Path) -> None:
    """A project with as many findings as cookies, and many entries that ignore a few of them."""
    jar = [{"name": name(at), "domain": f"s{at // 500}.{SITE}", "expires": 1798105600} for at in range(COOKIES)]
    entries = "".join(
        f'[[ignore]]\ncookie = "{name(at)[:4]}*"\nhost = "s{at % 20}.{SITE}"\nreason = "made so"\n'
        for at in range(IGNORES)
    )
    settings = f'site = "{SITE}"\npolicy = "policy.md"\ncookies = "state.json"\nbaseline = "baseline.json"\n{entries}'
    write(folder, policy_md=COMPLETE, state_json=state(*jar), cookie_inspector_toml=settings)


def run(folder: Path, *options: str) -> float:
    """The processor time of an audit in a process of its own."""
    arguments = ["audit", "--now", "2026-11-24T12:00:00Z", "--format", "json:report.json", *options]
    command = [sys.executable, "-c", "from inspector.cli.main import run; run()", *arguments]
    before = os.times()
    subprocess.run(command, check=False, cwd=folder, env={**os.environ, "HOME": str(folder)}, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_settings_and_a_baseline_beside_the_audit_alone(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    made(tmp_path)
    plain = ("--no-settings", SITE, "--policy", "policy.md", "--cookies", "state.json")
    run(tmp_path, "--update-baseline")
    floor = run(tmp_path, *plain)
    cost = benchmark.pedantic(run, (tmp_path,), rounds=1)
    report = json.loads((tmp_path / "report.json").read_text())
    assert len(report["cookies"]) == COOKIES
    assert report["baseline"]["new"] == 0
    assert report["ignored"]
    if benchmark.stats is not None:
        size = f"{COOKIES:,} findings, {IGNORES:,} ignores and a baseline"
        print(f"\n{size}: {cost:.2f} s of processor time, {cost / floor:.2f} times the audit alone ({floor:.2f} s)")
