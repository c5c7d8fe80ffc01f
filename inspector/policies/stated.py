# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The cookies that a document names, wherever: in tables, in tables without cells, in lists, in running text."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from inspector.core.policy import Claim, Document
from inspector.policies.listed import read_listed
from inspector.policies.loose_tables import read_loose
from inspector.policies.tables import PurposeOf, read_tables


def read_stated(document: Document, purpose_of: PurposeOf) -> tuple[Claim, ...]:
    """Return a claim for every cookie that the document names, each place once."""
    tables = (*read_tables(document, purpose_of), *read_loose(document, purpose_of))
    return (*tables, *_outside(read_listed(document, purpose_of, tables), tables))


def _outside(claims: Sequence[Claim], rows: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that do not begin inside a row: what was read as a row is not read as a list, too."""
    spans = sorted((row.quote.start, row.quote.end) for row in rows)
    starts = [start for start, _ in spans]
    furthest = [
        -1,
        *accumulate((end for _, end in spans), max),
    ]  # end of what began, by how many rows did
    return tuple(c for c in claims if c.quote.start >= furthest[bisect_right(starts, c.quote.start)])
