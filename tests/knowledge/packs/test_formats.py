# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Each format is recognised, read, and refused where it is damaged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import packs as made

from inspector.core.label import Purpose
from inspector.knowledge.packs.api import Document, PackData, PackError, PackFormat
from inspector.knowledge.packs.open_cookie_database import read_period
from inspector.knowledge.packs.registry import FORMATS

BY_ID = {pack_format.id: pack_format for pack_format in FORMATS}
SAMPLES = [
    ("open-cookie-database", made.ocd_csv()),
    ("open-cookie-database", made.ocd_json()),
    ("device-storage", made.device_storage()),
    ("trackerdb", made.trackerdb()),
    ("tracker-radar", made.tracker_radar()),
    ("disconnect", made.disconnect()),
    ("easyprivacy", made.easyprivacy()),
    ("easyprivacy", made.hosts_file()),
]


def _read(pack_id: str, content: bytes) -> PackData:
    return BY_ID[pack_id].read(Document("made", content))


def _cookies(data: PackData) -> list[tuple[str, str, str | None, str]]:
    return [(row[0], row[1], row[2], row[4]) for row in data.cookies]


@pytest.mark.parametrize(("pack_id", "content"), SAMPLES, ids=lambda value: value if isinstance(value, str) else "")
def test_each_format_is_recognised_as_itself_first(pack_id: str, content: bytes) -> None:
    document = Document("made", content)
    first = next(pack_format.id for pack_format in FORMATS if pack_format.recognise(document))
    assert first == pack_id
    data = BY_ID[pack_id].read(document)
    assert data.cookies or data.domains


def test_open_cookie_database_as_csv() -> None:
    data = _read("open-cookie-database", b"\xef\xbb\xbf" + made.ocd_csv())
    assert _cookies(data) == [
        ("exact", "made_ad", "made-ads.example", "advertising"),
        ("exact", "made_pref", None, "functional"),
        ("prefix", "made_an_", None, "analytics"),
        ("exact", "_ga", None, "advertising"),
    ]
    assert [(row[6], row[7]) for row in data.cookies] == [(390, False), (None, True), (30, False), (730, False)]


def test_open_cookie_database_as_json() -> None:
    data = _read("open-cookie-database", made.ocd_json())
    assert _cookies(data) == [
        ("exact", "made_ad", "made-ads.example", "advertising"),
        ("prefix", "made_an_", "made-ads.example", "analytics"),
    ]


def test_an_entry_without_a_known_category_or_with_an_impossible_name_is_counted_as_skipped() -> None:
    rows = ("a,P,Odd,x,,d,1 day,c,p,0", "a,P,Marketing,,,d,1 day,c,p,0", "a,P,Marketing,q,,d,1 day,c,p,1")
    data = _read("open-cookie-database", made.ocd_csv(*rows))
    assert (data.cookies, data.skipped) == ([], 3)


def test_device_storage_keeps_cookies_with_a_purpose_and_the_opt_out_flag() -> None:
    data = _read("device-storage", made.device_storage())
    assert _cookies(data) == [
        ("exact", "made_id", None, "advertising"),
        ("prefix", "made_s", "made.example", "analytics"),
        ("exact", "made_out", None, "opt_out"),
        ("exact", "made_c", None, "consent"),
    ]
    assert data.skipped == 2
    assert [(row[6], row[7]) for row in data.cookies][:2] == [(1.0, False), (None, True)]


def test_disconnect_says_what_a_domain_is_for_and_what_it_does_not_know() -> None:
    data = _read("disconnect", made.disconnect())
    assert data.domains == [
        ("made-ads.example", "Made Ads", "Advertising", Purpose.ADVERTISING),
        ("made-sync.example", "Made Ads", "Advertising", Purpose.ADVERTISING),
        ("counter.example", "Counter", "Analytics", Purpose.ANALYTICS),
        ("printer.example", "Printer", "FingerprintingInvasive", Purpose.UNKNOWN),
    ]
    assert data.licence == "Made for a test"


