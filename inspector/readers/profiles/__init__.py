# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where cookie stores are: all those of a computer (``discover``), or those at a path (``sniff``)."""

from inspector.readers.profiles.discovery import discover
from inspector.readers.profiles.sniffing import sniff

__all__ = ["discover", "sniff"]
