# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of a study is read as it is meant, a bad row costs itself, and a slip in a title is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.problem import InspectorError
from inspector.study.listing import COLUMNS, Listing, StudyRow, read_listing


def read(folder: Path, text: str | bytes) -> Listing:
    path = folder / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_listing(path)


def test_a_row_holds_everything_that_its_columns_say(tmp_path: Path) -> None:
    text = (
        "site,policy,cookies,visit,condition,also,only_this_site,untouched\n"
        "shop.example,a.md | parts,jar.json,7,refused,shop-cdn.example|pay.example,yes,No\n"
    )
    assert read(tmp_path, text).rows == (
        StudyRow(
            1,
            2,
            "shop.example",
            (tmp_path / "a.md", tmp_path / "parts"),
            (tmp_path / "jar.json",),
            "7",
            "refused",
            ("shop-cdn.example", "pay.example"),
            True,
            False,
        ),
    )


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_every_sign_between_cells_is_known(tmp_path: Path, sign: str) -> None:
    text = f"Site{sign}Policy{sign}Cookies\nshop.example{sign}a.md{sign}b.json\n"
    assert [row.site for row in read(tmp_path, text).rows] == ["shop.example"]


def test_paths_lead_from_the_folder_of_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "list.csv").write_text("site,policy,cookies\nshop.example,../a.md,/srv/jar.json\n")
    monkeypatch.chdir(tmp_path)
    (row,) = read_listing(Path("deep/list.csv")).rows
    assert (row.policies, row.cookies) == ((tmp_path / "a.md",), (Path("/srv/jar.json"),))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("not a domain,a.md,b.json,", "is not a domain"),
        ("shop.example,,b.json,", "it names no policy"),
        ("shop.example,a.md,,", "it names no cookies"),
        ("shop.example,https://shop.example/privacy,b.json,", "is an address, and a study reads files only"),
        ("shop.example,a.md,b.json,perhaps", "neither yes nor no"),
        ("shop.example,a.md", "it has 2 cells where the header has 4"),
        (f"shop.example,{'|'.join(['a.md'] * 101)},b.json,", "more than 100 files"),
    ],
)
def test_a_bad_row_says_why_and_stops_no_other(tmp_path: Path, row: str, why: str) -> None:
    text = f"site,policy,cookies,only_this_site\n{row}\nother.example,a.md,b.json,\n"
    bad, good = read(tmp_path, text).rows
    assert why in bad.fault
    assert (bad.number, bad.line, good.site, good.fault) == (1, 2, "other.example", "")


def test_columns_that_mean_nothing_are_told(tmp_path: Path) -> None:
    assert read(tmp_path, "rank,site,policy,cookies\n1,a.example,a.md,b.json\n").unknown == ("rank",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site,polcy,cookies\n", 'Did you mean "policy"?'),
        ("site,cookies\n", 'has no column "policy"'),
        ("site,site,policy,cookies\n", "stands there twice"),
        ("", "it is empty"),
        ("site,policy,cookies\n\n", "no row below its titles"),
    ],
)
def test_a_list_that_is_none_is_refused_with_what_is_expected(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InspectorError) as caught:
        read(tmp_path, text)
    assert said in str(caught.value)


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="no such file"):
        read_listing(tmp_path / "list.csv")


@given(st.lists(st.lists(st.text(max_size=12), max_size=9), max_size=6), st.sampled_from(",;\t"))
def test_whatever_stands_below_the_titles_each_row_is_judged_or_says_why(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], sign: str
) -> None:
    good = sign.join(["shop.example", "a.md", "b.json", *[""] * (len(COLUMNS) - 3)])
    text = "\n".join([sign.join(COLUMNS), good, *(sign.join(row) for row in rows)])
    found = read(tmp_path_factory.mktemp("list"), text.encode("utf-8", "surrogatepass"))
    assert all(row.fault or (row.site and row.policies and row.cookies) for row in found.rows)
    assert [row.number for row in found.rows] == list(range(1, len(found.rows) + 1))


def outcome(folder: Path, data: bytes) -> Listing | InspectorError:
    try:
        return read(folder, data)
    except InspectorError as error:
        return error


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_are_refused_with_what_to_do(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    found = outcome(tmp_path_factory.mktemp("list"), data)
    assert found.what_to_do if isinstance(found, InspectorError) else found.rows
