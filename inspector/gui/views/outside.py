# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the window gets from outside, so that tests hand in their own."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from inspector.gui.projects.outside import ProjectOutside
from inspector.gui.views.later_pages import LaterOutside

if TYPE_CHECKING:  # the first picture does not wait for these
    from inspector.gui.history.source import HistoryOutside
    from inspector.gui.views.reveal import Reveal
    from inspector.gui.workers import LabelCookies, ReadStores


class Example(NamedTuple):
    """A made-up shop to try everything on: a file of its cookies, and its policy."""

    cookies: Path
    policy: Path


class Outside(NamedTuple):
    """Reading, the clock, asking for a path.

    ``label`` gives cookies their labels. Without ``label`` nothing is said about purposes, without ``history`` nothing
    is remembered and nothing can be. Without a place of ``project`` marks are kept in project files only. Without
    ``reveal`` no value can be shown.
    """

    read: "ReadStores"
    now_us: Callable[[], int]
    choose_path: Callable[[QWidget, bool], Path | None]
    later: LaterOutside = LaterOutside()
    label: "LabelCookies | None" = None
    history: Callable[[], "HistoryOutside"] | None = None
    example: Example | None = None
    project: ProjectOutside = ProjectOutside()
    reveal: "Reveal | None" = None
