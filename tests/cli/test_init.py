# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``init``: what it writes works at once, a draft is in force only when a person names it, nothing is written over."""

import re
import tomllib
from pathlib import Path

import pytest
from make.command import Run
from make.projects import CART, COMPLETE, GA, NOW, report_of, state, write

ASK = ("init", "shop.example", "--policy", "policy.md", "--cookies", "state.json")
LISTED = "Our cookies:\n\n| Cookie | Purpose | Duration |\n|---|---|---|\n| cart | Shopping cart | Session |\n"


@pytest.fixture
def folder(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "start"
    made.mkdir()
    monkeypatch.chdir(made)
    write(made, policy_md=COMPLETE, state_json=state(CART, {**GA, "name": "_ga_ABC123"}, {**GA, "name": "_ga_DEF987"}))
    return made


def test_what_it_writes_works_at_once(folder: Path, run: Run) -> None:
    assert run(*ASK).code == 0
    settings = tomllib.loads((folder / "cookie-inspector.toml").read_text())
    assert settings == {"site": "shop.example", "policy": ["policy.md"], "cookies": ["state.json"]}
    report = report_of(run)
    assert report["counts"]["judged"] == 3
    assert report["policy"]["location"] == "policy.md"


def test_every_commented_setting_is_one(folder: Path, run: Run) -> None:
    run(*ASK)
    path = folder / "cookie-inspector.toml"
    live = re.sub(r"(?m)^# (?=[\w\[]+.*[=\]])", "", path.read_text())
    path.write_text(live.replace('baseline = "cookie-baseline.json"', "").replace("declaration =", "# declaration ="))
    tomllib.loads(live)
    ended = run("audit", *NOW)
    assert ended.code in (0, 1), ended.err


@pytest.mark.parametrize("policy", [COMPLETE, LISTED])
def test_the_draft_has_what_is_declared_and_as_comments_what_is_not(folder: Path, run: Run, policy: str) -> None:
    write(folder, policy_md=policy)
    assert run(*ASK).code == 0
    draft = (folder / "cookies.yml").read_text()
    assert draft.count('name: "_ga_*"') == 1
    assert "ABC123" not in draft
    assert "s3cr3t" not in draft
    assert run("policy", "cookies.yml").code == 0
    head, tail = draft.split("# Found, and not declared above.", 1)
    live = head + "\n".join(line.removeprefix("# ").removeprefix("#") for line in tail.splitlines()[1:])
    write(folder, declared_yml=live)
    ended = run("policy", "declared.yml", "--format", "json")
    assert ended.code == 0, ended.err
    assert "_ga_*" in ended.out


def test_nothing_is_written_over_without_being_told_to(folder: Path, run: Run) -> None:
    write(folder, cookies_yml="mine")
    ended = run(*ASK)
    assert ended.code == 3
    assert "cookies.yml is there already" in ended.err
    assert not (folder / "cookie-inspector.toml").exists()
    assert (folder / "cookies.yml").read_text() == "mine"
    assert run(*ASK, "--force").code == 0
    assert (folder / "cookies.yml").read_text() != "mine"


@pytest.mark.parametrize(
    ("arguments", "code", "written"),
    [
        (("init", "shop.example"), 0, ["cookie-inspector.toml"]),
        (("init", "shop.example", "--policy", "policy.md"), 0, ["cookie-inspector.toml", "cookies.yml"]),
        (("init", "shop.example", "--cookies", "state.json"), 0, ["cookie-inspector.toml"]),
        (("init", "shop.example", "--policy", "none.md"), 3, []),
        (("init", "shop.example", "--policy", "policy.md", "--cookies", "none.json"), 3, []),
        ((*ASK, "--cookies", "none.json"), 2, ["cookie-inspector.toml", "cookies.yml"]),
        (("init", "not a domain"), 3, []),
        (("init",), 3, []),
        ((*ASK, "--folder", "none"), 3, []),
    ],
)
def test_how_it_ends(folder: Path, run: Run, arguments: tuple[str, ...], code: int, written: list[str]) -> None:
    ended = run(*arguments)
    assert ended.code == code, ended.err
    assert sorted(path.name for path in folder.iterdir() if path.name not in ("policy.md", "state.json")) == written
    if code == 3:
        assert ended.err.strip()


def test_paths_lead_from_the_settings(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "shop").mkdir()
    assert run(*ASK, "--folder", "shop").code == 0
    settings = tomllib.loads((folder / "shop" / "cookie-inspector.toml").read_text())
    assert (settings["policy"], settings["cookies"]) == (["../policy.md"], ["../state.json"])
    monkeypatch.chdir(folder / "shop")
    assert report_of(run)["counts"]["judged"] == 3


def test_a_hostile_name_stays_in_its_comment(folder: Path, run: Run) -> None:
    write(folder, state_json=state(CART, {"name": 'x"\n- name: evil\x1b[31m', "domain": "shop.example"}))
    assert run(*ASK).code == 0
    draft = (folder / "cookies.yml").read_text()
    assert "\x1b" not in draft
    assert "\n- name: evil" not in draft
    assert run("policy", "cookies.yml").code == 0
