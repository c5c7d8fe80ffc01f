# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Lists of cookies in JSON: every field of one cookie of each, and what each format cannot know stays unknown."""

import json
from pathlib import Path
from typing import Any

import pytest
from make import exports

from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme
from inspector.core.problem import Severity
from inspector.readers.files.registry import read_file, read_objects

YEAR_US = (exports.NOW_S + exports.YEAR_S) * 1_000_000


def cookies(folder: Path, data: bytes) -> dict[str, Cookie]:
    path = folder / "export"
    path.write_bytes(data)
    return {cookie.name: cookie for cookie in read_file(path).reading.cookies}


def test_the_protocol_states_nearly_everything(tmp_path: Path) -> None:
    found = cookies(tmp_path, exports.cdp())
    ga, sid, chip = found["_ga"], found["sid"], found["__Host-chip"]
    assert (ga.host_key, ga.host_only, ga.expires_us, ga.session) == (".shop.example", False, YEAR_US + 500_000, False)
    assert (ga.same_site, ga.source_scheme, ga.source_port) == (SameSite.UNSPECIFIED, SourceScheme.SECURE, 443)
    assert (sid.host_only, sid.session, sid.priority, sid.same_site) == (True, True, Priority.HIGH, SameSite.STRICT)
    assert chip.isolation.partition is not None
    assert (chip.isolation.partition.site, chip.isolation.partition.has_cross_site_ancestor) == (
        "https://shop.example",
        True,
    )
    assert (chip.partitioned_attribute, ga.partitioned_attribute) == (True, False)


def test_puppeteer_has_its_partition_as_a_text(tmp_path: Path) -> None:
    chip = cookies(tmp_path, exports.puppeteer())["__Host-chip"]
    assert chip.isolation.partition is not None
    assert (chip.isolation.partition.site, chip.isolation.partition.has_cross_site_ancestor) == (
        "https://shop.example",
        None,
    )
    assert (chip.priority, chip.source_port) == (Priority.UNKNOWN, None)


def test_an_extension_says_unspecified_and_names_the_container(tmp_path: Path) -> None:
    found = cookies(tmp_path, exports.cookie_editor())
    ga, sid, ide = found["_ga"], found["sid"], found["IDE"]
    assert (ga.same_site, sid.same_site) == (SameSite.UNSPECIFIED, SameSite.STRICT)
    assert ide.same_site is SameSite.UNKNOWN  # Firefox's "no_restriction" is also what says nothing
    assert (sid.session, sid.host_only, ga.expires_us) == (True, True, YEAR_US + 250_000)
    assert ide.isolation.container is not None
    assert ide.isolation.container.id == 2


def test_an_extensions_host_only_flag_beats_the_dot() -> None:
    entry = {"domain": "shop.example", "hostOnly": False, "name": "a", "value": "", "session": True, "storeId": "0"}
    (cookie,) = read_objects([entry]).reading.cookies
    assert (cookie.host_key, cookie.host_only) == (".shop.example", False)
    assert cookie.same_site is SameSite.UNKNOWN


def test_an_extension_that_contradicts_itself_is_no_session() -> None:
    entry = {"domain": "shop.example", "hostOnly": True, "name": "a", "value": "", "session": False, "storeId": "0"}
    (cookie,) = read_objects([entry]).reading.cookies
    assert (cookie.session, cookie.expires_us) == (None, None)


@pytest.mark.parametrize(
    ("written", "meant"), [("Lax", SameSite.UNKNOWN), ("None", SameSite.UNKNOWN), ("Strict", SameSite.STRICT)]
)
def test_a_drivers_lax_or_none_proves_nothing(written: str, meant: SameSite) -> None:
    (cookie,) = read_objects([{**exports.SELENIUM[0], "sameSite": written}]).reading.cookies
    assert cookie.same_site is meant
    assert bool(cookie.problems) is (meant is SameSite.UNKNOWN)


def test_selenium_gives_one_site_and_says_so(tmp_path: Path) -> None:
    (note,) = read_objects(exports.SELENIUM).reading.problems
    assert (note.code, note.severity) == ("current-site-only", Severity.NOTE)
    found = cookies(tmp_path, exports.selenium())
    assert (found["_ga"].session, found["_ga"].expires_us, found["sid"].session) == (False, YEAR_US, True)


def test_bidi_has_values_in_two_forms_and_a_partition_that_proves_nothing() -> None:
    answer = json.loads(exports.bidi())
    answer["partitionKey"]["sourceOrigin"] = "https://shop.example"
    path = Path("answer")
    found = {cookie.name: cookie for cookie in read_objects(answer["cookies"], str(path)).reading.cookies}
    assert found["sid"].value is not None
    assert found["sid"].value.reveal() == "s3cr3t"
    assert (found["_ga"].same_site, found["sid"].session) == (SameSite.UNSPECIFIED, True)


def test_bidis_partition_is_the_answers_and_ties_no_cookie(tmp_path: Path) -> None:
    answer = json.loads(exports.bidi())
    answer["partitionKey"]["sourceOrigin"] = "https://shop.example"
    found = cookies(tmp_path, json.dumps({"id": 1, "result": answer}).encode())
    assert found["_ga"].isolation.partition is None
    assert [problem.field for problem in found["_ga"].problems] == ["partition"]


@pytest.mark.parametrize(
    ("written", "problem"),
    [({"type": "base64", "value": "!"}, "base64"), ({"type": "string"}, "neither"), ({}, "neither")],
)
def test_bidi_values_that_are_none_are_unknown(written: dict[str, Any], problem: str) -> None:
    sound = json.loads(exports.bidi())["cookies"]
    found = read_objects([*sound, {**sound[0], "name": "odd", "value": written}]).reading.cookies[-1]
    assert found.value is None
    assert problem in found.problems[0].why


@pytest.mark.parametrize(
    ("objects", "kind", "count"),
    [(exports.PLAYWRIGHT, "storage-state", 3), (exports.SELENIUM, "selenium", 2), ((), "storage-state", 0)],
)
def test_objects_of_a_program_are_read_like_a_file(objects: tuple[Any, ...], kind: str, count: int) -> None:
    found = read_objects(objects)
    assert found.format is not None
    assert (found.format.id, len(found.reading.cookies)) == (kind, count)
    assert found.sha256 is None


def test_objects_that_are_no_cookies_are_said() -> None:
    found = read_objects([1, "x", {}])
    assert found.format is None
    assert found.reading.problems[0].severity is Severity.FAILED
