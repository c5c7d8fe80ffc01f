# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The hash of a row's inputs changes with every byte that its judgement may depend on, and with nothing else."""

import os
import shutil
from pathlib import Path

import pytest

from inspector.study.inputs import Hashes, NotReadable, policy_parts, signature
from inspector.study.listing import StudyRow


@pytest.fixture
def row(tmp_path: Path) -> StudyRow:
    """A row with a policy in two parts and a folder of cookies."""
    policy, jar = tmp_path / "policy", tmp_path / "jar"
    policy.mkdir()
    (jar / "deep").mkdir(parents=True)
    (policy / "b.html").write_text("second")
    (policy / "a.md").write_text("first")
    (policy / "logo.png").write_bytes(b"picture")
    (policy / ".hidden.md").write_text("left by an editor")
    (jar / "Cookies").write_bytes(b"store")
    (jar / "deep" / "more").write_bytes(b"more")
    return StudyRow(1, 2, "shop.example", (policy,), (jar,))


def test_a_folder_of_a_policy_stands_for_its_documents_in_order(row: StudyRow) -> None:
    assert [part.name for part in policy_parts(row.policies)] == ["a.md", "b.html"]


def test_a_folder_without_a_document_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="holds no document"):
        policy_parts([tmp_path])


def test_the_hashes_do_not_depend_on_where_the_files_lie(row: StudyRow, tmp_path: Path) -> None:
    there = tmp_path / "elsewhere"
    there.mkdir()
    for name in ("policy", "jar"):
        shutil.copytree(tmp_path / name, there / name)
    moved = row._replace(policies=(there / "policy",), cookies=(there / "jar",))
    assert Hashes().of(moved) == Hashes().of(row)


@pytest.mark.parametrize("file", ["policy/a.md", "jar/Cookies", "jar/deep/more"])
def test_every_file_counts(row: StudyRow, tmp_path: Path, file: str) -> None:
    hashes, before = Hashes(), signature(row)
    first = hashes.of(row)
    (tmp_path / file).write_bytes(b"other")
    os.utime(tmp_path / file, ns=(1, 1))
    assert hashes.of(row) != first
    assert signature(row) != before


def test_a_log_beside_a_store_counts(tmp_path: Path, row: StudyRow) -> None:
    store = tmp_path / "jar" / "Cookies"
    alone = row._replace(cookies=(store,))
    first, before = Hashes().of(alone), signature(alone)
    store.with_name("Cookies-wal").write_bytes(b"log")
    assert Hashes().of(alone) != first
    assert signature(alone) != before


def test_a_file_that_comes_changes_the_signature(row: StudyRow, tmp_path: Path) -> None:
    before = signature(row)
    (tmp_path / "jar" / "new").write_bytes(b"")
    assert signature(row) != before


@pytest.mark.parametrize("missing", ["policy", "jar"])
def test_what_is_not_there_is_told_without_where_it_would_lie(row: StudyRow, tmp_path: Path, missing: str) -> None:
    shutil.rmtree(tmp_path / missing)
    with pytest.raises(NotReadable) as caught:
        Hashes().of(row)
    assert "no such file" in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_a_pipe_is_no_file(row: StudyRow, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotReadable, match="is no file"):
        Hashes().of(row._replace(cookies=(tmp_path / "pipe",)))
