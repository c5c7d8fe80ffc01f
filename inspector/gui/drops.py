# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Files that are dropped on the window: local ones only, nothing is fetched."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first picture does not wait for what is dragged over it
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


def paths_of(data: "QMimeData") -> tuple[Path, ...]:
    """Return the local paths that are dragged, each once."""
    urls = data.urls() if data.hasUrls() else []
    return tuple(dict.fromkeys(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))


def offer(event: "QDragEnterEvent") -> None:
    """Show that files are taken here; other things are not."""
    if paths_of(event.mimeData()):
        event.acceptProposedAction()


def taken(event: "QDropEvent") -> tuple[Path, ...]:
    """Take what was dropped, and return its paths."""
    event.acceptProposedAction()
    return paths_of(event.mimeData())
