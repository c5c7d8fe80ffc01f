# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The GitHub action, the GitLab template and the pre-commit hooks call what exists, and end as the audit ends."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from junitparser import JUnitXml
from make.workflow_commands import commands as workflow_commands

from inspector.cli.commands import PROGRAM, commands
from inspector.cli.outputs import destinations

ROOT = Path(__file__).resolve().parents[2]
ACTION = ROOT / "packaging" / "github" / "action.yml"
SCRIPT = ROOT / "packaging" / "github" / "audit.sh"
TEMPLATE = ROOT / "packaging" / "gitlab" / "cookie-inspector.gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
_EXPRESSION = re.compile(r"\$\{\{\s*([^}]+?)\s*\}\}")

pytestmark = pytest.mark.skipif(not ACTION.is_file(), reason="packaging/ is not beside the tests")


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def subcommand(name: str) -> click.Command:
    with commands.make_context(PROGRAM, ["--", name], resilient_parsing=True) as context:
        found = commands.get_command(context, name)
    assert found is not None, f"there is no command {name}"
    return found


def parse(words: list[str]) -> dict[str, Any]:
    """Parse a command line as the program would, without running it; raises for what it does not know."""
    assert words[0] == PROGRAM
    with subcommand(words[1]).make_context(words[1], words[2:]) as context:
        if "formats" in context.params:
            destinations(context.params["formats"], context.params["output"])
        return context.params


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose policy denies cookies and whose jar holds one, and the program on the path."""
    if shutil.which("bash") is None:
        pytest.skip("there is no bash here")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "cookie-inspector"
    program.write_text(
        f"#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -c "
        '"from inspector.cli.main import run; run()" "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    folder = tmp_path / "my project"
    folder.mkdir()
    (folder / "privacy policy.md").write_text("# Privacy\n\nWe do not use cookies.\n", encoding="utf-8")
    cookie = {"name": "a", "domain": "shop.example", "value": "v", "path": "/", "expires": -1}
    cookie |= {"httpOnly": False, "secure": True, "sameSite": "Lax"}
    (folder / "jar.json").write_text(json.dumps({"cookies": [cookie], "origins": []}), encoding="utf-8")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


def run_script(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {f"AUDIT_{name.upper()}": text for name, text in inputs.items()}
    environment |= {"GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(folder / "output")}
    environment |= {"GITHUB_WORKSPACE": str(folder), "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    return subprocess.run(
        ["bash", str(SCRIPT)], cwd=folder, env=environment, capture_output=True, text=True, timeout=110, check=False
    )


def test_the_action_names_only_inputs_and_outputs_that_it_has() -> None:
    action = loaded(ACTION)
    text = ACTION.read_text(encoding="utf-8")
    named = {name.removeprefix("inputs.") for name in _EXPRESSION.findall(text) if name.startswith("inputs.")}
    assert named == set(action["inputs"])
    assert all("description" in held for held in (*action["inputs"].values(), *action["outputs"].values()))


def test_no_input_is_written_into_a_script() -> None:
    for step in loaded(ACTION)["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_the_script_takes_every_variable_that_the_action_sets() -> None:
    (audit,) = [step for step in loaded(ACTION)["runs"]["steps"] if "env" in step]
    script = SCRIPT.read_text(encoding="utf-8")
    assert set(audit["env"]) == set(re.findall(r"\bAUDIT_[A-Z_]+\b", script))


def test_every_option_of_the_pieces_exists() -> None:
    known = {option for held in subcommand("audit").params for option in (*held.opts, *held.secondary_opts)}
    for path in (SCRIPT, TEMPLATE):
        called = re.findall(r"(?<![\w-])--[a-z][a-z-]+", path.read_text(encoding="utf-8"))
        assert set(called) - {"--quiet"} <= known, path.name


def test_the_action_audits_annotates_and_ends_as_the_audit_ends(project: Path) -> None:
    ended = run_script(
        project,
        site="shop.example",
        policy="privacy policy.md\n",
        cookies="jar.json\r\n",
        only_this_site="true",
        sarif="out.sarif",
        junit="out.xml",
        options="--now\n2026-11-24",
    )
    assert ended.returncode == 1, ended.stderr
    error = workflow_commands(ended.stdout)[0]
    assert (error.name, error.properties["file"], error.properties["line"]) == ("error", "privacy policy.md", "3")
    assert (project / "output").read_text(encoding="utf-8") == "exit-code=1\n"
    assert "shop.example" in (project / "summary.md").read_text(encoding="utf-8")
    run = json.loads((project / "out.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert run["automationDetails"]["id"] == "cookies/shop.example/2026-11-24"
    assert JUnitXml.fromfile(str(project / "out.xml")).failures == 1


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"fail_on": "CI999"}, 3),
        ({"fail_on": "error\nCI101"}, 1),
        ({"cookies": "no-such.json"}, 3),
        ({"options": "--level\nCI201=note\n--level\nCI204=note"}, 0),
        ({"site": "$(touch evil); `touch evil`"}, 3),
    ],
)
def test_the_action_hands_everything_on_as_it_is(project: Path, inputs: dict[str, str], code: int) -> None:
    given = {"site": "shop.example", "policy": "privacy policy.md", "cookies": "jar.json"} | inputs
    ended = run_script(project, sarif="", junit="", **given)
    assert ended.returncode == code, ended.stderr
    assert not (project / "evil").exists()


def test_the_gitlab_job_writes_what_it_reports(project: Path) -> None:
    job = loaded(TEMPLATE)["cookies"]
    given = {"COOKIES_SITE": "shop.example", "COOKIES_POLICY": "privacy policy.md", "COOKIES_FILE": "jar.json"}
    ended = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(job["script"])],
        cwd=project,
        env=os.environ | job["variables"] | given,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert ended.returncode == 1, ended.stderr
    assert "We do not use cookies." in ended.stdout
    reports = job["artifacts"]["reports"]
    assert set(reports.values()) == set(job["artifacts"]["paths"])
    assert JUnitXml.fromfile(str(project / reports["junit"])).failures == 1
    (issue,) = [
        held for held in json.loads((project / reports["codequality"]).read_text()) if held["severity"] != "info"
    ]
    assert issue["location"] == {"path": "privacy policy.md", "lines": {"begin": 3}}


@pytest.mark.parametrize("hook", loaded(HOOKS) if HOOKS.is_file() else [], ids=lambda hook: str(hook["id"]))
def test_each_hook_calls_a_command_with_options_that_exist(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    re.compile(hook["files"])
    words = [*shlex.split(hook["entry"]), *hook.get("args", ())]
    assert parse([*words, "shop.example" if hook.get("pass_filenames") is False else "cookies.yml"])


def test_the_declaration_s_hook_stops_a_declaration_that_does_not_fit(project: Path) -> None:
    (hook,) = [held for held in loaded(HOOKS) if held["id"] == "cookie-inspector-declaration"]
    assert re.search(hook["files"], "legal/cookies.yml")
    good, bad = project / "cookies.yml", project / "cookies.yaml"
    good.write_text("version: 1\nsite: shop.example\ncookies:\n  - name: cart\n    purpose: cart\n", encoding="utf-8")
    bad.write_text("version: 1\nsite: shop.example\ncookies:\n  - name: cart\n    purpose: carts\n", encoding="utf-8")
    codes = [
        subprocess.run([*shlex.split(hook["entry"]), str(file)], capture_output=True, check=False).returncode
        for file in (good, bad)
    ]
    assert codes == [0, 2]