def test_tracker_radar_takes_the_most_telling_category() -> None:
    content = made.tracker_radar(categories=("CDN", "Analytics", "Ad Motivated Tracking"))
    assert _read("tracker-radar", content).domains == [
        ("made-ads.example", "Made Ads", "CDN, Analytics, Ad Motivated Tracking", Purpose.ADVERTISING)
    ]
    many = b"[" + made.tracker_radar("a.example") + b"," + made.tracker_radar("b.example", ()) + b"]"
    assert [entry[0::3] for entry in _read("tracker-radar", many).domains] == [
        ("a.example", Purpose.ADVERTISING),
        ("b.example", Purpose.UNKNOWN),
    ]


def test_trackerdb_joins_organisations() -> None:
    assert _read("trackerdb", made.trackerdb()).domains == [
        ("made-ads.example", "Made Ltd", "advertising", Purpose.ADVERTISING),
        ("lonely.example", "Lonely", "misc", Purpose.UNKNOWN),
    ]


@pytest.mark.parametrize("content", [made.easyprivacy(), made.hosts_file()])
def test_easyprivacy_says_that_hosts_track_not_what_for(content: bytes) -> None:
    expected = [(host, None, "tracking", Purpose.UNKNOWN) for host in ("made-ads.example", "counter.example")]
    assert _read("easyprivacy", content).domains == expected


@pytest.mark.parametrize(
    ("text", "days", "session"),
    [
        ("2 years", 730, False),
        ("30 minutes", 0.02083, False),
        ("Session", None, True),
        ("1.5 hours", 0.0625, False),
        ("until you delete it", None, None),
        ("", None, None),
    ],
)
def test_periods(text: str, days: float | None, session: bool | None) -> None:
    assert read_period(text) == (days, session)


DAMAGED = [
    ("open-cookie-database", b"ID,Cookie / Data Key name\r\n1,x\r\n", "header lacks Platform"),
    ("open-cookie-database", made.ocd_csv("a,b"), "line 2 has 2 fields"),
    ("open-cookie-database", made.ocd_csv('a,P,Marketing,"x'), "line 2"),
    ("open-cookie-database", made.ocd_csv(*made.OCD_ROWS[:1], "\0").replace(b"made_ad,", b"\xff,"), "not UTF-8"),
    ("open-cookie-database", made.ocd_json()[:-20], "not JSON"),
    ("open-cookie-database", b'{"Made": [{"wildcardMatch": "0"}]}', "lacks its cookie"),
    ("open-cookie-database", b'{"Made": 5}', "is not a list"),
    ("device-storage", b'{"disclosures": [{"type": "cookie"}]}', "identifier is not a text"),
    ("device-storage", b'{"disclosures": {}}', "disclosures is not a list"),
    ("device-storage", made.device_storage().replace(b"86400", b'"long"'), "maxAgeSeconds is no number"),
    ("disconnect", b'{"categories": {"Advertising": [5]}}', "is not a table"),
    ("disconnect", b'{"categories": {"A": [{"B": {"http://x": [5]}}]}}', "a domain is not a text"),
    ("trackerdb", b'{"patterns": [], "organizations": {}, "categories": {}}', "patterns is not a table"),
    ("tracker-radar", b'{"domain": 5, "owner": {}, "prevalence": 1}', "domain is not a text"),
    ("tracker-radar", b"[" * 100_000, "nested too deeply"),
    ("easyprivacy", b"\xff\xfe", "not UTF-8"),
]


@pytest.mark.parametrize(("pack_id", "content", "reason"), DAMAGED)
def test_a_damaged_list_is_refused_with_the_reason(pack_id: str, content: bytes, reason: str) -> None:
    with pytest.raises(PackError) as caught:
        _read(pack_id, content)
    assert reason in caught.value.message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["disclosures", "identifier", "patterns", "organizations", "categories", "domain", "A"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def _read_or_refused(pack_format: PackFormat, document: Document) -> bool:
    """Whether the document was read or refused in the one way that counts; anything else raises."""
    pack_format.recognise(document)
    try:
        return isinstance(pack_format.read(document), PackData)
    except PackError as error:
        return bool(error.message and error.what_to_do)


@given(st.sampled_from(FORMATS), JSON)
def test_any_json_is_read_or_refused(pack_format: PackFormat, content: object) -> None:
    assert _read_or_refused(pack_format, Document("any.json", json.dumps(content).encode()))


@given(st.sampled_from(FORMATS), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(pack_format: PackFormat, content: bytes) -> None:
    assert _read_or_refused(pack_format, Document("any", content))
