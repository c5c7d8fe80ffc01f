# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``scan`` from the outside: what goes where, and with which exit code."""

import csv
import io
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from make import chromium
from make.command import Ended, Run
from make.hostile import HOSTILE, is_safe

from inspector.reports.registry import READINGS

V20 = b"v20" + b"x" * 60


def test_the_table_is_the_default(browsers: Path, run: Run) -> None:
    done = run("scan")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0].split()[:3] == ["Browser", "Host", "Name"]
    assert done.out.splitlines()[-2] == "3 cookies from 2 sites in 2 profiles."
    assert done.out.splitlines()[-1].startswith("Knowledge 20")


def parsed(name: str, text: str) -> list[str]:
    """The names of the cookies in a report, by its own parser."""
    match name:
        case "json":
            return [cookie["name"] for cookie in json.loads(text)["cookies"]]
        case "jsonl":
            return [json.loads(line)["name"] for line in text.splitlines()]
        case "csv":
            return [row["name"] for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)]
    head, *rows = text.split("\n\n")[0].splitlines()
    start = head.index("Name")
    return [row[start:].split()[0] for row in rows]


@pytest.mark.parametrize("name", READINGS)
def test_each_format_parses_back(browsers: Path, run: Run, name: str) -> None:
    done = run("scan", "--format", name)
    assert (done.code, done.err) == (0, "")
    assert parsed(name, done.out) == ["a", "b", "c"]


@pytest.mark.parametrize("name", READINGS)
def test_each_format_into_a_file(browsers: Path, run: Run, name: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    done = run("scan", "--format", name, "--output", target)
    assert (done.code, done.out, done.err) == (0, "", f"3 cookies written to {target}\n")
    assert parsed(name, target.read_bytes().decode()) == ["a", "b", "c"]


def options(done: Ended) -> list[str]:
    return [json.loads(line)["name"] for line in done.out.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--browser", "chrome"], ["a", "b"]),
        (["--browser", "Firefox"], ["c"]),
        (["--browser", "firefox", "--browser", "chrome"], ["a", "b", "c"]),
        (["--profile", "Me"], ["a", "b"]),
        (["--site", "example.com"], ["a", "c"]),
        (["--site", "www.example.com"], ["a", "c"]),
        (["--site", "notexample.com"], ["b"]),
        (["--browser", "chrome", "--site", "example.com"], ["a"]),
    ],
)
def test_what_is_asked_for(browsers: Path, run: Run, arguments: list[str], names: list[str]) -> None:
    done = run("scan", "--format", "jsonl", *arguments)
    assert (done.code, options(done)) == (0, names)


def test_a_store_is_read_instead_of_the_browsers(browsers: Path, run: Run, tmp_path: Path) -> None:
    store = chromium.store(tmp_path / "backup" / "Cookies", chromium.row("z"))
    assert options(run("scan", "--store", store, "--format", "jsonl")) == ["z"]
    both = run("scan", "--store", store, "--browser", "firefox", "--format", "jsonl")
    assert options(both) == ["z", "c"]


def test_values_are_shown_only_by_show_values(browsers: Path, run: Run) -> None:
    for name in READINGS:
        for silent in ((), ("--read-values",)):
            done = run("scan", "--format", name, *silent)
            assert "v4lue" not in done.out + done.err
            assert "f0x" not in done.out + done.err
        shown = run("scan", "--format", name, "--show-values")
        assert "v4lue" in shown.out
        assert "f0x" in shown.out


def test_read_values_says_what_became_of_them(browsers: Path, run: Run) -> None:
    cookies = json.loads(run("scan", "--format", "json", "--read-values").out)["cookies"]
    assert [(cookie["value_state"], cookie["value_length"]) for cookie in cookies] == [
        ("decrypted", 5),
        ("empty", 0),
        ("plaintext", 3),
    ]


