# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``history``, ``scan --remember`` and ``audit --remember`` from the outside."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from make import chromium
from make.command import Ended, Run
from make.hostile import HOSTILE, is_safe
from make.terminal import on_a_terminal

from inspector.reports.history_registry import EXPORTS, HISTORY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the places are told by XDG variables here")
T1, T2 = "2026-11-24T12:00:00Z", "2026-11-25T12:00:00Z"


@pytest.fixture(autouse=True)
def _own_places(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))


@pytest.fixture
def folder(home: Path) -> Path:
    return home / "data" / "cookie-inspector" / "history"


def hold(home: Path, *names: str, value: str = "v", **facts: object) -> None:
    """Let Chrome hold these cookies."""
    store = home / ".config" / "google-chrome" / "Default" / "Cookies"
    store.unlink(missing_ok=True)
    opened = {"encrypted_value": chromium.encrypt(value, ".shop.test")} if value else {}
    chromium.store(store, *(chromium.row(name, ".shop.test", **opened, **facts) for name in names))


def remembered(run: Run, at: str = T1, *more: str) -> Ended:
    done = run("scan", "--remember", "--now", at, *more)
    assert done.code == 0, done.err
    return done


def test_nothing_is_kept_without_a_yes(home: Path, run: Run, folder: Path) -> None:
    hold(home, "a")
    assert run("scan").code == 0
    assert not (home / "data").exists()
    done = run("history", "list")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Nothing is remembered.")
    assert run("history", "show").code == 3
    assert "off (you were not asked yet)" in run("history", "status").out
    assert not (home / "data").exists()


def test_remember_is_a_yes_for_this_scan_only(home: Path, run: Run, folder: Path) -> None:
    hold(home, "a", "b")
    done = remembered(run)
    assert "Remembered as snapshot 1: 2 cookies, no values." in done.err
    assert "[y/N]" not in done.err
    run("scan")
    listed = run("history", "list", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in listed] == [1]


def test_on_keeps_each_scan_of_browsers_and_off_ends_it(home: Path, run: Run) -> None:
    hold(home, "a")
    assert "for 30 days" in run("history", "on", "--days", "30").out
    assert "Remembered as snapshot 1" in run("scan").err
    assert "Remembered" not in run("scan", "--site", "shop.test").err
    assert "Remembered" not in run("scan", "--store", home / ".config" / "google-chrome").err
    assert "Remembered" not in run("scan", "--no-remember").err
    assert "Remembered as snapshot 2" in run("scan", "--store", home / ".config" / "google-chrome", "--remember").err
    status = run("history", "status").out
    assert "Remembering: on" in status
    assert "Snapshots: 2" in status
    assert "Still kept: 2 snapshots." in run("history", "off").out
    assert "Remembered" not in run("scan").err
    assert "Remembering: off\n" in run("history", "status").out


def test_diff_against_now(home: Path, run: Run) -> None:
    hold(home, "stays", "goes")
    remembered(run)
    same = run("history", "diff")
    assert same.code == 0
    assert "0 new, 0 gone, 0 changed; 2 cookies the same." in same.out
    hold(home, "stays", "comes", is_httponly=1)
    done = run("history", "diff")
    assert done.code == 1
    words = [line.split()[0] for line in done.out.splitlines() if ".shop.test" in line]
    assert sorted(words) == ["changed", "gone", "new"]
    assert "HttpOnly yes, was no" in done.out
    assert "Whether the value changed cannot be told of 1 cookie" in done.out


def test_diff_by_values(home: Path, run: Run) -> None:
    hold(home, "a", value="one")
    remembered(run, T1, "--read-values")
    hold(home, "a", value="two")
    done = run("history", "diff", "--read-values", "--format", "json")
    content = json.loads(done.out)
    assert done.code == 1
    assert [held["aspects"] for held in content["differences"]] == [["value"]]
    assert content["comparison"]["values_unknown"] == 0
    assert not {"one", "two"} & set(done.out.split('"'))


def test_diff_of_two_in_either_order(home: Path, run: Run) -> None:
    hold(home, "a")
    remembered(run, T1)
    hold(home, "b")
    remembered(run, T2)
    one, other = run("history", "diff", "1", "2", "--now", T2), run("history", "diff", "last", "last-1", "--now", T2)
    assert one == other
    assert (one.code, one.err) == (1, "")


def test_diff_of_what_could_not_be_read_is_no_difference(home: Path, run: Run) -> None:
    hold(home, "a")
    remembered(run)
    (home / ".config" / "google-chrome" / "Default" / "Cookies").write_bytes(b"ruined")
    done = run("history", "diff")
    assert done.code == 2
    assert "Nothing could be compared." in done.out
    assert "it could not be read afterwards" in done.out
    assert "gone" not in done.out.replace("0 gone", "")


