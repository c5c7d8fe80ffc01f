# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Our mirrored places are Qt's own."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

from inspector.gui.views.mirror import mirrored

RECTS = st.builds(QRect, st.integers(-400, 400), st.integers(-400, 400), st.integers(0, 900), st.integers(0, 900))


@given(st.sampled_from([Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]), RECTS, RECTS)
def test_places_are_mirrored_as_qt_does(direction: Qt.LayoutDirection, outer: QRect, inner: QRect) -> None:
    assert mirrored(direction, outer, inner) == QStyle.visualRect(direction, outer, inner)
