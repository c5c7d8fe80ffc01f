# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether Qt loads here, and without a screen: import this before anything of PySide6."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

try:
    import PySide6.QtWidgets  # noqa: F401
except ImportError as error:
    QT_MISSING = (
        f"Qt does not load ({error}): pip install PySide6-Essentials; on Debian also: "
        "apt install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0"
    )
else:
    QT_MISSING = ""
