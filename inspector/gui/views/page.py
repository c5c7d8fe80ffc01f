# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the window knows of a page: what it can be asked, and what is brought to it."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter

    from inspector.core.reading import Reading


class PageWays(NamedTuple):
    """What the window asks of a page: to filter, to show everything again, and its panes for F6."""

    filter: Callable[[], None]
    clear: Callable[[], None]
    panes: Callable[[], Sequence[QWidget]]


NO_WAYS: Final = PageWays(lambda: None, lambda: None, lambda: ())


class Built(NamedTuple):
    """A page that was made, and how the window goes on with it.

    ``cancel`` stops what it is doing, ``forget`` has it take nothing more. ``take_cookies`` brings it another reading,
    and whether its stores were opened by path; ``take_policy`` tells that the policy page has another policy.
    ``splitters`` are what divides it, by name: where each stands is remembered. ``busy`` tells whether it works on
    something whose result is still to be shown.
    """

    page: QWidget
    ways: PageWays
    cancel: Callable[[], None]
    forget: Callable[[], None]
    take_cookies: Callable[["Reading", bool], None] | None = None
    take_policy: Callable[[], None] | None = None
    splitters: Mapping[str, "QSplitter"] = MappingProxyType({})
    busy: Callable[[], bool] = lambda: False
