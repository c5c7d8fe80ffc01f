# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Lists are added whole or not at all, taken away, and read beside the program's tables."""

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from make import packs as made

from inspector.core.label import Purpose
from inspector.core.problem import InspectorError
from inspector.knowledge.disputes import find_disputes
from inspector.knowledge.loader import load
from inspector.knowledge.packs.api import PackError
from inspector.knowledge.packs.shelf import add_pack, read_packs, remove_pack
from inspector.knowledge.records import Sure

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "knowledge"


@pytest.fixture
def add(tmp_path: Path, folder: Path):  # type: ignore[no-untyped-def]
    def add_named(name: str, content: bytes):  # type: ignore[no-untyped-def]
        source = tmp_path / name
        source.write_bytes(content)
        return add_pack(source, folder, NOW)

    return add_named


def test_an_added_list_keeps_its_licence_and_authors(add, folder: Path) -> None:  # type: ignore[no-untyped-def]
    info = add("ocd.csv", made.ocd_csv())
    assert (info.id, info.cookies, info.domains, info.imported) == ("open-cookie-database", 4, 0, "2026-11-24")
    assert read_packs(folder).infos == (info,)
    assert load(packs=folder).packs[0].licence == "Apache-2.0"
    assert load(packs=folder).packs[0].attribution


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_may_read_it(add, folder: Path) -> None:  # type: ignore[no-untyped-def]
    add("ocd.csv", made.ocd_csv())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def test_a_list_answers_where_the_tables_are_silent(add, folder: Path) -> None:  # type: ignore[no-untyped-def]
    add("ocd.csv", made.ocd_csv())
    knowledge = load(packs=folder)
    (only,) = knowledge.find("made_ad", "x.made-ads.example")
    assert (only.purpose, only.sure, only.origin) == (Purpose.ADVERTISING, Sure.PACK, "pack:open-cookie-database")
    assert "Apache-2.0" in only.source
    assert knowledge.find("made_ad", "shop.example") == ()


def test_a_list_never_outranks_the_tables_but_disputes_them(add, folder: Path) -> None:  # type: ignore[no-untyped-def]
    add("ocd.csv", made.ocd_csv())
    found = load(packs=folder).find("_ga", "shop.example")
    assert found[0].purpose is Purpose.ANALYTICS
    assert find_disputes(found) == ("Open Cookie Database (Apache-2.0) says advertising",)


def test_lists_of_domains_are_asked_by_domain_the_most_trusted_first(add, folder: Path) -> None:  # type: ignore[no-untyped-def]
    add("services.json", made.disconnect())
    add("radar.json", made.tracker_radar())
    add("easyprivacy.txt", made.easyprivacy())
    knowledge = load(packs=folder)
    claims = knowledge.domain_claims("x.made-ads.example")
    assert [(claim.pack, claim.purpose) for claim in claims] == [
        ("tracker-radar", Purpose.ADVERTISING),
        ("disconnect", Purpose.ADVERTISING),
        ("easyprivacy", Purpose.UNKNOWN),
    ]
    assert knowledge.domain_claims("shop.example") == ()
    found = knowledge.find("_ga", "shop.example")
    assert find_disputes(found, claims)[0] == "tracker-radar files made-ads.example under Advertising, CDN"


def test_disclosures_of_two_vendors_are_two_lists(add, folder: Path) -> None:  # type: ignore[no-untyped-def]
    assert add("one vendor.json", made.device_storage()).id == "device-storage-one-vendor"
    assert add("other.json", made.device_storage()).id == "device-storage-other"
    assert len(read_packs(folder).infos) == 2


def test_a_folder_of_domain_files_is_one_list(tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "domains"
    source.mkdir()
    for name in ("a", "b"):
        (source / f"{name}.json").write_bytes(made.tracker_radar(f"{name}.example"))
    assert add_pack(source, folder, NOW).domains == 2
    (source / "c.json").write_bytes(made.disconnect())
    with pytest.raises(PackError, match=r"c\.json is not in the format of the others"):
        add_pack(source, folder, NOW)
    assert read_packs(folder).infos[0].domains == 2


@pytest.mark.parametrize(
    "content",
    [made.ocd_csv("a,b"), made.ocd_json()[:-30], b"nothing known", b"", made.ocd_csv("a,P,Odd,x,,d,1 day,c,p,0")],
)
def test_a_broken_list_is_refused_whole_and_the_old_one_stays(  # type: ignore[no-untyped-def]
    add, folder: Path, content: bytes
) -> None:
    before = add("ocd.csv", made.ocd_csv())
    with pytest.raises(PackError, match="The list is refused: ") as caught:
        add("ocd.csv", content)
    assert caught.value.what_to_do.startswith("Nothing was changed")
    assert read_packs(folder).infos == (before,)
    assert [path.name for path in folder.iterdir()] == ["open-cookie-database.json"]


def test_a_failing_disk_leaves_the_old_list_and_no_litter(  # type: ignore[no-untyped-def]
    add, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = add("ocd.csv", made.ocd_csv())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InspectorError, match="No space left"):
        add("ocd.csv", made.ocd_json())
    assert read_packs(folder).infos == (before,)
    assert len(list(folder.iterdir())) == 1


def test_removing(add, folder: Path) -> None:  # type: ignore[no-untyped-def]
    add("ocd.csv", made.ocd_csv())
    remove_pack("open-cookie-database", folder)
    assert load(packs=folder).packs == ()


@pytest.mark.parametrize("name", ["open-cookie-database", "../x", "", "a/b", "A"])
def test_removing_what_is_not_there_is_told(folder: Path, name: str) -> None:
    with pytest.raises(InspectorError, match="There is no imported list"):
        remove_pack(name, folder)


def _break(content: dict[str, object], part: str) -> dict[str, object]:
    rows = content["cookies"]
    assert isinstance(rows, list)
    if part == "form":
        content["form"] = 2
    elif part == "purpose":
        rows[0][4] = "nonsense"
    elif part == "short":
        rows[0].pop()
    elif part == "source":
        rows[0][9] = 7
    elif part == "name":
        rows[0][1] = 5
    else:
        del content[part]
    return content


@pytest.mark.parametrize("part", ["form", "info", "purpose", "short", "source", "name", "domains"])
def test_a_kept_list_that_was_damaged_is_a_problem_and_the_rest_works(  # type: ignore[no-untyped-def]
    add, folder: Path, part: str
) -> None:
    add("ocd.csv", made.ocd_csv())
    add("services.json", made.disconnect())
    path = folder / "open-cookie-database.json"
    path.write_text(json.dumps(_break(json.loads(path.read_text()), part)))
    knowledge = load(packs=folder)
    assert [problem.code for problem in knowledge.problems] == ["pack-damaged"]
    assert [info.id for info in knowledge.packs] == ["disconnect"]
    assert knowledge.find("_ga", "shop.example")


def test_a_missing_file_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="cannot be read"):
        add_pack(tmp_path / "none.json", folder, NOW)
