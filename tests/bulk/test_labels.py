# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A column of cookies gets the labels that its cookies get one by one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make.crawls import crawl_table
from make.traits import classifier, traits

pa = pytest.importorskip("pyarrow", reason="crawls need pyarrow (the extra research)")
pq = pytest.importorskip("pyarrow.parquet", reason="crawls need pyarrow (the extra research)")

from inspector.bulk import labels as labels_module
from inspector.bulk.label_table import cells_of
from inspector.bulk.labels import Labeller
from inspector.bulk.schema import FACTS_SCHEMA, LABELS_SCHEMA
from inspector.core.secret import Secret
from inspector.core.traits import Traits

NAMES = st.sampled_from(
    [
        *[
            "_ga",
            "_ga_AB12",
            "IDE",
            "id",
            "uid",
            "PHPSESSID",
            "cart_4f2b",
            "cart_5a1c",
            "x17",
            "OptanonConsent",
            "optout",
            "OX_dnt",
            "TTDOptOut",
        ],
        "",
        "n" * 300,
    ]
)
HOSTS = st.none() | st.sampled_from(
    ["www.shop.example", "ads.doubleclick.net", "youtube.com", "google.com", "user.github.io", "127.0.0.1", "co.uk"]
)
VALUES = st.none() | st.sampled_from(
    ["", "1", "en", "OPT_OUT", "optout", "ignore", "00000000-0000-0000-0000-000000000000", "GA1.2.1.1700000000", "x9"]
)
ANSWERS = st.sampled_from([True, False, None])
DAYS = st.none() | st.sampled_from([-1.0, 0.0, 0.01, 1.5, 2.0, 8.0, 30.0, 400.0, 5000.0]) | st.floats(0, 900)
MADE = st.builds(
    lambda name, host, site, value, third_party, session, days, http_only, partitioned: traits(
        name,
        host,
        site,
        value,
        third_party=third_party,
        session=session,
        lifetime_days=days,
        http_only=http_only,
        partitioned=partitioned,
    ),
    NAMES,
    HOSTS,
    HOSTS,
    VALUES,
    ANSWERS,
    ANSWERS,
    DAYS,
    ANSWERS,
    ANSWERS,
)


def batch(rows: list[Traits]) -> "pa.RecordBatch":
    """Return traits as facts."""
    cells = [
        {name: getattr(row, name) for name in FACTS_SCHEMA.names if name != "value"}
        | {"value": None if row.value is None else row.value.reveal()}
        for row in rows
    ]
    return pa.RecordBatch.from_pylist(cells, FACTS_SCHEMA)


def told(labelled: "pa.RecordBatch") -> list[tuple[object, ...]]:
    """Return the cells of each row."""
    return [tuple(row.values()) for row in labelled.to_pylist()]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(MADE, max_size=12), min_size=1, max_size=3))
def test_every_row_has_the_label_that_it_has_by_itself(batches: list[list[Traits]]) -> None:
    judge, labeller = classifier(), Labeller(classifier())
    for rows in batches:
        assert told(labeller.label(batch(rows))) == [cells_of(judge.classify(row)) for row in rows]


def test_a_crawl_has_the_same_labels_and_each_combination_is_judged_once(tmp_path: Path) -> None:
    table = pq.read_table(crawl_table(tmp_path / "crawl.parquet", 3000, values=True))
    rows = [
        Traits(
            row["name"],
            row["host"],
            row["site"],
            None,
            None,
            Secret(row["value"]),
            row["session"],
            row["lifetime_days"],
            row["http_only"],
        )
        for row in table.to_pylist()
    ]
    labeller = Labeller(classifier())
    found = [cells for held in table.to_batches(1000) for cells in told(labeller.label(held))]
    assert found == [cells_of(label) for label in classifier().classify_all(rows)]
    judged = labeller.judged
    assert 0 < judged < len(rows)
    for held in table.to_batches(700):
        labeller.label(held)
    assert labeller.judged == judged


def test_what_is_remembered_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels_module, "_MOST", 5)
    rows = [traits(f"{word}_id", f"www.{word}.example", "shop.example") for word in ("cart", "user", "ad", "seen") * 9]
    labeller = Labeller(classifier())
    for start in range(0, len(rows), 4):
        some = rows[start : start + 4]
        assert told(labeller.label(batch(some))) == [cells_of(classifier().classify(row)) for row in some]


def test_a_row_without_a_name_has_no_label() -> None:
    found = Labeller(classifier()).label(pa.RecordBatch.from_pydict({"name": ["_ga", None]}))
    assert found.schema.equals(LABELS_SCHEMA)
    assert found.column("purpose").to_pylist() == ["analytics", None]
    assert set(found.to_pylist()[1].values()) == {None}


def test_nothing_is_labelled_as_nothing() -> None:
    found = Labeller(classifier()).label(pa.RecordBatch.from_pydict({"name": pa.array([], pa.string())}))
    assert found.num_rows == 0
    assert found.schema.equals(LABELS_SCHEMA)


def test_bytes_that_are_no_text_are_judged_as_some_name() -> None:
    broken = pa.array([b"\xff\xfe_ga", b"_ga"], pa.binary()).view(pa.string())
    found = Labeller(classifier()).label(pa.RecordBatch.from_arrays([broken], names=["name"]))
    assert found.column("purpose").to_pylist()[1] == "analytics"
    assert found.column("purpose").null_count == 0


def test_an_address_is_as_good_as_its_host() -> None:
    facts = {
        "name": ["x"] * 3,
        "host": [".www.shop.example", "WWW.shop.example", "ads.example"],
        "site": ["https://www.shop.example/cart?x=1", "www.shop.example", "https://[broken/"],
    }
    found = Labeller(classifier()).label(pa.RecordBatch.from_pydict(facts))
    assert found.column("party").to_pylist() == ["first", "first", "unknown"]
