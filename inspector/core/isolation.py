# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The compartment of a store that a cookie lives in: partition, container, first-party isolation, private mode."""

from typing import NamedTuple


class Partition(NamedTuple):
    """A partition key: the top-level site under which a cookie was set (CHIPS, Total Cookie Protection).

    ``site`` is ``scheme://host`` where the store gives the scheme, else the bare host. ``has_cross_site_ancestor`` is
    ``None`` where the store does not record it.
    """

    site: str
    has_cross_site_ancestor: bool | None = None
    port: int | None = None


class Container(NamedTuple):
    """A Firefox container (``userContextId``); ``name`` is ``None`` where containers.json does not tell it."""

    id: int
    name: str | None = None


class Isolation(NamedTuple):
    """Everything that separates two cookies of one store beyond host, name and path.

    ``private`` is ``None`` where the store cannot tell. ``raw`` is the store's own text (Chromium's
    ``top_frame_site_key`` with the ancestor bit, Firefox's ``originAttributes``) and is what identity is made of.
    """

    partition: Partition | None = None
    container: Container | None = None
    first_party_domain: str | None = None
    private: bool | None = None
    raw: str = ""


NOT_ISOLATED = Isolation()
