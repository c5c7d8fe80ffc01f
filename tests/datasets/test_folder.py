# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A dataset appears whole or not at all, with sums and descriptions that hold."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from make import datasets

from inspector.core.problem import InspectorError
from inspector.datasets.cells import CellError
from inspector.datasets.dataset import Dataset
from inspector.datasets.folder import read_tables, write_dataset
from inspector.datasets.schema import TABLES

ENCODINGS = ["csv", "jsonl", "parquet", "sqlite"]


def needs(encoding: str) -> None:
    if encoding == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_dataset_is_read_back(tmp_path: Path, encoding: str) -> None:
    needs(encoding)
    write_dataset(datasets.demo_dataset(), tmp_path / "set", encoding)
    tables, documents = read_tables(tmp_path / "set")
    assert {name: rows for name, rows in tables.items() if rows} == {
        name: rows for name, rows in datasets.demo_rows().items() if rows
    }
    assert json.loads(documents["PROVENANCE.json"]) == {"program": datasets.PROGRAM}
    assert [path.name for path in tmp_path.iterdir()] == ["set"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, encoding: str) -> None:
    needs(encoding)
    for name in ("a", "b"):
        write_dataset(datasets.demo_dataset(), tmp_path / name, encoding)
    one, other = (_bytes(tmp_path / name) for name in ("a", "b"))
    assert one == other


def _bytes(place: Path) -> dict[str, bytes]:
    files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_the_sums_are_those_of_the_files(tmp_path: Path) -> None:
    write_dataset(datasets.demo_dataset(), tmp_path / "set", "csv")
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path / "set", capture_output=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b": OK") == len(TABLES) + 4


@pytest.mark.parametrize("encoding", ["csv", "jsonl"])
def test_frictionless_finds_it_valid(tmp_path: Path, encoding: str) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    write_dataset(datasets.demo_dataset(), tmp_path / "set", encoding)
    report = frictionless.validate(str(tmp_path / "set" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    assert {task.name for task in report.tasks} >= {"runs", "cookies", "labels", "findings", "claims"}


def test_the_readme_has_every_column_and_the_citation_is_one(tmp_path: Path) -> None:
    write_dataset(datasets.demo_dataset(), tmp_path / "set", "csv")
    readme = (tmp_path / "set" / "README.md").read_text()
    for table in TABLES:
        section = readme.split(f"\n### {table.name}\n")[1].split("\n### ")[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == list(table.names)
    cited = yaml.safe_load((tmp_path / "set" / "CITATION.cff").read_text())
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] == "dataset"
    assert cited["authors"] == [{"name": "anonymous"}]
    assert cited["references"][0]["title"] == "Cookie Inspector"


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    write_dataset(datasets.demo_dataset(), tmp_path / "set", "csv")
    write_dataset(datasets.demo_dataset(), tmp_path / "set.sqlite", "sqlite")
    modes = {oct(path.stat().st_mode & 0o077) for path in (tmp_path / "set").rglob("*")}
    assert modes | {oct((tmp_path / "set.sqlite").stat().st_mode & 0o077)} == {"0o0"}


def test_nothing_else_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.tex").write_text("x")
    (tmp_path / "file").write_text("x")
    for name in ("other", "file"):
        for replace in (False, True):
            with pytest.raises(InspectorError, match="something else"):
                write_dataset(datasets.demo_dataset(), tmp_path / name, "csv", replace=replace)
    with pytest.raises(InspectorError, match="something else"):
        write_dataset(datasets.demo_dataset(), tmp_path / "file", "sqlite", replace=True)
    assert (tmp_path / "other" / "thesis.tex").read_text() == "x"


@pytest.mark.parametrize("encoding", ["csv", "sqlite"])
def test_a_dataset_is_replaced_where_that_is_said(tmp_path: Path, encoding: str) -> None:
    place = tmp_path / "set"
    write_dataset(datasets.demo_dataset(), place, encoding)
    with pytest.raises(InspectorError, match="--replace"):
        write_dataset(datasets.demo_dataset(), place, encoding)
    write_dataset(Dataset(datasets.ABOUT, {}), place, encoding, replace=True)
    assert read_tables(place)[0]["cookies"] == ()
    assert list(tmp_path.iterdir()) == [place]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    write_dataset(datasets.demo_dataset(), tmp_path / "set", "csv")
    assert (tmp_path / "set" / "SHA256SUMS").is_file()


def test_a_folder_that_is_not_there_or_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="there is no folder"):
        write_dataset(datasets.demo_dataset(), tmp_path / "no" / "set", "csv")
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(InspectorError, match="may not be written to"):
        write_dataset(datasets.demo_dataset(), tmp_path / "set", "csv")


def test_what_is_no_dataset_is_told(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="no dataset"):
        read_tables(tmp_path)
    write_dataset(datasets.demo_dataset(), tmp_path / "set", "csv")
    (tmp_path / "set" / "data" / "labels.csv").unlink()
    with pytest.raises(CellError, match="no table labels"):
        read_tables(tmp_path / "set")
    (tmp_path / "set" / "datapackage.json").write_text("[" * 100_000)
    with pytest.raises(CellError, match="no data package"):
        read_tables(tmp_path / "set")
