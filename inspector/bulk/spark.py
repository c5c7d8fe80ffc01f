# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The same on a cluster: functions for Spark's ``mapInArrow``, and what to call them with.

Each of Spark's Python processes opens the tables once and remembers what it judged, as the processes of one machine do.
Rows go to the functions of :mod:`inspector.bulk.labels` and :mod:`inspector.bulk.audits`: the answers are the same.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from inspector.bulk.audits import Auditor
from inspector.bulk.labels import Labeller
from inspector.bulk.policies import PolicyBook
from inspector.bulk.schema import AUDITS_SCHEMA, FINDINGS_SCHEMA, LABELS_SCHEMA, plain
from inspector.bulk.sources.columns import facts_from, meanings_of
from inspector.classify.classifier import load_classifier
from inspector.core.resources import resources_folder
from inspector.engine.knowledge import Places, open_knowledge
from inspector.engine.labels import labels

if TYPE_CHECKING:  # whoever has a data frame has Spark
    from pyspark.sql import DataFrame

Mapped = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]
VALUE: Final = "value"


def label_frame(frame: "DataFrame", places: Places) -> "DataFrame":
    """Return a data frame of cookies with the columns of :data:`~inspector.bulk.schema.LABELS` beside its own.

    Columns are told by their names, as in a Parquet table. The column ``value`` is looked at and left out.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    kept = [name for name in frame.columns if name != VALUE]
    schema = frame.select(*kept).schema
    for field in from_arrow_schema(plain(LABELS_SCHEMA)).fields:
        schema = schema.add(field)
    return frame.mapInArrow(_labelled(places, tuple(kept)), schema)


def audit_frame(
    frame: "DataFrame", policies: PolicyBook, places: Places, now: datetime, *, table: str = "findings"
) -> "DataFrame":
    """Return the ``findings`` (or the ``audits``, a line for each visit) of :data:`~inspector.bulk.schema.RECORDS`.

    The files of the policies have to be where every process can read them. Rows of one visit are brought together
    first; for that Spark writes them, with their values, to its own scratch space: encrypt it there
    (``spark.io.encryption.enabled``), or leave the column ``value`` out.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    together = frame.repartition("input", "visit").sortWithinPartitions("input", "visit")
    schema = {"findings": FINDINGS_SCHEMA, "audits": AUDITS_SCHEMA}[table]
    files = tuple(policies.files.items())
    return together.mapInArrow(_audited(places, files, now, table), from_arrow_schema(schema))


def _labelled(places: Places, kept: tuple[str, ...]) -> Mapped:
    def label(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        labeller, meanings = _labeller(places), None
        for batch in batches:
            meanings = meanings or meanings_of(batch.schema.names)
            found = labeller.label(facts_from(batch, meanings)).cast(plain(LABELS_SCHEMA))
            names = [*kept, *found.schema.names]
            yield pa.RecordBatch.from_arrays([*(batch.column(name) for name in kept), *found.columns], names=names)

    return label


def _audited(places: Places, files: Any, now: datetime, table: str) -> Mapped:
    def judge(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for judged in _auditor(places, files, now).audit(batches):
            yield getattr(judged, table)

    return judge


@lru_cache(maxsize=1)
def _labeller(places: Places) -> Labeller:
    return Labeller(load_classifier(resources_folder(), open_knowledge(places)))


@lru_cache(maxsize=1)
def _auditor(places: Places, files: Any, now: datetime) -> Auditor:
    knowledge = open_knowledge(places)
    return Auditor(PolicyBook(dict(files)), knowledge, labels(knowledge), now)
