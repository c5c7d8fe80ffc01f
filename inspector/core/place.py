# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A place in a file, as editors and code hosts count it."""

from typing import NamedTuple


class Region(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in UTF-16 units (SARIF's default, and editors');
    the end column is the first one that does not belong to it any more."""

    line: int
    column: int
    end_line: int
    end_column: int
