# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels and stories as table, JSON, JSON Lines, CSV and text."""

import csv
import io
import json

import pytest

from inspector.core.label import Label, Party, Purpose, Subtype, Tracks
from inspector.core.labelling import Edition, LabelledCookie, Labelling, Story, WayOut
from inspector.core.problem import Problem
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.reports.api import Look
from inspector.reports.label_words import TRACKS, WORDS
from inspector.reports.registry import LABELS, STORIES

EDITION = Edition("2026.11", "2026-11-24")
LABEL = Label(
    purpose=Purpose.ADVERTISING,
    subtype=Subtype.GOOGLE_DART,
    vendor="google-ads",
    vendor_name="Google",
    party=Party.THIRD,
    tracks=Tracks.CROSS_SITE,
    tracks_because=("It persists",),
    confidence=0.91,
    disputed=("Others say so",),
    because=("Known", "Alike"),
)
COOKIE = LabelledCookie(Traits("IDE\x1b[31m", "doubleclick.net", value=Secret("s3cr3t")), LABEL)
LABELLING = Labelling((COOKIE,), (Problem("table-row", "left out", "a.csv, line 2"),), EDITION)
STORY = Story(
    COOKIE,
    "396 days",
    ("A fact",),
    ("known cookie: A fact",),
    (("analytics", 0.2),),
    "A note",
    (WayOut("Way", "https://way.example/", "live", "opt-out cookie", "ads", "the rest"),),
    EDITION,
)
LOOK = Look(0, lambda host: host, styled=False)


def written(form: str, labelling: Labelling = LABELLING) -> str:
    out = io.StringIO()
    LABELS[form]()(labelling, LOOK, out)
    return out.getvalue()


@pytest.mark.parametrize("form", LABELS)
def test_every_format_names_the_edition_and_no_value(form: str) -> None:
    text = written(form)
    assert "2026.11 (2026-11-24)" in text or ('"version": "2026.11"' in text and "2026-11-24" in text)
    assert "s3cr3t" not in text
    assert "\x1b" not in text


def test_json_lines() -> None:
    (line,) = written("jsonl").splitlines()
    row = json.loads(line)
    assert list(row)[:11] == [
        *("name", "domain", "purpose", "group", "subtype", "tracks", "vendor", "party", "confidence"),
        *("disputed", "because"),
    ]
    assert (row["purpose"], row["group"], row["subtype"]) == ("advertising", "marketing", "google_dart")
    assert row["because"] == ["Known", "Alike"]
    assert row["disputed"] == ["Others say so"]


def test_json_has_the_problems() -> None:
    data = json.loads(written("json"))
    assert len(data["cookies"]) == len(data["problems"]) == 1
    assert data["knowledge"] == {"version": "2026.11", "date": "2026-11-24"}


def test_csv() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv")))
    assert row["because"] == "Known; Alike"
    assert row["vendor"] == "Google"
    assert row["name"] == "IDE␛[31m"


def test_csv_runs_no_formula() -> None:
    cookie = LabelledCookie(Traits("=1+1"), Label())
    assert "'=1+1" in written("csv", Labelling((cookie,), (), EDITION))


def test_table() -> None:
    text = written("table")
    assert "Ad / DART" in text
    assert "IDE␛[31m" in text
    assert "1 cookie: Ad / DART 1." in text


def test_an_empty_table() -> None:
    assert written("table", Labelling((), (), EDITION)).startswith("No cookies.")


def test_every_purpose_and_behaviour_has_words() -> None:
    assert set(WORDS) == set(Purpose)
    assert set(TRACKS) == set(Tracks)


def test_story_as_text() -> None:
    out = io.StringIO()
    STORIES["text"]()(STORY, LOOK, out)
    text = out.getvalue()
    for part in ("IDE␛[31m on doubleclick.net", "Ad / DART", "396 days usually", "A fact", "analytics (20%)", "A note"):
        assert part in text
    assert "https://way.example/" in text
    assert "Knowledge 2026.11 (2026-11-24)." in text
    assert "s3cr3t" not in text


def test_story_as_json() -> None:
    out = io.StringIO()
    STORIES["json"]()(STORY, LOOK, out)
    data = json.loads(out.getvalue())
    assert data["opt_out"][0]["url"] == "https://way.example/"
    assert data["alternatives"] == [{"group": "analytics", "chance": 0.2}]
    assert "s3cr3t" not in out.getvalue()
