# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Origin attributes as a partition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.firefox.partitions import partition_of
from inspector.capture.parts import PartitionKey


@pytest.mark.parametrize(
    ("attributes", "partition"),
    [
        ("", None),
        ("^userContextId=1", None),
        ("^partitionKey=%28https%2Cshop.test%29", PartitionKey("https://shop.test", False)),
        ("^partitionKey=%28https%2Cshop.test%2Cf%29", PartitionKey("https://shop.test", True)),
        ("^partitionKey=%28http%2Clocalhost%2C8080%29", PartitionKey("http://localhost:8080", False)),
        ("^userContextId=1&partitionKey=%28https%2Cshop.test%29", PartitionKey("https://shop.test", False)),
        ("^partitionKey=7d3c.mozilla", PartitionKey(None)),
    ],
)
def test_partition(attributes: str, partition: PartitionKey | None) -> None:
    assert partition_of(attributes) == partition


@given(st.text())
def test_nothing_makes_it_fail(text: str) -> None:
    found = partition_of(f"^partitionKey={text}")
    assert found is not None
