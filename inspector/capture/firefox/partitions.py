# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox's origin attributes: which jar a cookie lies in.

``^partitionKey=%28https%2Cshop.test%29`` is the jar of the site https://shop.test; a last field ``f`` says that a
foreign site stands between the frame and it (``toolkit/components/antitracking/.../PartitionKey``,
``caps/OriginAttributes.cpp``). Other attributes (containers) do not occur in a fresh profile.
"""

import re
from typing import Final
from urllib.parse import unquote

from inspector.capture.parts import PartitionKey

_KEY: Final = re.compile(r"(?:^\^|&)partitionKey=([^&]*)")
_PARTS: Final = re.compile(r"\((?P<scheme>[a-z][a-z0-9+.-]*),(?P<host>[^,()]+)(?:,(?P<port>\d*))?(?P<foreign>,f)?\)")


def partition_of(attributes: str) -> PartitionKey | None:
    """Return the partition that origin attributes name, ``None`` where they name none."""
    found = _KEY.search(attributes)
    if found is None:
        return None
    parts = _PARTS.fullmatch(unquote(found[1]))
    if parts is None:
        return PartitionKey(None)  # a partition of its own, such as a sandboxed page's
    port = f":{parts['port']}" if parts["port"] else ""
    return PartitionKey(f"{parts['scheme']}://{parts['host']}{port}", parts["foreign"] is not None)
