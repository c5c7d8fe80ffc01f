# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""JSON and JSON Lines parse back to what the records say, whatever stands in them."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.hostile import HOSTILE
from make.records import NOW_US, cookie, problem, reading

from inspector import __version__
from inspector.core.problem import Severity
from inspector.core.reading import Reading
from inspector.core.secret import Secret
from inspector.core.survey import Sighting, Survey
from inspector.reports import as_json, as_jsonl, survey_json
from inspector.reports.api import Look
from inspector.reports.json_text import as_text

LOOK = Look(NOW_US, str)


def written(read: Reading, look: Look = LOOK) -> str:
    out = io.StringIO()
    as_json.write_reading(read, look, out)
    return out.getvalue()


def lines(read: Reading, look: Look = LOOK) -> list[str]:
    out = io.StringIO()
    as_jsonl.write_reading(read, look, out)
    return out.getvalue().splitlines()


def test_the_document_holds_program_stores_cookies_and_problems() -> None:
    document = json.loads(written(reading(cookie(name="a"), cookie(name="b"), problems=(problem(),))))
    assert list(document) == ["program", "knowledge", "complete", "stores", "cookies", "refused", "problems"]
    assert document["program"] == {"name": "cookie-inspector", "version": __version__}
    assert document["knowledge"] is None
    assert document["complete"] is False
    assert [made["name"] for made in document["cookies"]] == ["a", "b"]
    assert [made["code"] for made in document["problems"]] == ["store-locked"]
    assert [(made["browser"], made["cookies"]) for made in document["stores"]] == [("firefox", 2)]


def test_an_empty_reading_is_still_a_document() -> None:
    document = json.loads(written(Reading()))
    assert (document["cookies"], document["stores"], document["problems"]) == ([], [], [])


def test_a_note_leaves_the_reading_complete() -> None:
    assert json.loads(written(reading(cookie(), problems=(problem(severity=Severity.NOTE),))))["complete"] is True


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_back_exactly_and_is_harmless_on_the_way(text: str) -> None:
    read = reading(cookie(host=text or "h", name=text, path=text))
    for document in (written(read), "\n".join(lines(read))):
        assert document.isascii()
        assert not {*map(chr, range(32)), "\x7f"} - {"\n"} & set(document)
    assert json.loads(written(read))["cookies"][0]["name"] == text
    assert len(lines(read)) == 1
    assert json.loads(lines(read)[0])["path"] == text


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert json.loads(as_text({"name": text})) == {"name": text}


def test_values_are_printed_only_where_they_were_asked_for() -> None:
    read = reading(cookie(value=Secret("s3cr3t\x1b")))
    shown = Look(NOW_US, str, with_values=True)
    assert "s3cr3t" not in written(read) + lines(read)[0]
    assert json.loads(written(read, shown))["cookies"][0]["value"] == "s3cr3t\x1b"
    assert json.loads(lines(read, shown)[0])["value"] == "s3cr3t\x1b"


def test_the_same_reading_gives_the_same_bytes_at_any_time() -> None:
    read = reading(cookie(), problems=(problem(),))
    assert written(read, Look(0, str)) == written(read, Look(NOW_US, str))


def test_a_survey_is_a_document() -> None:
    out = io.StringIO()
    sighting = Sighting("firefox", "Firefox", "snap", "default", None)
    survey_json.write_survey(Survey((sighting,), ("/made/place",), (problem(),)), LOOK, out)
    document = json.loads(out.getvalue())
    assert list(document) == ["program", "complete", "browsers", "looked_in", "problems"]
    assert document["browsers"][0]["packaging"] == "snap"
    assert document["looked_in"] == ["/made/place"]
    assert document["complete"] is False
