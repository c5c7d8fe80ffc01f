# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``export`` as a researcher calls it: what is told, what is not, what is asked first, and that it can be checked."""

import csv
import dataclasses
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from make import datasets, firefox, visits
from make.command import Run
from make.terminal import PROGRAM, on_a_terminal

from inspector.core.resources import resources_folder
from inspector.datasets.folder import write_dataset

DEMO = resources_folder() / "demo"
AUDIT = ("--site", "larkfield.example", "--policy", DEMO / "policy.md", "--cookies", DEMO / "cookies.json")
ALL = (*AUDIT, "--only-this-site", "--now", "2026-11-25T03:04:05.678901Z")
MARKER = "m4rkerV4lue8c1f93aa0bQZ"
IDENTIFIERS = (
    "7f3a9c5e1b2d4f60",
    "550e8400-e29b-41d4-a716-446655440000",
    "u8841207",
    "Banking",
    "paul",
    MARKER,
    "jane",
    "Jane",
)


def rows(place: Path, table: str) -> list[dict[str, str]]:
    with (place / "data" / f"{table}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def content(place: Path) -> dict[str, bytes]:
    files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def jar(tmp_path: Path) -> Path:
    """A file with identifiers in every place where one can be, and a value that must not get out."""
    day = 86_400
    cookies = [
        {"name": "sess_7f3a9c5e1b2d4f60", "domain": "shop.example", "path": "/user/u8841207/", "value": MARKER},
        {"name": "pref", "domain": "550e8400-e29b-41d4-a716-446655440000.cdn.shop.example", "path": "/", "value": "a"},
        {"name": "other", "domain": ".shop.example", "path": "/", "value": f"{MARKER}@mail.example"},
        {
            "name": "of-jane.doe@mail.example",
            "domain": ".shop.example",
            "path": "/of/Jane%40Mail.example/",
            "value": "b",
        },
        {"name": "line\u2028end\x9b2J\x85", "domain": ".shop.example", "path": "/", "value": "c"},
        {"name": "elsewhere_7f3a9c5e1b2d4f60", "domain": "clinic.example", "path": "/", "value": MARKER},
    ]
    for number, cookie in enumerate(cookies):
        cookie |= {"expires": 1_795_000_000 + 30 * day + number * 12_345, "httpOnly": False, "secure": True}
        cookie["sameSite"] = "Lax"
    path = tmp_path / "paul" / "Banking.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"cookies": cookies, "origins": []}))
    return path


def test_the_same_input_gives_the_same_bytes_and_holds(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        ended = run("export", "--to", tmp_path / name, *ALL)
        assert ended.code == 0, ended.err
    assert content(tmp_path / "a") == content(tmp_path / "b")
    ended = run("export", "--verify", tmp_path / "a")
    assert (ended.code, ended.out.splitlines()[0]) == (0, f"{tmp_path / 'a'}: it holds")


def test_two_exports_of_one_day_are_the_same(run: Run, tmp_path: Path) -> None:
    for name, time in (("a", "2026-11-25T03:04:05Z"), ("b", "2026-11-25T21:00:00.5Z")):
        assert run("export", "--to", tmp_path / name, *AUDIT, "--only-this-site", "--now", time).code == 0
    assert content(tmp_path / "a") == content(tmp_path / "b")


@pytest.mark.parametrize("name", ["dataset", "csv", "jsonl", "parquet", "sqlite"])
def test_every_format_holds(run: Run, tmp_path: Path, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    assert run("export", "--to", tmp_path / "set", "--format", name, *ALL).code == 0
    ended = run("export", "--verify", tmp_path / "set")
    assert ended.code == 0, ended.out
    assert (tmp_path / "set").is_file() == (name == "sqlite")


def test_every_answer_of_the_demonstration_follows_from_what_is_told(run: Run, tmp_path: Path) -> None:
    run("export", "--to", tmp_path / "set", *ALL)
    for table in ("labels", "verdicts", "claims", "findings"):
        assert {row["repeatable"] for row in rows(tmp_path / "set", table)} == {"true"}, table
    assert len(rows(tmp_path / "set", "findings")) == 10
    assert all(row["message"] for row in rows(tmp_path / "set", "findings"))


def test_no_value_and_no_identifier_gets_out(run: Run, tmp_path: Path, jar: Path) -> None:
    policy = tmp_path / "policy.txt"
    policy.write_text("Our cookies hold no personal information. We use cookies to remember your preferences.\n")
    for encoding in ("csv", "jsonl", "sqlite"):
        place = tmp_path / encoding
        ended = run(
            "export",
            "--to",
            place,
            "--format",
            encoding,
            "--site",
            "shop.example",
            "--policy",
            policy,
            "--cookies",
            jar,
        )
        assert ended.code == 0, ended.err
        whole = b"".join(content(place).values())
        for text in (*IDENTIFIERS, "clinic.example", str(tmp_path)):
            assert text.encode() not in whole, (encoding, text)
    cookies = {row["name"]: row for row in rows(tmp_path / "csv", "cookies")}
    assert set(cookies) == {"sess_*", "pref", "other", "*", "line\ufffdend\ufffd2J\ufffd"}
    assert cookies["*"]["path"] == "/of/*/"
    assert cookies["sess_*"]["path"] == "/user/u*/"
    assert cookies["sess_*"]["name_collapsed"] == "true"
    assert cookies["pref"]["host"] == "*.cdn.shop.example"
    assert cookies["other"]["value_has_address"] == "true"
    assert all(row["expires"].endswith("T00:00:00.000000Z") for row in cookies.values())
    assert rows(tmp_path / "csv", "runs")[0]["cookies_aside"] == "1"


def test_a_browsers_profile_is_told_without_its_paths(run: Run, browsers: Path, tmp_path: Path) -> None:
    ended = run("export", "--to", tmp_path / "set", "--site", "example.com", "--no-settings")
    assert ended.code == 0, ended.err
    found = rows(tmp_path / "set", "cookies")
    assert {(row["browser"], row["name"], row["domain"]) for row in found} == {
        ("chrome", "a", "example.com"),
        ("firefox", "c", "example.com"),
    }
    assert {(row["profile"], row["store"], row["value_mark"]) for row in found} == {("", "", "")}
    whole = b"".join(content(tmp_path / "set").values())
    assert all(text not in whole for text in (b"notexample", b"x.default", str(browsers).encode(), b"f0x"))


def test_equal_values_have_equal_marks_only_with_this_computers_key(run: Run, tmp_path: Path, home: Path) -> None:
    jar = tmp_path / "jar.json"
    shared = "f81d4fae7dec11d0a76500a0c91e6bf6"
    names = [("uid", "shop.example", shared), ("tuid", "shop.example", shared), ("other", "shop.example", shared[::-1])]
    cookies = [{"name": name, "domain": host, "path": "/", "value": value} for name, host, value in names]
    jar.write_text(json.dumps({"cookies": cookies, "origins": []}))

    def marks(name: str) -> list[str]:
        assert run("export", "--to", tmp_path / name, "--site", "shop.example", "--cookies", jar).code == 0
        return [row["value_mark"] for row in sorted(rows(tmp_path / name, "cookies"), key=lambda row: row["name"])]

    other, tuid, uid = marks("a")
    assert uid == tuid != other
    assert marks("b") == [other, tuid, uid]
    key = home / ".local" / "share" / "cookie-inspector" / "dataset.key"
    assert key.stat().st_mode & 0o077 == 0
    key.unlink()
    assert uid not in marks("c")
    assert run("export", "--to", tmp_path / "d", "--site", "shop.example", "--cookies", jar, "--values", "nothing")
    assert {row["value_mark"] + row["value_kind"] for row in rows(tmp_path / "d", "cookies")} == {""}


def test_a_key_that_is_none_is_told_and_kept(run: Run, tmp_path: Path, home: Path) -> None:
    key = home / ".local" / "share" / "cookie-inspector" / "dataset.key"
    key.parent.mkdir(parents=True)
    key.write_bytes(b"short")
    ended = run("export", "--to", tmp_path / "set", *ALL)
    assert (ended.code, key.read_bytes()) == (3, b"short")
    assert "is no key" in ended.err
    assert not (tmp_path / "set").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say where the dataset goes"),
        (("--to", "x"), "Say which site"),
        (("--to", "x", "--all-sites", "--cookies", DEMO / "cookies.json"), "must be confirmed"),
        (("--to", "x", *AUDIT, "--full-detail"), "must be confirmed"),
        (("--to", "x", *AUDIT, "--show-values", "--yes"), "Are you sure?"),
        (("--to", "x", *AUDIT, "--all-sites", "--yes"), "contradict each other"),
        (("--to", "x", "--all-sites", "--yes", "--policy", DEMO / "policy.md"), "A policy is one site's"),
        (("--to", "x", *AUDIT, "--show-values", "--values", "nothing"), "contradict each other"),
        (("--to", "no/such/x", *AUDIT), "there is no folder"),
        (("--to", "x", "--verify", "y"), "give one of them"),
        (("--verify", "y"), "is not there"),
        (("--to", "x", "--site", "shop.example", "--cookies", "none.json"), "no cookies could be read"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[Any, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = run("export", *arguments)
    assert ended.code == 3
    assert said in ended.err
    assert not (tmp_path / "x").exists()


def test_values_are_asked_about_twice(run: Run, tmp_path: Path, jar: Path, home: Path) -> None:
    asked = ("export", "--site", "shop.example", "--cookies", str(jar), "--show-values")
    code, shown = on_a_terminal(home, b"y\nn\n", *asked, "--to", str(tmp_path / "no"))
    assert code == 3, shown
    assert shown.count("[y/N]") == 2
    assert not (tmp_path / "no").exists()
    code, shown = on_a_terminal(home, b"y\ny\n", *asked, "--to", str(tmp_path / "yes"))
    assert code == 0, shown
    assert MARKER in {row["value"] for row in rows(tmp_path / "yes", "cookies")}
    assert rows(tmp_path / "yes", "runs")[0]["values_told"] == "value"


def test_full_detail_tells_moments_names_and_files(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "profile"
    firefox.store(place, firefox.row("sess_7f3a9c5e1b2d4f60", "www.shop.example", value=MARKER))
    asked = ("--site", "shop.example", "--store", place / "cookies.sqlite")
    assert run("export", "--to", tmp_path / "set", *asked, "--full-detail", "--yes").code == 0
    (row,) = rows(tmp_path / "set", "cookies")
    assert row["name"] == "sess_7f3a9c5e1b2d4f60"
    assert row["store"].endswith("cookies.sqlite")
    assert not row["created"].endswith("T00:00:00.000000Z")
    assert MARKER.encode() not in b"".join(content(tmp_path / "set").values())
    assert run("export", "--verify", tmp_path / "set").code == 0


def test_what_was_changed_is_found(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "set"
    run("export", "--to", place, *ALL)
    labels = place / "data" / "labels.csv"
    labels.write_text(labels.read_text().replace(",advertising,marketing,", ",cart,necessary,", 1))
    (place / "more.txt").write_text("x")
    ended = run("export", "--verify", place)
    assert ended.code == 1
    assert "hash: data/labels.csv was changed" in ended.out
    assert "hash: more.txt is not listed in SHA256SUMS" in ended.out
    assert "purpose cart then, advertising now (same knowledge and rules: the dataset was changed" in ended.out


def test_an_older_knowledge_is_named_as_the_reason(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "set.sqlite"
    run("export", "--to", place, *ALL)
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(place)) as database:
        database.execute("UPDATE runs SET knowledge = '2020.1', rules = 'abc'")
        database.execute("UPDATE labels SET purpose = 'cart' WHERE vendor = 'facebook'")
        database.commit()
    ended = run("export", "--verify", place)
    assert ended.code == 1
    assert "knowledge 2020.1 then, " in ended.out
    assert "rules abc then, " in ended.out


def test_what_could_not_be_asked_again_is_counted_with_the_reason(run: Run, jar: Path, tmp_path: Path) -> None:
    place = tmp_path / "set"
    shop = tmp_path / "policy.md"
    shop.write_text("We use only strictly necessary cookies. They are deleted after 1 day.\n")
    run("export", "--to", place, "--site", "shop.example", "--cookies", jar, "--policy", shop, "--only-this-site")
    repeats = [row["repeatable"] for row in rows(place, "labels")]
    ended = run("export", "--verify", place)
    left = repeats.count("false")
    answers = sum(
        1
        for table in ("labels", "verdicts", "claims", "findings")
        for row in rows(place, table)
        if row["verdict" if table == "claims" else "repeatable"]
    )
    assert (ended.code, bool(left)) == (0, True)
    assert ended.out.splitlines()[0].endswith(f"of {answers} answers could not be asked again")
    assert (
        f"labels: {repeats.count('true')} asked again, 0 of them differ; {left} could not be asked again" in ended.out
    )
    assert "because identifiers were taken out of the cookie's name" in ended.out


def cleared(place: Path, table: str, column: str, to: str) -> None:
    """Write a column anew in every row, and the hashes with it."""
    held = rows(place, table)
    with (place / "data" / f"{table}.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(held[0]))
        writer.writeheader()
        writer.writerows(row | {column: to} for row in held)
    summed(place)


@pytest.mark.parametrize(
    ("to", "why"), [("", "was not tried when it was made"), ("false", "is told reduced, or not at all")]
)
def test_a_dataset_whose_answers_nobody_is_to_ask_again_does_not_look_whole(
    run: Run, tmp_path: Path, to: str, why: str
) -> None:
    place = tmp_path / "set"
    run("export", "--to", place, *ALL)
    cleared(place, "labels", "repeatable", to)
    ended = run("export", "--verify", place)
    assert "nothing differs, but 7 of " in ended.out.splitlines()[0]
    assert "labels: 0 asked again, 0 of them differ; 7 could not be asked again" in ended.out
    assert why in ended.out


@pytest.mark.parametrize(("table", "told"), [("labels", "label: "), ("verdicts", "verdict: ")])
def test_an_answer_that_was_taken_out_is_found(run: Run, tmp_path: Path, table: str, told: str) -> None:
    place = tmp_path / "set"
    run("export", "--to", place, *ALL)
    path = place / "data" / f"{table}.csv"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    summed(place)
    ended = run("export", "--verify", place)
    assert ended.code == 1
    assert any(line.strip().startswith(told) and "the dataset states none" in line for line in ended.out.splitlines())


def summed(place: Path) -> None:
    """Write the hashes anew, as somebody does who changes a dataset and wants it to look whole."""
    names = sorted(name for name in content(place) if name != "SHA256SUMS")
    lines = (f"{hashlib.sha256((place / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (place / "SHA256SUMS").write_text("".join(lines))


def test_of_a_study_it_is_said_that_nothing_was_asked_again(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "set"
    write_dataset(dataclasses.replace(datasets.demo_dataset(), provenance={"study": {"rows": 1}}), place, "csv")
    ended = run("export", "--verify", place)
    assert ended.code == 0, ended.out
    assert ended.out.splitlines()[0].endswith(": its hashes, keys and words hold")
    assert "answers were not asked again" in ended.out


def test_a_provenance_that_was_emptied_does_not_hold(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "set"
    run("export", "--to", place, *ALL)
    (place / "PROVENANCE.json").write_text("{}")
    summed(place)
    ended = run("export", "--verify", place)
    assert ended.code == 1
    assert "PROVENANCE.json does not say how was judged" in ended.out


def test_a_policy_that_was_changed_does_not_hold(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "set"
    run("export", "--to", place, *ALL)
    quote = rows(place, "claims")[0]["quote"]
    policy = next((place / "policies").iterdir())
    held = json.loads(policy.read_text())
    assert quote in held["document"]["text"]
    held["document"]["text"] = held["document"]["text"].replace(quote, "x" * len(quote))
    policy.write_text(json.dumps(held))
    summed(place)
    ended = run("export", "--verify", place)
    assert ended.code == 1
    assert "quote: " in ended.out
    assert "the policy does not say this at that place" in ended.out


@pytest.mark.parametrize("file", ["PROVENANCE.json", "data/cookies.csv", "data/runs.csv", "datapackage.json"])
def test_a_broken_dataset_is_told_without_a_traceback(run: Run, tmp_path: Path, file: str) -> None:
    place = tmp_path / "set"
    run("export", "--to", place, *ALL)
    path = place / file
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    ended = run("export", "--verify", place)
    assert ended.code == 1
    assert f"hash: {file} was changed" in ended.out
    assert "content: " in ended.out
    assert "fault of the program" not in ended.err


def test_a_dataset_is_not_written_over_what_is_read(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "set"
    assert run("export", "--to", place, *ALL).code == 0
    shutil.copy(DEMO / "cookies.json", place / "cookies.json")
    ended = run("export", "--to", place, "--replace", "--site", "a.example", "--cookies", place / "cookies.json")
    assert ended.code == 3
    assert "would be lost" in ended.err


# Python checks no short write of its bytecode: a limit must not leave cut-off files for the tests that follow.
NO_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "1"}
LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); import signal; \
signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from inspector.cli.main import run; run()"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
@pytest.mark.parametrize("encoding", ["csv", "sqlite", "parquet"])
def test_where_no_more_can_be_written_nothing_is_left(tmp_path: Path, home: Path, encoding: str) -> None:
    if encoding == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    command = [sys.executable, "-c", LIMITED.format(size=3000), *PROGRAM[3:], "export", "--format", encoding]
    ended = subprocess.run(
        [*command, "--to", str(tmp_path / "set"), *map(str, ALL)],
        capture_output=True,
        text=True,
        env={**os.environ, **NO_BYTECODE, "HOME": str(home)},
    )
    assert ended.returncode == 3, ended.stderr
    assert "cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_parquet_without_pyarrow_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ended = run("export", "--to", tmp_path / "set", "--format", "parquet", *ALL)
    assert ended.code == 3
    assert "pip install 'cookie-inspector[research]'" in ended.err


def test_a_recorded_visit_is_told_with_who_was_asked_and_what_wrote(run: Run, tmp_path: Path) -> None:
    visit, place = visits.both_modes(tmp_path / "visit"), tmp_path / "set"
    given = ("--site", "shop.test", "--policy", DEMO / "policy.md", "--cookies", visit)
    assert run("export", "--to", place, *given, "--now", "2026-11-25T00:00:00Z").code == 0
    assert [(row["mode"], row["outcome"]) for row in rows(place, "visits")] == [
        ("default", "complete"),
        ("allowed", "complete"),
    ]
    asked = {(row["visit_id"], row["host"], row["third_party"]) for row in rows(place, "requests")}
    assert {("1-default", "shop.test", "false"), ("1-default", "ad.doubleclick.net", "true")} <= asked
    assert {"set", "held"} <= {row["deed"] for row in rows(place, "writes")}
    said = run("export", "--verify", place)
    assert said.code == 0
    assert "nothing differs" in said.out
    claims = len(rows(place, "claims"))
    assert claims > 20
    assert f"claims: {claims} asked again, 0 of them differ" in said.out