def parsed(name: str, text: str) -> list[dict[str, object]]:
    match name:
        case "json":
            content = json.loads(text)
            return list(next(content[key] for key in ("cookies", "differences", "snapshots") if key in content))
        case "jsonl":
            return [json.loads(line) for line in text.splitlines()]
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("name", [name for name in HISTORY if name != "table"])
def test_each_format_parses_back(home: Path, run: Run, name: str, tmp_path: Path) -> None:
    hold(home, "a", "b")
    remembered(run)
    hold(home, "a", "c")
    listed = parsed(name, run("history", "list", "--format", name).out)
    assert [str(held["id"]) for held in listed] == ["1"]
    assert [held["name"] for held in parsed(name, run("history", "show", "--format", name).out)] == ["a", "b"]
    assert [held["kind"] for held in parsed(name, run("history", "diff", "--format", name).out)] == ["gone", "new"]
    target = tmp_path / "out"
    assert run("history", "show", "1", "--format", name, "--output", target).out == ""
    assert [held["name"] for held in parsed(name, target.read_bytes().decode())] == ["a", "b"]


@pytest.mark.parametrize("name", HISTORY)
def test_hostile_names_move_no_cursor(home: Path, run: Run, name: str) -> None:
    hold(home, *(text for text in HOSTILE.values() if text.isprintable() or text.isascii()))
    remembered(run)
    hold(home, "other")
    for arguments in (("show",), ("diff",), ("list",)):
        done = run("history", *arguments, "--format", name)
        assert done.code in (0, 1)
        assert is_safe(done.out)
        assert is_safe(done.err)


def test_the_same_history_gives_the_same_bytes(home: Path, run: Run) -> None:
    hold(home, "a", "b")
    remembered(run)
    remembered(run, T2)
    for arguments in (("list",), ("show", "1"), ("diff", "1", "2")):
        assert run("history", *arguments, "--now", T2) == run("history", *arguments, "--now", T2)


def test_show_of_one_site(home: Path, run: Run) -> None:
    hold(home, "a")
    remembered(run)
    assert parsed("jsonl", run("history", "show", "--site", "other.test", "--format", "jsonl").out) == []
    assert run("history", "show", "--site", "a b").code == 3


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_tells_neither_profile_nor_path_nor_hour(home: Path, run: Run, name: str) -> None:
    hold(home, "_ga_G7K2XQ1B3A")
    remembered(run, T1, "--read-values")
    done = run("history", "export", "--site", "shop.test", "--format", name)
    assert done.code == 0
    assert "_ga_*" in done.out
    assert "G7K2XQ1B3A" not in done.out
    assert "Default" not in done.out
    assert str(home) not in done.out
    assert "T12:00" not in done.out
    assert 'mark"' not in done.out
    full = run("history", "export", "--site", "shop.test", "--format", name, "--full")
    assert str(home) in full.out
    assert "names of profiles" in full.err


def test_an_export_of_every_site_is_confirmed(home: Path, run: Run) -> None:
    hold(home, "a")
    remembered(run)
    remembered(run, T2)
    assert run("history", "export").code == 3
    assert run("history", "export", "--all", "--site", "shop.test").code == 3
    refused = run("history", "export", "--all")
    assert (refused.code, refused.out) == (3, "")
    assert "give --yes" in refused.err
    assert len(run("history", "export", "--all", "--yes").out.splitlines()) == 2
    assert len(run("history", "export", "2", "--all", "--yes").out.splitlines()) == 1


def test_forgetting(home: Path, run: Run, folder: Path) -> None:
    hold(home, "a")
    for at in (T1, T2, "2026-11-26T12:00:00Z"):
        remembered(run, at)
    assert run("history", "forget", "--site", "shop.test").code == 3  # nobody can be asked
    assert run("history", "forget", "--snapshot", "2", "--yes").out == "Forgotten: 1 snapshot.\n"
    assert run("history", "forget", "--before", T2, "--yes").out == "Forgotten: 1 snapshot.\n"
    assert run("history", "forget", "--site", "shop.test", "--yes").out == "Forgotten: 1 cookie in 1 snapshot.\n"
    assert b"shop.test" not in (folder / "history.sqlite").read_bytes()
    done = run("history", "forget", "--all", "--yes")
    assert (done.code, folder.exists()) == (0, False)
    assert "history.sqlite" in done.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("forget",),
        ("forget", "--all", "--before", T1),
        ("forget", "--before", "yesterday", "--yes"),
        ("forget", "--snapshot", "9", "--yes"),
        ("forget", "--site", "a b", "--yes"),
        ("show", "9"),
        ("show", "last-7"),
        ("diff", "1", "x"),
        ("diff", "--now", "soon"),
        ("list", "--now", "9999-12-31T23:59:59-23:59"),
        ("on", "--days", "0"),
        ("nothing",),
    ],
)
def test_wrong_usage_is_3_and_a_sentence(home: Path, run: Run, arguments: tuple[str, ...]) -> None:
    hold(home, "a")
    remembered(run)
    done = run("history", *arguments)
    assert done.code == 3
    assert "Error: " in done.err
    assert "Traceback" not in done.err


