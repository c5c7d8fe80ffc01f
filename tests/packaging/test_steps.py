# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The script over the packages: its steps, what it says of wrong ones, and what a proof takes for one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from packager import chroot, environment, proof, steps

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "packages.yml"
GOOD = {"cookies": 2, "demo_findings": 10, "painted_ms": 300}


def test_a_step_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOKIE_INSPECTOR_BUILD", "1")
    command = [sys.executable, str(ROOT / "packaging" / "build"), "wheels"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "there is no step wheels; there are: python, folder" in done.stderr


def test_only_the_steps_that_were_asked_for_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = environment.Place(tmp_path / "work", tmp_path / "out")
    monkeypatch.setattr(steps, "STEPS", tuple(step._replace(run=lambda p, m: f"at {m}") for step in steps.STEPS))
    steps.take(["sums", "python"], place, 7)
    assert capsys.readouterr().out.count("at 7") == 2
    assert place.out.is_dir()


def test_the_workflow_names_systems_and_steps_that_exist() -> None:
    if not WORKFLOW.is_file():
        pytest.skip("the workflow is not beside the tests (an sdist)")
    (job,) = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"].values()
    assert {name.partition("-")[0] for name in job["strategy"]["matrix"]["os"]} == {"ubuntu", "windows", "macos"}
    (build,) = [step["run"] for step in job["steps"] if "packaging/build" in step.get("run", "")]
    named = build.split()[2:]
    assert set(named) <= {step.name for step in steps.STEPS}
    assert {"python", "folder", "prove"} <= set(named)


@pytest.mark.parametrize("spec", ["linux.spec", "windows.spec", "macos.spec"])
def test_each_spec_is_python(spec: str) -> None:
    text = (ROOT / "packaging" / "pyinstaller" / spec).read_text(encoding="utf-8")
    names = compile(text, spec, "exec").co_names
    assert {"freezing", "pruning", "contents", "COLLECT"} <= set(names)


def test_a_proof_is_a_window_with_the_made_cookies_and_a_demo_that_finds() -> None:
    assert proof.judged(0, json.dumps(GOOD), "") == GOOD
    for wrong in ({"cookies": 0}, {"demo_findings": 0}, {"painted_ms": None}):
        with pytest.raises(RuntimeError, match="did not see"):
            proof.judged(0, json.dumps(GOOD | wrong), "")
    with pytest.raises(RuntimeError, match="ended with 3: no Qt"):
        proof.judged(3, "", "no Qt")


def test_the_program_of_this_checkout_proves_itself() -> None:
    program = [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from inspector.cli.main import run; run()",
    ]
    assert proof.prove_twice(program)["cookies"] == 2


def test_what_removal_leaves_is_told_but_not_debian_s_own_books() -> None:
    before = {"home/tester", "usr/bin/env"}
    after = before | {"var/lib/dpkg/info/x.list", "var/cache/apt/a", "home/tester/.config/x", "usr/share/icons/y"}
    assert chroot.leftovers(before, after) == ["home/tester/.config/x", "usr/share/icons/y"]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("sources.list", "# deb http://no\ndeb [signed-by=x] http://one/debian bookworm main\n", "http://one/debian"),
        (
            "sources.list.d/debian.sources",
            "Types: deb\nURIs: http://two/debian\nSuites: bookworm\n",
            "http://two/debian",
        ),
        ("other.conf", "", "http://deb.debian.org/debian"),
    ],
)
def test_debian_is_taken_from_where_apt_takes_it(tmp_path: Path, name: str, text: str, found: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert chroot.mirror(tmp_path) == found


def test_the_moment_is_the_environment_s_or_the_commit_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment.EPOCH, "1795573606")
    assert environment.epoch() == 1_795_573_606
    assert environment.variables(5)[environment.EPOCH] == "5"
    monkeypatch.delenv(environment.EPOCH)
    assert environment.epoch() > 1_700_000_000
