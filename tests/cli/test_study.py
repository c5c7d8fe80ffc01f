# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``study`` on the command line: what is said, which exit code, and that nothing is written over."""

import os
from pathlib import Path

import pytest
from make.command import Run
from make.studies import ANALYTICS, NOW, crawl, jar, listing, policy

ROW = ("shop.example", "policy.md", "jar.json")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with a policy and a jar."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "policy.md").write_text(policy(ANALYTICS), encoding="utf-8")
    (folder / "jar.json").write_text(jar(("_ga", ".shop.example", 365)), encoding="utf-8")
    return folder


def test_all_rows_judged_is_0_and_the_result_is_named(run: Run, shop: Path) -> None:
    ended = run("study", listing(shop, [ROW]), "--out", shop / "out", "--now", NOW, "--workers", "1")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"1 row: 1 judged.\nThe result is in {shop / 'out'}: begin with STUDY.md.\n"
    assert not (shop / "out.unfinished").exists()


def test_a_row_that_cannot_be_read_is_2_and_told_with_its_line(run: Run, shop: Path) -> None:
    rows = [ROW, ("other.example", "missing.md", "jar.json")]
    ended = run("study", listing(shop, rows), "--out", shop / "out", "--now", NOW, "--workers", "1")
    assert ended.code == 2
    assert "Not read: row 2 (line 3), other.example: the policy cannot be read: no such file" in ended.err
    assert "2 rows: 1 judged, 1 failed." in ended.out


def test_nothing_readable_is_3_and_still_a_result(run: Run, shop: Path) -> None:
    ended = run("study", listing(shop, [("other.example", "missing.md", "jar.json")]), "--out", shop / "out")
    assert ended.code == 3
    assert (shop / "out" / "STUDY.md").is_file()


@pytest.mark.parametrize(
    ("cookies", "visit", "why"),
    [
        ("crawl.sqlite", "99", 'the crawl has no visit "99"'),
        ("jar.json", "7", "it names a visit, and none of its cookies are a crawl's database"),
        ("policy.md", "", "no cookies could be read"),
    ],
)
def test_cookies_that_are_not_what_the_row_says(run: Run, shop: Path, cookies: str, visit: str, why: str) -> None:
    crawl(shop / "crawl.sqlite")
    rows = [("site7.example", "policy.md", cookies, visit)]
    ended = run("study", listing(shop, rows), "--out", shop / "out", "--now", NOW, "--workers", "1")
    assert ended.code == 3
    assert why in ended.err


def test_what_is_at_the_place_is_never_written_over(run: Run, shop: Path) -> None:
    for place, why in ((shop, "something else is there"), (shop / "policy.md", "something else is there")):
        ended = run("study", listing(shop, [ROW]), "--out", place)
        assert (ended.code, why in ended.err) == (3, True)
    first = run("study", listing(shop, [ROW]), "--out", shop / "out", "--now", NOW, "--workers", "1")
    again = run("study", listing(shop, [ROW]), "--out", shop / "out", "--now", NOW, "--workers", "1")
    assert (first.code, again.code, "there is a dataset" in again.err) == (0, 3, True)
    assert not (shop / "out.unfinished").exists()


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(run: Run, shop: Path) -> None:
    ended = run("study", listing(shop, [ROW]), "--out", shop / "no" / "out")
    assert (ended.code, "there is no folder" in ended.err) == (3, True)


def test_a_folder_that_may_not_be_written_to_is_told(run: Run, shop: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    if os.access(closed, os.W_OK):
        pytest.skip("this user may write anywhere")
    ended = run("study", listing(shop, [ROW]), "--out", closed / "out")
    assert (ended.code, "may not be written to" in ended.err) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing option '--out'"),
        (("--out", "out", "--workers", "0"), "--workers"),
        (("--out", "out", "--now", "yesterday"), "is not a time"),
        (("--out", "out", "--level", "CI101"), "is not CODE=LEVEL"),
        (("--out", "out", "--corrections", "none.toml"), "none.toml cannot be read: no such file"),
    ],
)
def test_a_slip_is_told_and_nothing_is_begun(
    run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(shop)
    ended = run("study", listing(shop, [ROW]), *arguments)
    assert (ended.code, said in ended.err) == (3, True)
    assert sorted(path.name for path in shop.iterdir()) == ["jar.json", "list.csv", "policy.md"]


def test_a_rule_that_is_off_is_not_measured(run: Run, shop: Path) -> None:
    words = ("--out", shop / "out", "--now", NOW, "--workers", "1", "--level", "CI101=off")
    assert run("study", listing(shop, [ROW]), *words).code == 0
    assert "undeclared,false,0,0,0,it is turned off" in (shop / "out" / "tables" / "by_site.csv").read_text()


def test_columns_that_mean_nothing_are_told(run: Run, shop: Path) -> None:
    path = shop / "list.csv"
    path.write_text("site,policy,cookies,rank\nshop.example,policy.md,jar.json,1\n")
    ended = run("study", path, "--out", shop / "out", "--now", NOW, "--workers", "1")
    assert (ended.code, 'these columns mean nothing here: "rank"' in ended.err) == (0, True)


def test_without_a_terminal_a_line_tells_the_progress_once_in_a_while(
    run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector.cli.study._EVERY_S", 0)
    ended = run("study", listing(shop, [ROW, ROW]), "--out", shop / "out", "--now", NOW, "--workers", "1")
    lines = ["1 of 2 rows, time left not known yet", "2 of 2 rows (1 done before), time left not known yet"]
    assert (ended.code, ended.err.splitlines()) == (0, lines)
