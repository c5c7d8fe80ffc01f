# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``bulk`` from the command line: tables that are whole or not there, the same bytes from any number of processes."""

import json
from pathlib import Path
from typing import Any

import pytest
from make import recordings
from make.crawls import crawl_table

pa = pytest.importorskip("pyarrow", reason="crawls need pyarrow (the extra research)")
pq = pytest.importorskip("pyarrow.parquet", reason="crawls need pyarrow (the extra research)")

from inspector.bulk.work import work
from inspector.cli.main import main

NOW = "2026-11-25T00:00:00Z"
MARKER = "m4rk3r-0f-4-v4lu3"


def bulk(*arguments: object) -> int:
    return main(["bulk", *map(str, arguments), "--now", NOW])


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    return list(pq.read_table(folder / name).to_pylist())


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_two_processes_write_what_one_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crawl = pq.read_table(crawl_table(tmp_path / "all.parquet", 6000))
    inputs = tmp_path / "crawl"
    inputs.mkdir()
    for number in range(3):
        pq.write_table(crawl.slice(number * 2000, 2000), inputs / f"{number}.parquet")
    assert bulk(inputs, "--out", tmp_path / "one", "--workers", 1) == 0
    assert bulk(inputs, "--out", tmp_path / "two", "--workers", 2) == 0
    one, two = bytes_of(tmp_path / "one"), bytes_of(tmp_path / "two")
    assert one == two
    assert sorted(one) == ["about.json", *(f"labels/part-{number:05}.parquet" for number in range(3))]
    rows = table(tmp_path / "two", "labels")
    assert [row["row"] for row in rows] == [*range(2000)] * 3
    assert [row["name"] for row in rows] == crawl.column("name").to_pylist()
    assert {row["purpose"] for row in rows if row["name"] == "_ga"} == {"analytics"}
    assert "6,000 cookies" in capsys.readouterr().out


def test_no_value_is_written(tmp_path: Path) -> None:
    cookies = {"name": ["sid", "_ga"], "domain": [".shop.example"] * 2, "page": ["https://shop.example/"] * 2}
    pq.write_table(pa.table({**cookies, "value": [MARKER, f"GA1.2.{MARKER}"]}), tmp_path / "crawl.parquet")
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "shop.example.txt").write_text("We do not use analytics cookies. We use no cookies.")
    assert bulk(tmp_path / "crawl.parquet", "--out", tmp_path / "out", "--policies", tmp_path / "policies") == 0
    assert {row["code"] for row in table(tmp_path / "out", "findings")} >= {"CI203"}
    for data in pq.read_table(tmp_path / "out" / "labels").to_pylist(), *bytes_of(tmp_path / "out").values():
        assert MARKER not in (data.decode("latin-1") if isinstance(data, bytes) else json.dumps(data))


def test_columns_of_other_tools_are_understood(tmp_path: Path) -> None:
    """Integers for flags, seconds, milliseconds, time stamps, texts: each as every other table is read."""
    tables = [
        {
            "Name": ["_x"],
            "Host Key": [".shop.example"],
            "isSession": [0],
            "Expires": [2_000_000_000],
            "Created": ["2033-05-17T03:33:20Z"],
        },
        {"name": ["_x"], "domain": ["shop.example"], "lifetime_days": [1], "session": ["false"], "http_only": ["no"]},
        {"name": ["_x"], "host": ["shop.example"], "expires": [-1.0], "site": ["shop.example"]},
    ]
    for number, columns in enumerate(tables):
        pq.write_table(pa.table(columns), tmp_path / f"{number}.parquet")
    from inspector.bulk.sources.registry import parts_of

    facts = [
        next(iter(part.chunks(audits=False))).facts.to_pylist()[0]
        for part in parts_of(tmp_path, workers=1, audits=False)
    ]
    assert [(row["host"], row["session"], row["lifetime_days"], row["http_only"]) for row in facts] == [
        (".shop.example", False, 1.0, None),
        ("shop.example", False, 1.0, False),
        ("shop.example", True, None, None),
    ]


def test_a_policy_table_names_files_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "shop.json").write_bytes(recordings.tracker_radar())
    (tmp_path / "p.txt").write_text("We do not use analytics cookies.")
    (tmp_path / "list.csv").write_text("site,policy\nwww.shop.example,p.txt\nother.example,gone.txt\n")
    arguments = (tmp_path / "shop.json", "--policies", tmp_path / "list.csv", "--out", tmp_path / "out")
    assert bulk(*arguments) == 2
    assert "1 of 1 visits audited" in (said := capsys.readouterr()).out
    assert "gone.txt" in said.err
    about = json.loads((tmp_path / "out" / "about.json").read_text())
    assert (about["cookies"], about["audited"], about["complete"]) == (2, 1, False)


