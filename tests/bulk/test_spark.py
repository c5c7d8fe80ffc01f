# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A real local Spark gives the labels and findings that one machine gives."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from make import datasets, recordings
from make.crawls import crawl_table

pa = pytest.importorskip("pyarrow", reason="crawls need pyarrow (the extra research)")
pytest.importorskip("pyspark", reason="pyspark is not installed (the extra spark)")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java, which is not installed", allow_module_level=True)

import pyarrow.parquet as pq

from inspector.bulk.audits import Auditor
from inspector.bulk.policies import open_policies
from inspector.bulk.run import BulkRequest, run
from inspector.bulk.schema import AUDITS, LABELS
from inspector.bulk.sources.registry import parts_of
from inspector.bulk.spark import audit_frame, label_frame
from inspector.datasets.folder import write_dataset
from inspector.datasets.schema import TABLES
from inspector.engine.knowledge import Places, open_knowledge
from inspector.engine.labels import labels

NOW = datetime(2026, 11, 25, tzinfo=UTC)
ROWS = int(os.environ.get("SPARK_ROWS", "20000"))
PLACES = Places(Path("/nowhere/overrides.toml"), Path("/nowhere/packs"))
pytestmark = [
    pytest.mark.timeout(1800),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning"),
]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One local session with two cores, nothing listening but on this computer."""
    from pyspark.sql import SparkSession

    root = str(Path(__file__).parents[2])
    scratch = str(tmp_path_factory.mktemp("spark"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", os.pathsep.join((root, os.environ.get("PYTHONPATH", ""))))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.local.dir", scratch)
            .config("spark.sql.warehouse.dir", scratch)
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.io.encryption.enabled", "true")
            .getOrCreate()
        )
        yield session
        end(session)


def end(session: Any) -> None:
    """End Spark and the Java beside it; what Python still holds of it is let go here, and warns of nothing later."""
    from pyspark import SparkContext

    gateway = session.sparkContext._gateway
    session.stop()
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.terminate()
    gateway.proc.wait(30)
    SparkContext._gateway = SparkContext._jvm = None
    gc.collect()


def test_labels_are_those_of_one_machine(spark: Any, tmp_path: Path) -> None:
    crawl = crawl_table(tmp_path / "crawl.parquet", ROWS, values=ROWS <= 100_000)
    run(BulkRequest((crawl,), tmp_path / "out", NOW, PLACES, workers=1))
    columns = ["site", "host", "name", *(column.name for column in LABELS)]
    here = pq.read_table(tmp_path / "out" / "labels", columns=columns).cast(
        pa.schema(
            [
                (name, pa.float64() if name == "confidence" else pa.bool_() if name == "disputed" else pa.string())
                for name in columns
            ]
        )
    )
    frame = label_frame(spark.read.parquet(str(crawl)).repartition(4, "name"), PLACES)
    assert "value" not in frame.columns
    frame.select(*columns).write.parquet(str(tmp_path / "spark"))
    there = pq.read_table(tmp_path / "spark", columns=columns)
    order = [(name, "ascending") for name in columns]
    assert here.num_rows == there.num_rows == ROWS
    assert here.sort_by(order).equals(there.sort_by(order).cast(here.schema))


def test_findings_are_those_of_one_machine(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "shop.example.txt").write_text("We do not use analytics cookies. We use no third parties.")
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    for number in range(3):
        (crawl / f"{number}.json").write_bytes(recordings.tracker_radar())
    (crawl / "inspection.json").write_bytes(recordings.evidence_collector())
    for name in ("a", "b"):
        (crawl / name).mkdir()
        (crawl / name / "inspection.json").write_bytes(recordings.evidence_collector())
    records = [
        chunk.records
        for part in parts_of(crawl, workers=1, audits=True)
        for chunk in part.chunks(audits=True)
        if chunk.records is not None
    ]
    policies, knowledge = open_policies(tmp_path / "policies"), open_knowledge(PLACES)
    judged = list(Auditor(policies, knowledge, labels(knowledge), NOW).audit(records))
    frame = spark.createDataFrame(pa.Table.from_batches(records)).repartition(5)
    for table in ("findings", "audits"):
        here = [row for held in judged for row in getattr(held, table).to_pylist()]
        there = [row.asDict() for row in audit_frame(frame, policies, PLACES, NOW, table=table).collect()]
        assert len(here) >= 3
        assert sorted(map(repr, there)) == sorted(map(repr, here))
    assert {column.name for column in AUDITS} == set(there[0])


def test_a_dataset_in_parquet_is_read_back(spark: Any, tmp_path: Path) -> None:
    write_dataset(datasets.demo_dataset(), tmp_path / "set", "parquet")
    for table in TABLES:
        path = str(tmp_path / "set" / "data" / f"{table.name}.parquet")
        assert spark.read.parquet(path).toArrow().to_pylist() == pq.read_table(path).to_pylist(), table.name
