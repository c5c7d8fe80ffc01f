# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every format of community lists that can be imported, in the order in which they are tried."""

from typing import Final

from inspector.knowledge.packs import (
    device_storage,
    disconnect,
    easyprivacy,
    open_cookie_database,
    tracker_radar,
    trackerdb,
)
from inspector.knowledge.packs.api import PackFormat

FORMATS: Final[tuple[PackFormat, ...]] = (
    open_cookie_database.FORMAT,
    device_storage.FORMAT,
    trackerdb.FORMAT,
    tracker_radar.FORMAT,
    disconnect.FORMAT,
    easyprivacy.FORMAT,
)