def test_visits_that_lie_apart_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = ["https://shop.example/", "https://other.example/", "https://shop.example/"]
    pq.write_table(
        pa.table({"name": ["a", "b", "c"], "domain": ["shop.example"] * 3, "page": pages}), tmp_path / "c.parquet"
    )
    (tmp_path / "shop.example.txt").write_text("We use no cookies.")
    (tmp_path / "list.csv").write_text("site,policy\nshop.example,shop.example.txt\n")
    assert bulk(tmp_path / "c.parquet", "--policies", tmp_path / "list.csv", "--out", tmp_path / "out") == 3
    assert "do not lie together" in capsys.readouterr().err
    assert not list(tmp_path.glob("*out*"))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "cannot be read"),
        (lambda path: path.mkdir(), "holds no crawl"),
        (lambda path: path.write_bytes(b"PAR1 and no more"), "cannot be read"),
        (lambda path: pq.write_table(pa.table({"x": [1]}), path), "no column name"),
    ],
)
def test_what_is_no_crawl_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Any, said: str) -> None:
    make(tmp_path / "input")
    assert bulk(tmp_path / "input", "--out", tmp_path / "out") == 3
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_there_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crawl_table(tmp_path / "c.parquet", 50)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("kept")
    assert bulk(tmp_path / "c.parquet", "--out", tmp_path / "out") == 3
    assert "is there already" in capsys.readouterr().err
    assert bytes_of(tmp_path / "out") == {"mine": b"kept"}


def test_a_damaged_table_gives_what_could_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = crawl_table(tmp_path / "whole.parquet", 2000).read_bytes()
    hole = bytearray(whole)
    hole[200:400] = bytes(200)
    (tmp_path / "c.parquet").write_bytes(bytes(hole))
    assert bulk(tmp_path / "c.parquet", "--out", tmp_path / "out") == 2
    assert "could not be read to its end" in capsys.readouterr().err


def test_rows_without_a_name_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pq.write_table(pa.table({"name": ["_ga", None], "domain": ["a.example", "b.example"]}), tmp_path / "c.parquet")
    assert bulk(tmp_path / "c.parquet", "--out", tmp_path / "out") == 2
    assert "no name" in capsys.readouterr().err
    assert [row["purpose"] for row in table(tmp_path / "out", "labels")] == ["analytics", None]


def requests_table(path: Path, pages: Any, headers: Any) -> Path:
    pq.write_table(pa.table({"page": pages, "url": pages, "response_headers": headers}), path)
    return path


def test_a_row_that_is_no_text_costs_itself_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = b"https://shop.example/"
    ends = b"".join(at.to_bytes(4, "little") for at in (0, len(page), 2 * len(page) + 1))
    pages = pa.Array.from_buffers(pa.string(), 2, [None, pa.py_buffer(ends), pa.py_buffer(page + page + b"\xff")])
    headers = pa.array([[{"name": "Set-Cookie", "value": "_ga=1"}]] * 2)
    crawl = requests_table(tmp_path / "c.parquet", pages, headers)
    assert bulk(crawl, "--out", tmp_path / "out") == 2
    assert "it names no page" in capsys.readouterr().err
    assert [row["name"] for row in table(tmp_path / "out", "labels")] == ["_ga"]


def test_headers_as_a_map_are_read_and_others_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = pa.array(["https://shop.example/"])
    mapped = pa.array([[("Set-Cookie", "_ga=1")]], pa.map_(pa.string(), pa.string()))
    assert bulk(requests_table(tmp_path / "map.parquet", pages, mapped), "--out", tmp_path / "out") == 0
    assert [row["name"] for row in table(tmp_path / "out", "labels")] == ["_ga"]
    crawl = requests_table(tmp_path / "text.parquet", pages, pa.array(["set-cookie: _ga=1"]))
    assert bulk(crawl, "--out", tmp_path / "none") == 3
    assert "response_headers" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_a_result_in_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crawl = crawl_table(tmp_path / "c.parquet", 50)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert bulk(crawl, "--out", ".") == 0
    assert len(table(tmp_path / "empty", "labels")) == 50


def test_a_folder_that_changes_while_it_is_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "crawl").mkdir()
    crawl_table(tmp_path / "crawl" / "c.parquet", 50)
    assert bulk(tmp_path / "crawl", "--out", tmp_path / "crawl" / "out", "--workers", 1) == 0  # ours is no change
    capsys.readouterr()

    def work_and_change(task: Any) -> Any:
        done = work(task)
        (tmp_path / "crawl" / "late.parquet").write_bytes(b"another")
        return done

    monkeypatch.setattr("inspector.bulk.run.work", work_and_change)
    assert bulk(tmp_path / "crawl" / "c.parquet", "--out", tmp_path / "one", "--workers", 1) == 0
    (tmp_path / "crawl" / "late.parquet").unlink()
    assert bulk(tmp_path / "crawl", "--out", tmp_path / "two", "--workers", 1) == 2
    assert "changed while it was read" in capsys.readouterr().err
    assert json.loads((tmp_path / "two" / "about.json").read_text())["complete"] is False