def broken(home: Path) -> Path:
    path = home / "broken" / "Cookies"
    path.parent.mkdir()
    path.write_bytes(b"no database at all")
    return path


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["scan"], 0, ""),
        (["scan", "--site", "example.org"], 0, "Note: example.org: no cookie belongs to it"),
        (["scan", "--store", "{good}"], 0, ""),
        (["scan", "--store", "{good}", "--store", "{home}/missing"], 2, "Not read: {home}/missing: does not exist"),
        (["scan", "--store", "{good}", "--store", "{broken}"], 2, "Not read: {broken}"),
        (["scan", "--store", "{locked}"], 0, "Note: {locked}: 1 value locked"),
        (["scan", "--store", "{locked}", "--read-values"], 2, "Partly read: {locked}: 1 value locked"),
        (["scan", "--store", "{locked}", "--read-values", "--site", "example.com"], 0, ""),
        (["scan", "--store", "{broken}"], 3, "Not read: {broken}"),
        (["scan", "--store", "{home}/missing"], 3, "does not exist. Check the path"),
        (["scan", "--browser", "chrme"], 3, 'Did you mean "chrome"?'),
        (["scan", "--profile", "nobody"], 3, "Found here: Me, x.default"),
        (["scan", "--site", "https://example.com/"], 3, 'Did you mean --site "example.com"?'),
        (["scan", "--format", "xml"], 3, "'xml' is not one of"),
        (["scan", "--nothing"], 3, "No such option"),
        (["scan", "missing"], 3, "does not exist"),
        (["scan", "--store", ""], 3, "an empty text names no file"),
        (["scan", "--output", ""], 3, "an empty text names no file"),
        (["scan", "--output", "{home}"], 3, "{home} cannot be written: it is a folder. Name a file in it"),
        (["scna"], 3, 'Did you mean "scan"?'),
        (["browsers"], 0, ""),
        (["browsers", "--format", "csv"], 3, "'csv' is not one of"),
        (["--help"], 0, ""),
        (["--version"], 0, ""),
        (["--nonsense"], 3, "Usage:"),
    ],
)
def test_exit_codes(browsers: Path, run: Run, arguments: list[str], code: int, said: str) -> None:
    places = {
        "home": browsers,
        "good": browsers / ".config" / "google-chrome" / "Default" / "Cookies",
        "broken": broken(browsers),
        "locked": chromium.store(
            browsers / "locked" / "Cookies",
            chromium.row("x", "other.test", encrypted_value=V20),
            chromium.row("y", "example.com", encrypted_value=chromium.encrypt("1", "example.com")),
        ),
    }
    done = run(*(argument.format(**places) for argument in arguments))
    assert done.code == code
    assert said.format(**places) in done.err
    assert bool(done.err) == bool(said)
    assert "Traceback" not in done.err


def test_a_store_that_may_not_be_read_costs_only_itself(
    browsers: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = browsers / ".mozilla"
    good = browsers / ".config" / "google-chrome"
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != closed)  # root may read everything
    done = run("scan", "--store", closed, "--store", good, "--format", "jsonl")
    assert (done.code, options(done)) == (0, ["c", "a", "b"])


def test_a_named_store_needs_no_home(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    store = chromium.store(tmp_path / "Cookies", chromium.row("z"))
    done = run("scan", "--store", store, "--format", "jsonl")
    assert (done.code, options(done)) == (0, ["z"])
    assert run("scan").code == 3


def test_no_browser_is_a_failure_that_says_where_was_looked(home: Path, run: Run) -> None:
    done = run("scan")
    assert (done.code, done.out) == (3, "")
    assert f"\n  {home}/.mozilla/firefox\n" in done.err
    assert "--store PATH" in done.err


def test_json_is_a_document_even_where_nothing_could_be_read(home: Path, run: Run) -> None:
    done = run("scan", "--format", "json")
    assert done.code == 3
    document = json.loads(done.out)
    assert (document["cookies"], document["problems"][0]["code"]) == ([], "no-browser")


def test_an_empty_store_that_was_read_is_an_answer(home: Path, run: Run, tmp_path: Path) -> None:
    done = run("scan", "--store", chromium.store(tmp_path / "Cookies"))
    assert (done.code, done.out, done.err) == (0, "No cookies.\n", "")


def test_problems_are_lines_on_stderr_and_a_list_in_json(browsers: Path, run: Run) -> None:
    path = broken(browsers)
    done = run("scan", "--store", path, "--store", browsers / ".config", "--format", "json")
    problems = json.loads(done.out)["problems"]
    assert [problem["where"] for problem in problems] == [str(path)]
    assert len(done.err.splitlines()) == 1
    assert problems[0]["what"] in done.err


def encodable(text: str) -> bool:
    return text == text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("text", tuple(filter(encodable, HOSTILE.values())))
def test_hostile_names_from_a_store_to_the_terminal(home: Path, run: Run, text: str, tmp_path: Path) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row(text, ".shop.test", path=text))
    for name in READINGS:
        done = run("scan", "--store", store, "--format", name)
        assert done.code == 0
        assert is_safe(done.out + done.err)
    assert json.loads(run("scan", "--store", store, "--format", "jsonl").out)["name"] == text


def test_bytes_that_are_no_text_come_through_every_format(home: Path, run: Run, tmp_path: Path) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row("x"))
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE cookies SET name = CAST(x'61ff1b62' AS TEXT)")
        connection.commit()
    for name in READINGS:
        done = run("scan", "--store", store, "--format", name)
        assert done.code == 0
        assert is_safe(done.out + done.err)
    assert json.loads(run("scan", "--store", store, "--format", "jsonl").out)["name"] == "a\udcff\x1bb"
    assert "a\\xff␛b" in run("scan", "--store", store).out


def test_a_hostile_path_is_harmless_in_messages(home: Path, run: Run) -> None:
    for arguments in (["scan", "--store", "a\x1b[31mb"], ["scan", "--browser", "\x1b]0;x\x07"]):
        done = run(*arguments)
        assert done.code == 3
        assert is_safe(done.err)
