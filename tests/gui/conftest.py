# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The fixtures of the window's tests, where Qt loads; where it does not, every file here is skipped with the reason."""

from make.qt import QT_MISSING

if not QT_MISSING:
    from make.window import english, make_window

    __all__ = ["english", "make_window"]
