# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import io
import json
from pathlib import Path

import pytest

from inspector.cli.main import main

PAGE = (
    "<html lang=en><body><p>We use cookies to remember the items in your shopping cart.</p><h2>Our cookies</h2>"
    "<table><tr><th>Cookie name</th><th>Purpose</th><th>Expires</th></tr>"
    "<tr><td>_ga</td><td>Statistics</td><td>2 years</td></tr></table>"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "policy.html"
    path.write_text(PAGE)
    return path


def test_jsonl_has_one_record_for_each_source_in_order(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["policy", str(page), str(page.parent / "none"), str(page), "--format", "jsonl"])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 2
    assert [record.get("unread", False) for record in records] == [False, True, False]
    assert records[0]["purposes"]["cart"] == "declared"
    assert records[0]["named_cookies"] == [
        {
            "name": "_ga",
            "provider": None,
            "purpose": "analytics",
            "lifetime": 730.0,
            "lifetime_basis": "set",
            "storage": "cookie",
        }
    ]
    claim = next(claim for claim in records[0]["claims"] if claim["field"] == "purposes.cart")
    assert claim["quote"] == "We use cookies to remember the items in your shopping cart."
    assert (claim["start"], claim["end"], claim["line"]) == (0, len(claim["quote"]), 1)


def test_the_table_shows_answers_with_quotes(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", str(page)]) == 0
    out = capsys.readouterr().out
    assert "For the shopping cart" in out
    assert "We use cookies to remember" in out
    assert "2 years" in out
    assert "\x1b" not in out


def test_the_page_highlights_and_loads_nothing(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    assert main(["policy", str(page), "--format", "html", "--output", str(target)]) == 0
    text = target.read_text("utf-8")
    assert "<mark class=declared" in text
    assert "default-src 'none'" in text
    assert not any(word in text for word in ("<script", "src=", "http://", "https://", "@import", "url("))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["policy", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["source"]["location"] == "-"


def test_a_draft_is_written_and_reads_back(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "cookies.yml"
    assert main(["policy", str(page), "--write-declaration", str(target)]) == 0
    assert "A draft with 1 cookies" in capsys.readouterr().err
    assert main(["policy", str(target), "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["named_cookies"][0]["lifetime"] == 730


def test_two_versions_are_compared(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = tmp_path / "newer.html"
    newer.write_text(PAGE.replace("2 years", "1 year"))
    assert main(["policy", "--diff", str(page), str(newer)]) == 0
    assert "lifetime" in capsys.readouterr().out
    assert main(["policy", "--diff", str(page), str(newer), "--format", "json"]) == 0
    changes = json.loads(capsys.readouterr().out)["claims"]
    assert ("changed", "named_cookies") in [(change["kind"], change["field"]) for change in changes]


CODES = [
    (["missing"], 3),
    (["bad.zip"], 2),
    (["missing", "bad.zip"], 2),
    (["policy.html", "bad.zip"], 2),
    (["--diff", "policy.html"], 3),
    (["--write-declaration", "x.yml", "policy.html", "policy.html"], 3),
    (["--diff", "policy.html", "bad.zip"], 3),
    (["--diff", "policy.html", "policy.html", "--format", "html"], 3),
    (["-", "-"], 3),
    ([], 3),
]


@pytest.mark.parametrize(("arguments", "code"), CODES)
def test_every_way_to_end_has_its_code(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    (page.parent / "bad.zip").write_bytes(b"PK\x03\x04")
    monkeypatch.chdir(page.parent)
    assert main(["policy", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.err
    assert "Traceback" not in captured.err


def test_hostile_names_do_not_reach_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.html"
    path.write_text(
        "<h2>Cookies</h2><table><tr><th>Cookie name</th><th>Purpose</th></tr>"
        "<tr><td>a_\u202eb</td><td>[red]x[/red]</td></tr></table>"
    )
    assert main(["policy", str(path)]) == 0
    out = capsys.readouterr().out
    assert "\u202e" not in out
