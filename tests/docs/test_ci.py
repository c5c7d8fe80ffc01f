# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/ci.md is true: its example project is run, and what it shows of each format is what comes out."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from inspector.cli.commands import PROGRAM, commands
from inspector.cli.main import main
from inspector.cli.outputs import destinations
from inspector.reports.registry import AUDITS

DOC = Path(__file__).resolve().parents[2] / "docs" / "ci.md"
TEXT = DOC.read_text(encoding="utf-8") if DOC.is_file() else ""
pytestmark = pytest.mark.skipif(not TEXT, reason="docs/ is not beside the tests")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(title: str, kind: str) -> list[str]:
    """Return the blocks of a kind in one section."""
    section = TEXT.split(f"## {title}\n")[1].split("\n## ")[0]
    return [match[2] for match in _BLOCK.finditer(section) if match[1] == kind]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example project after its check."""
    folder = tmp_path_factory.mktemp("project")
    (policy,), (jar,), (check,) = (blocks("An example project", kind) for kind in ("markdown", "json", "sh"))
    (folder / "privacy.md").write_text(policy, encoding="utf-8")
    (folder / "cookies.json").write_text(jar, encoding="utf-8")
    words = shlex.split(check.replace("\\\n", " "))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("HOME", str(folder))
        for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
            patch.delenv(name, raising=False)
        assert words[0] == PROGRAM
        assert main(words[1:]) == 1
    return folder


def agrees(shown: Any, found: Any) -> bool:
    """Whether everything shown is found, at any depth; what is found may be more."""
    if isinstance(shown, dict):
        return isinstance(found, dict) and all(key in found and agrees(held, found[key]) for key, held in shown.items())
    if isinstance(shown, list):
        return isinstance(found, list) and all(any(agrees(held, other) for other in found) for held in shown)
    return bool(shown == found)


def test_the_example_of_sarif(project: Path) -> None:
    run = json.loads((project / "cookies.sarif").read_text(encoding="utf-8"))["runs"][0]
    (shown,) = blocks("SARIF", "json")
    assert agrees([json.loads(shown)], run["results"])
    assert run["automationDetails"]["id"] == "cookies/shop.example/2026-11-24"


def test_the_example_of_junit(project: Path) -> None:
    (shown,) = blocks("JUnit XML", "xml")
    text = (project / "cookies.junit.xml").read_text(encoding="utf-8")
    assert [line for line in shown.splitlines() if line not in text.splitlines()] == []


def test_the_example_of_annotations(project: Path) -> None:
    (shown,) = blocks("GitHub annotations and job summary", "text")
    assert (project / "annotations.txt").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("title", "file", "key"),
    [
        ("GitLab", "gl-code-quality-report.json", None),
        ("JSON Lines", "findings.jsonl", None),
        ("website-evidence-collector", "inspection.json", "cookies"),
    ],
)
def test_the_examples_in_json(project: Path, title: str, file: str, key: str | None) -> None:
    text = (project / file).read_text(encoding="utf-8")
    found = [json.loads(line) for line in text.splitlines()] if file.endswith("jsonl") else json.loads(text)
    (shown,) = blocks(title, "json")
    assert agrees([json.loads(shown)], found[key] if key else found)


def test_every_format_is_described() -> None:
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", TEXT, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"\w+", row)} >= set(AUDITS)


def test_every_command_line_can_be_parsed() -> None:
    found = re.findall(rf"{PROGRAM} audit [^\n]*", TEXT.replace("\\\n", " "))
    assert len(found) == 3
    for line in found:
        words = shlex.split(line)
        with commands.make_context(PROGRAM, ["--", "audit"], resilient_parsing=True) as context:
            audit = commands.get_command(context, "audit")
        assert isinstance(audit, click.Command)
        with audit.make_context("audit", words[2:]) as parsed:
            assert destinations(parsed.params["formats"], parsed.params["output"]).places


@pytest.mark.parametrize("title", ["SARIF", "GitHub annotations and job summary", "GitLab", "pre-commit"])
def test_the_pipelines_are_yaml(title: str) -> None:
    for block in blocks(title, "yaml"):
        assert isinstance(yaml.safe_load(block), dict | list)


def test_the_hooks_and_inputs_exist() -> None:
    root = DOC.parent.parent
    hooks = {hook["id"] for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    (shown,) = blocks("pre-commit", "yaml")
    assert {hook["id"] for hook in yaml.safe_load(shown)[0]["hooks"]} == hooks
    action = yaml.safe_load((root / "packaging" / "github" / "action.yml").read_text(encoding="utf-8"))
    (step,) = blocks("GitHub annotations and job summary", "yaml")
    assert set(yaml.safe_load(step)[0]["with"]) <= set(action["inputs"])
