# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The bundled tables keep the schema: every entry of every file, and between the entries."""

import tomllib
from pathlib import Path

import pytest

from inspector.core.label import Purpose, Subtype
from inspector.core.resources import resources_folder
from inspector.knowledge.compile import compile_tables, main
from inspector.knowledge.loader import COMPILED, load
from inspector.knowledge.patterns import find_fault
from inspector.knowledge.records import Match, Sure
from inspector.knowledge.tables import read_tables

FOLDER = resources_folder() / "knowledge"


@pytest.fixture(scope="module")
def tables() -> tuple[dict[str, object], list[str]]:
    return read_tables(FOLDER)


def test_no_entry_has_a_fault(tables: tuple[dict[str, object], list[str]]) -> None:
    assert tables[1] == []


def test_the_compiled_tables_are_fresh(tables: tuple[dict[str, object], list[str]]) -> None:
    compiled = (FOLDER / COMPILED).read_text(encoding="utf-8")
    assert compile_tables(tables[0]) == compiled, "run python -m inspector.knowledge.compile"


def test_every_cookie_states_its_source_and_how_sure_it_is() -> None:
    for cookie in load().cookies:
        assert len(cookie.source) > 10, cookie
        assert cookie.sure in set(Sure) - {Sure.USER, Sure.PACK}
        assert cookie.purpose is not Purpose.UNKNOWN
        assert cookie.origin == "bundled"


def test_unsourced_facts_do_not_ship() -> None:
    words = {word for cookie in load().cookies for word in cookie.source.lower().split()}
    assert words.isdisjoint({"unverified", "unsourced"})
    assert not [cookie for cookie in load().cookies if "not opened" in cookie.source.lower()]


def test_facts_of_the_dev_files_are_kept_in_one_file_and_can_be_left_out() -> None:
    files = {
        path.name
        for path in (FOLDER / "cookies").glob("*.toml")
        for source in tomllib.loads(path.read_text(encoding="utf-8"))["sources"].values()
        if source["sure"] == "dev-set"
    }
    assert files == {"dev-set.toml"}
    everything, without = load(), load(without_dev=True)
    assert all(cookie.sure is not Sure.DEV_SET for cookie in without.cookies)
    assert len(without.cookies) == sum(cookie.sure is not Sure.DEV_SET for cookie in everything.cookies)


def test_every_pattern_is_of_the_small_language() -> None:
    patterns = [cookie.name for cookie in load().cookies if cookie.match is Match.PATTERN]
    assert len(patterns) > 10
    assert [fault for pattern in patterns if (fault := find_fault(pattern))] == []


def test_subtypes_go_with_their_purpose() -> None:
    home = {
        Subtype.NONE: set(Purpose),
        Subtype.GOOGLE_DART: {Purpose.ADVERTISING},
        Subtype.AFFILIATE: {Purpose.ADVERTISING},
        Subtype.ID_SYNC: {Purpose.ADVERTISING},
        Subtype.AB_TESTING: {Purpose.ANALYTICS},
        Subtype.MEDIA: {Purpose.FUNCTIONAL},
    }
    assert [cookie for cookie in load().cookies if cookie.purpose not in home[cookie.subtype]] == []


def test_what_opts_out_or_asks_for_consent_carries_no_advertising_subtype() -> None:
    for cookie in load().cookies:
        if cookie.purpose in (Purpose.OPT_OUT, Purpose.CONSENT):
            assert cookie.subtype is Subtype.NONE, cookie


def test_all_files_begin_with_their_licence() -> None:
    for path in FOLDER.rglob("*.toml"):
        assert path.read_text(encoding="utf-8").startswith("# SPDX-FileCopyrightText: "), path


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{ name = "x", days = -1 }', "days is not between"),
        ('{ name = "x", colour = "red" }', "unknown key 'colour'"),
        ('{ name = "x", prefix = "xy" }', "needs one of name, prefix, pattern"),
        ('{ pattern = "(a+)+b" }', "repeats a group"),
        ('{ name = "x", purpose = "tracking" }', "purpose is none of"),
        ('{ name = "x", domain = "not a domain" }', "domain is not a domain"),
        ('{ name = "x", vendor = "nobody-knows" }', "'nobody-knows' is in no table"),
        ('{ name = "x", source = "gone" }', "none of the file's sources"),
        ('{ name = "x", days = 3, life = "session" }', "cannot live for days"),
        ('{ name = "twice" }, { name = "twice" }', "is there 2 times"),
    ],
)
def test_a_faulty_entry_is_told_and_nothing_is_compiled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, fault: str
) -> None:
    folder = _made(tmp_path, line)
    assert main(["--folder", str(folder)]) == 1
    assert fault in capsys.readouterr().err
    assert not (folder / COMPILED).exists()


def test_sound_tables_are_compiled_and_then_fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _made(tmp_path, '{ name = "x", days = 1.5, id = true }')
    assert main(["--folder", str(folder), "--check"]) == 1
    assert "stale" in capsys.readouterr().err
    assert main(["--folder", str(folder)]) == 0
    assert main(["--folder", str(folder), "--check"]) == 0
    found = load(tmp_path).find("x", "any.example")
    assert [(cookie.lifetime_days, cookie.session, cookie.identifier) for cookie in found] == [(1.5, False, True)]


def _made(root: Path, line: str) -> Path:
    folder = root / "knowledge"
    (folder / "cookies").mkdir(parents=True)
    (folder / "vendors").mkdir()
    (folder / "knowledge.toml").write_text((FOLDER / "knowledge.toml").read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("links.toml", "platforms.toml"):
        (folder / name).write_text("", encoding="utf-8")
    text = f"""
[sources.made]
text = "made for this test"
sure = "source-read"

[[group]]
purpose = "analytics"
source = "made"
cookies = [ {line} ]
"""
    (folder / "cookies" / "made.toml").write_text(text, encoding="utf-8")
    return folder
