# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every encoding of a dataset's tables, on one page; SQLite holds a whole dataset and is apart."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from inspector.datasets.as_csv import CSV
from inspector.datasets.as_jsonl import JSONL
from inspector.datasets.as_parquet import PARQUET
from inspector.datasets.encoding import Encoding

ENCODINGS: Final[Mapping[str, Encoding]] = MappingProxyType({held.id: held for held in (CSV, JSONL, PARQUET)})
SQLITE: Final = "sqlite"
