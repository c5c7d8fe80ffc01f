# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The kind of a cookie: all that its label depends on, and nothing else; hashable, and without the value.

Two cookies of one kind have one label. Who has a hundred thousand cookies, or rows of a table, asks for the label of
each kind once: ``classifier.label_of(classifier.kind_of(traits))``. Times, paths and values fall away: of a lifetime
its span is kept (:data:`inspector.classify.features.SPANS`), of a value its shape.
"""

from typing import NamedTuple

from inspector.classify.shapes import Kind
from inspector.knowledge.records import OptOutMatch


class CookieKind(NamedTuple):
    """What a label depends on. ``None`` is "not known", as in :class:`~inspector.core.traits.Traits`.

    ``shape`` is that of the value, ``out`` what name and value say about opting out, ``life`` the number of the span of
    lifetimes (``None`` for a session too).
    """

    name: str
    host: str | None
    site: str | None
    third_party: bool | None
    shape: Kind | None
    out: OptOutMatch | None
    session: bool | None
    life: int | None
    http_only: bool | None
    partitioned: bool | None
    wildcard: bool