def test_a_snapshot_that_missed_something_is_2(home: Path, run: Run) -> None:
    hold(home, "a")
    other = home / ".config" / "chromium" / "Default"
    other.mkdir(parents=True)
    (other / "Cookies").write_bytes(b"ruined")
    assert run("scan", "--remember").code == 2
    assert "1 store not read" in run("history", "list").out
    assert run("history", "show").code == 2


def test_what_is_too_old_goes_and_is_said(home: Path, run: Run) -> None:
    hold(home, "a")
    remembered(run, "2020-01-01T00:00:00Z")
    assert "Id" in run("history", "list", "--now", "2020-01-02T00:00:00Z").out
    done = run("history", "list")
    assert "Too old, and forgotten now: 1 snapshot." in done.err
    assert done.out.startswith("Nothing is remembered.")


def test_a_history_that_cannot_be_written_costs_no_scan(home: Path, run: Run, folder: Path) -> None:
    hold(home, "a")
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    done = run("scan", "--remember")
    assert done.code == 2
    assert "1 cookie from 1 site" in done.out
    assert "the scan was not remembered" in done.err
    run("history", "on")
    assert run("scan").code == 0  # nobody asked for this one by name
    assert run("history", "list").code == 3


def test_audit_remembers_what_it_scanned(home: Path, run: Run, tmp_path: Path) -> None:
    hold(home, "a")
    policy = tmp_path / "policy.txt"
    policy.write_text("We use no cookies at all. We do not use cookies.")
    done = run("audit", "shop.test", "--policy", policy, "--remember", "--now", T1)
    assert "Remembered as snapshot 1: 1 cookie, no values." in done.err
    (listed,) = parsed("json", run("history", "list", "--format", "json", "--now", T1).out)
    assert listed["taken"] == "2026-11-24T12:00:00.000000Z"
    assert run("audit", "shop.test", "--policy", policy, "--no-remember", "--now", T1).code == done.code
    refused = run("audit", "shop.test", "--policy", policy, "--remember", "--cookies", policy)
    assert refused.code == 3
    assert "none is looked at" in refused.err


def test_an_audit_without_a_policy_has_nothing_to_remember(home: Path, run: Run, tmp_path: Path) -> None:
    hold(home, "a")
    done = run("audit", "shop.test", "--policy", tmp_path / "none.txt", "--remember")
    assert "Nothing was remembered" in done.err
    assert done.code == 3


@pytest.mark.parametrize(("answer", "said"), [(b"y\n", "Remembering: on"), (b"n\n", "Remembering: off\n")])
def test_it_is_asked_once_on_a_terminal(home: Path, run: Run, answer: bytes, said: str) -> None:
    hold(home, "a")
    code, shown = on_a_terminal(home, answer, "scan", "--remember", XDG_DATA_HOME=str(home / "data"))
    assert code == 0
    assert "to check an opt-out later?" in shown
    assert "Remembered as snapshot 1" in shown
    assert said in run("history", "status").out
    code, shown = on_a_terminal(home, answer, "scan", "--remember", XDG_DATA_HOME=str(home / "data"))
    assert (code, "[y/N]" in shown) == (0, False)


def test_forgetting_asks_on_a_terminal(home: Path, run: Run, folder: Path) -> None:
    hold(home, "a")
    remembered(run)
    code, shown = on_a_terminal(home, b"n\n", "history", "forget", "--all", XDG_DATA_HOME=str(home / "data"))
    assert (code, "Nothing was done" in shown) == (3, True)
    code, shown = on_a_terminal(home, b"\x04", "history", "forget", "--all", XDG_DATA_HOME=str(home / "data"))
    assert code == 130
    assert folder.exists()
    code, shown = on_a_terminal(home, b"y\n", "history", "forget", "--all", XDG_DATA_HOME=str(home / "data"))
    assert (code, folder.exists()) == (0, False)
