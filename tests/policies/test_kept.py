# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.policies.documents.api import RawDocument
from inspector.policies.kept import keep_source, kept_source

RAW = RawDocument(
    b"<p>We use cookies.</p>",
    "https://shop.example/p",
    datetime(2026, 1, 2, tzinfo=UTC),
    "text/html",
    "utf-8",
    ("https://a.example/",),
)


def kept(folder: Path) -> Path:
    assert [problem.code for problem in keep_source(RAW, folder)] == ["policy-kept"]
    return next(path for path in folder.iterdir() if path.suffix == ".html")


def test_what_was_kept_reads_as_if_it_was_just_fetched(tmp_path: Path) -> None:
    path = kept(tmp_path / "new" / "folder")
    assert kept_source(path, path.read_bytes()) == RAW
    assert path.stat().st_mode & 0o077 == 0
    assert not [other for other in path.parent.iterdir() if other.name.endswith(".part")]


def test_a_changed_copy_is_no_longer_what_was_fetched(tmp_path: Path) -> None:
    path = kept(tmp_path)
    assert kept_source(path, b"other") is None


@pytest.mark.parametrize("aside", ["", "[]", "{", '{"sha256": 5}'])
def test_a_damaged_origin_is_not_followed(tmp_path: Path, aside: str) -> None:
    path = kept(tmp_path)
    path.with_name(path.name + ".source.json").write_text(aside)
    assert kept_source(path, RAW.data) is None


def test_odd_facts_in_an_origin_are_left_out(tmp_path: Path) -> None:
    path = kept(tmp_path)
    beside = path.with_name(path.name + ".source.json")
    origin = json.loads(beside.read_text())
    beside.write_text(json.dumps({**origin, "redirects": 5, "retrieved": "yesterday"}))
    found = kept_source(path, RAW.data)
    assert found is not None
    assert (found.redirects, found.retrieved) == ((), None)


def test_a_folder_that_cannot_be_written_is_a_note(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert [problem.code for problem in keep_source(RAW, blocked / "folder")] == ["policy-not-kept"]


def test_a_plain_file_is_no_kept_source(tmp_path: Path) -> None:
    assert kept_source(tmp_path / "policy.html", b"x") is None
