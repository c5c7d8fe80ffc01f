# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit in a project: its settings hold, the command line wins, a baseline lets what is known pass."""

import json
import os
from pathlib import Path

import pytest
from make import chromium
from make.command import Run
from make.projects import CART, GA, IDE, NOW, project, report_of, state, write


@pytest.fixture
def folder(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of the command, apart from its home."""
    made = tmp_path / "project"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


def test_an_audit_alone_works_in_a_project(folder: Path, run: Run) -> None:
    project(folder, CART)
    ended = run("audit", *NOW)
    assert ended.code == 0, ended.err
    assert "1 of 1 cookie is declared" in ended.out


def test_the_settings_are_part_of_what_was_measured(folder: Path, run: Run) -> None:
    project(folder, CART, settings='[[lifetime]]\ncookie = "_ga*"\nat_most = "6 months"\n')
    report = report_of(run)
    (held,) = [given for given in report["measured"]["inputs"] if given["kind"] == "settings"]
    assert held["location"] == "cookie-inspector.toml"
    assert len(held["sha256"]) == 64
    assert report["measured"]["options"]['limit."_ga*"'] == "180 days"


def test_the_command_line_wins(folder: Path, run: Run) -> None:
    project(folder, CART, GA, settings='strict_lifetime = true\nmax_new = 9\n[levels]\nCI101 = "off"\nCI103 = "off"\n')
    write(folder, other_md="We use cookies to count visitors.", other_json=state(GA))
    assert run("audit", *NOW).code == 0
    report = report_of(run, "--level", "CI101=error", "--no-strict-lifetime")
    options = report["measured"]["options"]
    assert (options["level.CI101"], options["level.CI103"], options["strict_lifetime"]) == ("error", "off", "false")
    report = report_of(run, "--policy", "other.md", "--cookies", "other.json")
    assert {held["location"] for held in report["measured"]["inputs"] if held["kind"] != "settings"} == {
        "other.md",
        "other.json",
    }
    assert run("audit", *NOW, "--level", "CI101=error", "--max-new", "0").code == 1
    assert report_of(run, "--no-settings", "shop.example", "--policy", "policy.md", "--cookies", "state.json")


def test_only_this_site_can_be_taken_back(folder: Path, run: Run) -> None:
    project(folder, CART, IDE, settings="only_this_site = true\n")
    assert report_of(run)["counts"]["judged"] == 2
    assert report_of(run, "--not-only-this-site")["counts"]["judged"] == 1


def test_of_a_browsers_store_the_settings_do_not_say_that_nothing_else_was_visited(folder: Path, run: Run) -> None:
    project(folder, CART, settings="only_this_site = true\n")
    rows = (chromium.row("cart", "shop.example"), chromium.row("IDE", ".doubleclick.net"))
    store = chromium.store(folder / "Default" / "Cookies", *rows)
    assert report_of(run, "--store", str(store))["counts"]["judged"] == 1
    assert report_of(run, "--store", str(store), "--only-this-site")["counts"]["judged"] == 2


def test_another_site_is_not_judged_by_this_ones_policy(folder: Path, run: Run) -> None:
    entry = '[[ignore]]\nrule = "CI101"\nreason = "r"\n'
    project(folder, CART, GA, settings=f'also = ["cdn.example"]\nonly_this_site = true\nmax_new = 9\n{entry}')
    ended = run("audit", "other.example", *NOW, "--cookies", "state.json")
    assert ended.code == 3
    assert "they are for shop.example" in ended.err
    assert "--policy SOURCE" in ended.err
    write(folder, other_json=state({"name": "_ga", "domain": "other.example"}, IDE))
    report = report_of(run, "other.example", "--policy", "policy.md", "--cookies", "other.json")
    assert (report["domains"], report["ignored"], report["counts"]["judged"]) == (["other.example"], [], 1)
    same = report_of(run, "SHOP.example")
    assert same["ignored"]


def test_known_cookies_of_the_project(folder: Path, run: Run) -> None:
    known = '[[cookie]]\nname = "zq_*"\npurpose = "cart"\nreason = "our developers say so"\n'
    project(folder, {"name": "zq_1", "domain": "shop.example"}, settings=known)
    report = report_of(run)
    (cookie,) = report["cookies"]
    assert (cookie["label"]["purpose"], cookie["verdict"], cookie["label"]["sure"]) == ("cart", "declared", True)
    assert cookie["corrections"][0]["author"] == "the settings"
    assert (
        report_of(run, "--no-settings", "shop.example", "--policy", "policy.md", "--cookies", "state.json")["cookies"][
            0
        ]["verdict"]
        == "undeclared"
    )


def test_known_cookies_are_those_of_the_site_only(folder: Path, run: Run) -> None:
    known = 'only_this_site = true\n[[cookie]]\nname = "zq"\npurpose = "cart"\nreason = "ours"\n'
    project(folder, CART, {"name": "zq", "domain": "elsewhere.example"}, settings=known)
    by_host = {cookie["host"]: cookie["label"]["purpose"] for cookie in report_of(run)["cookies"]}
    assert by_host["elsewhere.example"] != "cart"


def test_a_limit_of_the_project(folder: Path, run: Run) -> None:
    project(folder, {**CART, "expires": 1798105600}, settings='[[lifetime]]\ncookie = "cart"\nat_most = "7 days"\n')
    assert "CI305" in {finding["code"] for finding in report_of(run)["findings"]}


@pytest.mark.parametrize("name", ["table", "markdown", "html", "json"])
def test_what_is_ignored_is_in_every_output(folder: Path, run: Run, name: str) -> None:
    entry = '[[ignore]]\nrule = "CI101"\nreason = "goes out in March"\nuntil = 2027-03-31\n'
    project(folder, CART, GA, settings=entry)
    ended = run("audit", *NOW, "--format", name)
    assert ended.code == 0, ended.err
    assert "goes out in March" in ended.out
    assert "1 finding ignored by the settings" in ended.out


def test_a_baseline_is_quiet_twice_and_tells_what_is_new_and_gone(folder: Path, run: Run) -> None:
    project(folder, CART, GA, settings='baseline = "baseline.json"\n')
    first = run("audit", *NOW)
    assert first.code == 3
    assert "Make it with --update-baseline" in first.err
    assert run("audit", *NOW, "--update-baseline").code == 0
    text = (folder / "baseline.json").read_text()
    for _ in range(2):
        ended = run("audit", *NOW)
        assert (ended.code, "gone" in ended.err) == (0, False)
        assert run("audit", *NOW, "--update-baseline").code == 0
        assert (folder / "baseline.json").read_text() == text
    write(folder, state_json=state(CART, GA, {"name": "_fbp", "domain": ".shop.example"}))
    assert run("audit", *NOW).code == 1
    assert run("audit", *NOW, "--max-new", "1").code == 0
    assert report_of(run)["baseline"]["new"] >= 1
    write(folder, state_json=state(CART))
    ended = run("audit", *NOW)
    assert ended.code == 0
    assert "of the baseline" in ended.err
    assert "Run with --update-baseline" in ended.err
    assert report_of(run)["baseline"]["gone"]


def test_a_baseline_is_not_written_where_nothing_could_be_verified(folder: Path, run: Run) -> None:
    project(folder, policy="We ship within three days.")
    ended = run("audit", *NOW, "--baseline", "baseline.json", "--update-baseline")
    assert ended.code == 2
    assert "not written" in ended.err
    assert not (folder / "baseline.json").exists()


def test_a_saved_report_is_a_baseline_and_is_never_written_over(folder: Path, run: Run) -> None:
    project(folder, CART, GA)
    assert run("audit", *NOW, "--format", "json:report.json").code == 1
    assert run("audit", *NOW, "--baseline", "report.json").code == 0
    ended = run("audit", *NOW, "--baseline", "report.json", "--update-baseline")
    assert ended.code == 3
    assert "is not written over" in ended.err


def test_faults_of_settings_are_told_each_and_end_it(folder: Path, run: Run) -> None:
    project(folder, CART, settings='polcy = "x"\n[levels]\nCI303 = "of"\n')
    ended = run("audit", *NOW)
    assert (ended.code, ended.out) == (3, "")
    assert 'line 4: "polcy" is not known. Did you mean "policy"?' in ended.err
    assert "line 6" in ended.err
    assert "2 faults" in ended.err


def test_settings_of_a_folder_above_hold_up_to_the_repositorys_root(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(folder, CART)
    (folder / ".git").mkdir()
    below = folder / "tests" / "deep"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert run("audit", *NOW).code == 0


def test_hostile_settings_reach_no_terminal(folder: Path, run: Run) -> None:
    entry = '[[ignore]]\nrule = "CI101"\nreason = "\\u001b[31m \\u202e red"\n"\\u001b]0;x\\u0007" = 1\n'
    project(folder, CART, GA, settings=entry)
    ended = run("audit", *NOW)
    assert ended.code == 3
    assert not {"\x1b", "\x07", "\u202e"} & set(ended.err)
    project(folder, CART, GA, settings=entry.rsplit("\n", 2)[0] + "\n")
    ended = run("audit", *NOW)
    assert ended.code == 0, ended.err
    assert not {"\x1b", "\u202e"} & set(ended.out + ended.err)


def test_a_saved_baseline_is_for_its_owner_and_plain_json(folder: Path, run: Run) -> None:
    project(folder, CART, GA)
    run("audit", *NOW, "--baseline", "b.json", "--update-baseline")
    document = json.loads((folder / "b.json").read_text())
    assert document["format"] == {"name": "cookie-inspector-baseline", "version": 1}
    assert {"code", "name", "level", "site", "fingerprint"} <= set(document["findings"][0])
    assert "s3cr3t" not in (folder / "b.json").read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "json:state.json"),
        ("--format", "table", "--format", "sarif:policy.md"),
        ("--output", "policy.md"),
        ("--output", "cookie-inspector.toml"),
        ("--baseline", "known.json", "--update-baseline", "--format", "json:known.json"),
        ("--baseline", "state.json", "--update-baseline"),
    ],
)
def test_no_report_takes_the_place_of_what_is_read(folder: Path, run: Run, arguments: tuple[str, ...]) -> None:
    project(folder, CART)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run("audit", *NOW, *arguments).code == 3
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
@pytest.mark.parametrize("option", ["--baseline", "--settings", "--corrections"])
def test_a_pipe_that_nobody_writes_to_keeps_nobody_waiting(folder: Path, run: Run, option: str) -> None:
    project(folder, CART)
    os.mkfifo(folder / "pipe")
    ended = run("audit", *NOW, option, "pipe")
    assert "is a FIFO, not a file" in ended.err
    assert ended.code != 0


@pytest.mark.parametrize("option", ["--cookies", "--store", "--baseline", "--settings", "--corrections"])
def test_an_empty_text_is_not_the_current_folder(folder: Path, run: Run, option: str) -> None:
    project(folder, CART)
    ended = run("audit", *NOW, option, "")
    assert (ended.code, "an empty text names no file" in ended.err) == (3, True)
